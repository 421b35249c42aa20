"""Column widths of a table, from the text in its cells.

Widths are estimates in ems of the table's type; the compiler gets them as shares of the line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.commonmark import SyntaxTreeNode
from generator.pdf.directives import INLINE, plain_text

PADDING = 1.4
_LARGEST_SHARE, _DAMPING = 0.7, 0.75
_BREAKS = re.compile(r"[\s/\-_.:=,]+")
_NARROW, _WIDE, _USUAL = 0.3, 0.8, 0.54
_CODE, _BOLD = 0.6, 1.06
_LONGEST = 15.0
_IDEOGRAPHS = "\u2e80"


@dataclass(frozen=True)
class Column:
    """The width that keeps every cell on one line, and the width below which words break."""

    natural: float
    least: float


def columns_of(rows: Sequence[Sequence[SyntaxTreeNode]]) -> list[Column]:
    """Return the needs of each column; the first row is the head, set in bold."""
    return [_column(cells) for cells in zip(*rows, strict=True)]


def shares(columns: Sequence[Column], available: float) -> list[float]:
    """Share out a line: short columns keep their text on one line, long ones split the rest by their length."""
    if sum(column.natural for column in columns) <= available:
        return _rounded([column.natural for column in columns])
    if sum(column.least for column in columns) >= available:
        return _rounded([column.least for column in columns])
    return _rounded(_filled(columns, available))


def _filled(columns: Sequence[Column], available: float) -> list[float]:
    fixed: dict[int, float] = {}
    while True:
        rest = available - sum(fixed.values())
        open_columns = [index for index in range(len(columns)) if index not in fixed]
        wish = {index: _weight(columns[index], available) for index in open_columns}
        offer = {index: rest * wish[index] / sum(wish.values()) for index in open_columns}
        settled = _settled(columns, offer)
        if not settled:
            return [fixed.get(index, offer.get(index, 0.0)) for index in range(len(columns))]
        fixed |= settled


def _weight(column: Column, available: float) -> float:
    return float(min(max(column.natural, column.least), _LARGEST_SHARE * available) ** _DAMPING)


def _settled(columns: Sequence[Column], offer: dict[int, float]) -> dict[int, float]:
    capped = {index: columns[index].natural for index, width in offer.items() if width > columns[index].natural}
    if capped or len(offer) == 1:
        return capped if len(offer) > 1 else {}
    return {index: columns[index].least for index, width in offer.items() if width < columns[index].least}


def _column(cells: Sequence[SyntaxTreeNode]) -> Column:
    scales = [_BOLD] + [1.0] * (len(cells) - 1)
    natural = max(_width(cell) * scale for cell, scale in zip(cells, scales, strict=True))
    least = max(_longest_part(cell) * scale for cell, scale in zip(cells, scales, strict=True))
    return Column(natural + PADDING, least + PADDING)


def _width(node: SyntaxTreeNode) -> float:
    if node.type == "code_inline":
        return len(node.content) * _CODE
    if node.type == "text":
        return sum(map(_character, plain_text(node)))
    return sum(map(_width, node.children)) if node.children else _USUAL


def _longest_part(node: SyntaxTreeNode) -> float:
    if node.type == "code_inline":
        return min(max(map(len, node.content.split()), default=0) * _CODE, _LONGEST)
    if node.type == "text":
        return min(max(sum(map(_character, part)) for part in _BREAKS.split(_unbroken(node))) + _USUAL, _LONGEST)
    return max(map(_longest_part, node.children), default=0.0)


def _unbroken(node: SyntaxTreeNode) -> str:
    """Return the words of a text, a chip as a single one: its box never breaks."""
    return INLINE.sub(lambda match: match[3].replace(" ", "n") if match[1] == "chip" else match[3], node.content)


def _character(character: str) -> float:
    if character in " .,:;'!|iljftrI()[]-":
        return _NARROW
    return _WIDE if character in "mwMWQO%@—…→" or character >= _IDEOGRAPHS else _USUAL + 0.12 * character.isupper()


def _rounded(widths: Sequence[float]) -> list[float]:
    return [round(width, 2) for width in widths]
