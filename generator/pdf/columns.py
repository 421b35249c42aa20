"""Column widths of a table, from the text in its cells.

Widths are estimates in ems of the table's type; the compiler gets them as shares of the line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from generator.commonmark import SyntaxTreeNode
from generator.pdf.directives import INLINE

PADDING = 1.4
_LARGEST_SHARE, _DAMPING = 0.7, 0.75
# As the theme has it: a range such as W1D1–W1D5 never breaks.
_BREAKS = re.compile(r"\s+|(?<=[/—-])")
_BROKEN_WORD, _PIECES = 24, re.compile(r"(?<=[/\\._:=,&?@-])")
_PIECE, _CHIP = 12, 1.0
_NARROW, _WIDE, _USUAL = 0.3, 0.8, 0.54
_CODE, _BOLD = 0.6, 1.06
_LONGEST = 15.0
# As wide as " p. 27", which the theme sets after a link to another page and never parts from it.
_PAGE = "00000"
_RAGGED = 1.08
_IDEOGRAPHS = "\u2e80"


@dataclass(frozen=True)
class Column:
    """The width that keeps every cell on one line, the width below which words break, and the width of each cell."""

    natural: float
    least: float
    cells: tuple[float, ...] = ()


def columns_of(rows: Sequence[Sequence[SyntaxTreeNode]]) -> list[Column]:
    """Return the needs of each column; the first row is the head, set in bold."""
    return [_column(cells) for cells in zip(*rows, strict=True)]


def shares(columns: Sequence[Column], available: float) -> list[float]:
    """Share out a line so that the table is low: short columns stay on one line, long ones split the rest."""
    if sum(column.natural for column in columns) <= available:
        return _rounded([column.natural for column in columns])
    if sum(column.least for column in columns) >= available:
        return _rounded([column.least for column in columns])
    offers = reversed(list(_offers(columns, available)))
    return _rounded(min(offers, key=lambda widths: _height(columns, widths)))


def _offers(columns: Sequence[Column], available: float) -> Iterator[list[float]]:
    """Keep none of the columns on one line, then the shortest, the two shortest, and so on while there is room.

    What is left is shared out by the longest cells of the others, or by their usual ones.
    """
    shortest = sorted(range(len(columns)), key=lambda index: columns[index].natural)
    for count in range(len(columns)):
        whole = frozenset(shortest[:count])
        taken = sum(column.natural if index in whole else column.least for index, column in enumerate(columns))
        if count == 0 or taken <= available:
            kept = {index: columns[index].natural for index in whole}
            for needs in (_usual, _longest):
                yield _filled(columns, available, kept, [_weight(needs(each), each, available) for each in columns])


def _height(columns: Sequence[Column], widths: Sequence[float]) -> int:
    """Estimate the lines of all rows: the fullest cell sets the height of its row."""
    rooms = [width - PADDING for width in widths]
    rows = zip(*(column.cells for column in columns), strict=True)
    return sum(max(_lines(cell, room) for cell, room in zip(row, rooms, strict=True)) for row in rows)


def _lines(cell: float, room: float) -> int:
    return 1 if cell <= room else ceil(cell * _RAGGED / max(room, 1))


def _filled(
    columns: Sequence[Column], available: float, whole: Mapping[int, float], weights: Sequence[float]
) -> list[float]:
    fixed = dict(whole)
    while True:
        rest = available - sum(fixed.values())
        open_columns = [index for index in range(len(columns)) if index not in fixed]
        wished = sum(weights[index] for index in open_columns)
        offer = {index: rest * weights[index] / wished for index in open_columns}
        settled = _settled(columns, offer)
        if not settled:
            return [fixed.get(index, offer.get(index, 0.0)) for index in range(len(columns))]
        fixed |= settled


def _longest(column: Column) -> float:
    return column.natural


def _usual(column: Column) -> float:
    return PADDING + sum(column.cells) / max(len(column.cells), 1)


def _weight(need: float, column: Column, available: float) -> float:
    return float(min(max(need, column.least), _LARGEST_SHARE * available) ** _DAMPING)


def _settled(columns: Sequence[Column], offer: dict[int, float]) -> dict[int, float]:
    capped = {index: columns[index].natural for index, width in offer.items() if width > columns[index].natural}
    if capped or len(offer) == 1:
        return capped if len(offer) > 1 else {}
    return {index: columns[index].least for index, width in offer.items() if width < columns[index].least}


def _column(cells: Sequence[SyntaxTreeNode]) -> Column:
    scales = [_BOLD] + [1.0] * (len(cells) - 1)
    widths = tuple(_width(cell) * scale for cell, scale in zip(cells, scales, strict=True))
    least = max(_longest_part(cell) * scale for cell, scale in zip(cells, scales, strict=True))
    return Column(max(widths) + PADDING, least + PADDING, widths)


def _width(node: SyntaxTreeNode) -> float:
    if node.type == "code_inline":
        return len(node.content) * _CODE
    if node.type == "text":
        return sum(map(_character, _shown(node))) + _chips(node) * _CHIP
    return sum(map(_width, node.children)) if node.children else _USUAL


def _longest_part(node: SyntaxTreeNode) -> float:
    if node.type == "code_inline":
        return min(max(map(len, node.content.split()), default=0) * _CODE, _LONGEST)
    if node.type == "text":
        return max(map(_longest_piece, _BREAKS.split(_unbroken(node)))) + _USUAL + (_CHIP if _chips(node) else 0)
    return max(map(_longest_part, node.children), default=0.0)


def _longest_piece(word: str) -> float:
    """Return the width of a word, or of the longest piece of one so long that it is broken."""
    if len(word) < _BROKEN_WORD:
        return sum(map(_character, word))
    parts = _PIECES.split(word)
    pieces = [part[start : start + _PIECE] for part in parts for start in range(0, len(part), _PIECE)]
    return min(max(sum(map(_character, piece)) for piece in pieces), _LONGEST)


def _chips(node: SyntaxTreeNode) -> int:
    return sum(match[1] == "chip" for match in INLINE.finditer(node.content))


def _shown(node: SyntaxTreeNode) -> str:
    """Return a text as it is set."""
    return INLINE.sub(_set, node.content)


def _unbroken(node: SyntaxTreeNode) -> str:
    """Return the words of a text, a chip as a single one: its box never breaks."""
    return INLINE.sub(
        lambda match: _set(match).replace(" ", "n") if match[1] == "chip" else _set(match), node.content
    )


def _set(match: re.Match[str]) -> str:
    """Return the words of a directive; a reference has room for its page."""
    return {"anchor": "", "ref": match[3] + _PAGE}.get(match[1], match[3])


def _character(character: str) -> float:
    if character in " .,:;'!|iljftrI()[]-":
        return _NARROW
    return _WIDE if character in "mwMWQO%@—…→" or character >= _IDEOGRAPHS else _USUAL + 0.12 * character.isupper()


def _rounded(widths: Sequence[float]) -> list[float]:
    return [round(width, 2) for width in widths]
