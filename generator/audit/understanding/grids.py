"""What the columns of a table mean, and which of its cells stand for several rows."""

import re
from collections.abc import Iterator

from generator.audit.blocks import Table
from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.columns import in_pairs, meaning_of
from generator.audit.understanding.phrases import Cells, Grid, Phrase, Row, Style
from generator.audit.understanding.units import LASTING, TESTS, units_only
from generator.audit.understanding.words import level

_FIGURE = re.compile(r"[€$£]?\s?\d[\d.,'\s]*(?:[%€$£]|\s?[A-Za-z]{1,4})?")
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{3}")
_CODE = re.compile(
    r"[A-Za-z]{1,5}[-. ]?\d{1,4}[a-z]?|[IVX]+|high(?:est)?|medium|low(?:est)?|must|should|could", re.IGNORECASE
)
_NAMED = frozenset({"", "name", "parts", "deliverable"})
_TIMED = frozenset({"when", "start", "end"})
_LENGTHS = frozenset({"week", "day", "month"})
_FEWEST = 3
_ENDS = 2
"""Columns that may tell the two ends of a stretch of time."""


def read_table(table: Table, style: Style, file: str) -> tuple[Grid, tuple[Row, ...]]:
    """Understand a table's columns, and give each row all of its cells."""
    rows = [tuple(Phrase(cell, "cell", table.under, style) for cell in row) for row in table.rows]
    top, body = _header(tuple(Phrase(cell, "header", table.under, style) for cell in table.header), rows)
    header = tuple(Phrase(cell.text, "header", table.under, style) for cell in top)
    single = [_meaning(cell, [row[index] for row in body]) for index, cell in enumerate(header)]
    meanings = in_pairs([cell.plain for cell in header], _sure_of_time(header, single))
    rows = list(_spread(body, meanings))
    grid = Grid(header, meanings, table.under, file, _groups(rows, meanings))
    return grid, tuple(Row(cells, grid) for cells in rows)


def _sure_of_time(header: Cells, meanings: list[str]) -> list[str]:
    """Of three columns of dates or more those alone tell when something is done whose headings say so."""
    if sum(meaning in _TIMED for meaning in meanings) <= _ENDS:
        return meanings
    return [
        meaning if meaning != "when" or meaning_of(cell.plain) == "when" else ""
        for cell, meaning in zip(header, meanings, strict=True)
    ]


def _groups(rows: list[Cells], meanings: tuple[str, ...]) -> bool:
    """Phases that return from row to row, none left out, group the rows; a number told twice leaves a gap."""
    kind = meanings[0].removeprefix("unit:") if meanings and meanings[0].startswith("unit:") else ""
    named = any(each in _NAMED or each.startswith("unit:") for each in meanings[1:2])
    if not kind or kind in TESTS or not named:
        return False
    found = [units_only(row[0].plain, kind, row[0].style.labels) for row in rows if row[0].plain.strip()]
    numbers = [each[0].unit.number or 0 for each in found if len(each) == 1]
    distinct = sorted(set(numbers) - {0})
    return bool(distinct) and len(set(numbers)) < len(numbers) and distinct == list(range(1, len(distinct) + 1))


def _header(top: Cells, rows: list[Cells]) -> tuple[Cells, list[Cells]]:
    """The first row tells the columns; where an editor left it empty the second one does, unless it has figures."""
    empty = not any(cell.plain.strip() for cell in top)
    if empty and rows and not any(_FIGURE.fullmatch(cell.plain.strip()) for cell in rows[0][1:]):
        return rows[0], rows[1:]
    return top, rows


def _meaning(header: Phrase, cells: list[Phrase]) -> str:
    """A column of dates tells when, whatever its heading says of targets."""
    meaning = meaning_of(header.plain, header.style.labels)
    told = [cell for cell in cells if cell.plain.strip()]
    if meaning in {"", "target"} and len(told) > 1 and all(_is_time(cell) for cell in told):
        return "when"
    if meaning == "identity" and len(told) > 1 and all(_is_named(cell.plain.strip()) for cell in told):
        return "name"
    if meaning in _LENGTHS and _are_lengths(header, [cell.plain.strip() for cell in told]):
        return "duration"
    lasting = meaning.removeprefix("unit:") in LASTING
    counts = meaning.startswith("unit:") and _are_counts([cell.plain.strip() for cell in told])
    if counts and not lasting:
        return "" if level(header.plain).strip(" *").endswith("s") else meaning
    return "people" if counts else meaning


def _are_lengths(header: Phrase, figures: list[str]) -> bool:
    """Below *Weeks*, bare figures in no order tell how long each takes: 3, 3, 2; in order they may number weeks."""
    plural = level(header.plain).strip(" *").lower().endswith("s")
    short = all(each.isdecimal() and len(each) < len("000") for each in figures)
    if not plural or not short or len(figures) < _FEWEST:
        return False
    numbers = [int(each) for each in figures]
    return numbers != sorted(numbers) or len(set(numbers)) == 1


def _are_counts(figures: list[str]) -> bool:
    """Crews numbered from 1 on are names; 8, 14 and 6 are people."""
    if not figures or not all(each.isdecimal() and len(each) < len("0000") for each in figures):
        return False
    numbers = {int(each) for each in figures}
    return numbers != set(range(1, len(numbers) + 1))


def _is_named(text: str) -> bool:
    """Words, no number, code or level, below a heading such as *Step*."""
    return bool(_WORD.search(text)) and not _CODE.fullmatch(text)


def _is_time(cell: Phrase) -> bool:
    """A time and nothing else, or a date behind its weekday."""
    found = cell.windows
    before = cell.plain[: found[0].start] if len(found) == 1 else "-"
    return not _WEEKDAY.sub("", before, count=1).strip(" .,") and not cell.plain[found[0].end :].strip()


def _spread(rows: list[Cells], meanings: tuple[str, ...]) -> Iterator[Cells]:
    """Cells that an editor had merged are told once: an empty first cell stands for the part above."""
    above: Phrase | None = None
    for row in rows:
        if (
            above
            and meanings[0].startswith("unit:")
            and not row[0].plain.strip()
            and row[1:]
            and row[1].plain.strip()
        ):
            yield (above, *row[1:])
        else:
            above = row[0]
            yield row
