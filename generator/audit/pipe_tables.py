"""Tables whose lines all begin with a bar, found before the parser reads them cell by cell: most of a long page.

What is in doubt stays with the parser: a table beside other lines, and what follows code inside of something else.
"""

import re
from collections.abc import Iterator, Sequence

from generator.audit.rows import bars_in, cell_ranges

MARK = "<!-- -->"
"""Stands in the place of a table: as high as a table is, and nothing that a reader sees."""
_DELIMITER = re.compile(r"\|(?: *:?-+:? *\|)+ *")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DOUBTFUL = re.compile(r"[ \t]*+(?:<(?:pre|script|style|textarea|[!?])|[ \t>*+\d.)-]*+(?:```|~~~))", re.IGNORECASE)

Rows = tuple[int, ...]
"""The lines of a table's rows, the header's first."""


def set_aside(lines: Sequence[str]) -> tuple[list[str], dict[int, Rows]]:
    """Put a mark in the place of each table, and tell by its line which rows it has."""
    kept, tables = list(lines), dict[int, Rows]()
    for first, last in _stretches(lines):
        if _is_table(lines, first, last):
            kept[first:last] = [MARK, *[""] * (last - first - 1)]
            tables[first] = (first, *range(first + 2, last))
    return kept, tables


def cells_in(line: str, delimiter: str) -> Iterator[tuple[str, int]]:
    """Yield the content of each cell of a row, and where it begins; as many as the table has columns."""
    for start, end in cell_ranges(line, _columns(delimiter)):
        yield line[start:end].replace("\\|", "|"), start


def outside_code(lines: Sequence[str]) -> Iterator[str]:
    """Yield each line, a sign for those of code, up to where one cannot tell."""
    fence = ""
    for line in lines:
        marks = _FENCE.match(line)
        if fence:
            closes = marks and marks[1].startswith(fence) and not line[marks.end() :].strip()
            fence = "" if closes else fence
            yield "`"
        elif marks:
            fence = marks[1]
            yield "`"
        elif _DOUBTFUL.match(line):
            yield "`"
            return
        else:
            yield line


def _stretches(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where lines with a bar stand alone between empty ones."""
    first: int | None = None
    for number, line in enumerate(outside_code(lines)):
        if line.startswith("|"):
            first = number if number == 0 or not lines[number - 1].strip() else first
            continue
        if first is not None and not line.strip():
            yield first, number
        first = None
    if first is not None:
        yield first, len(lines)


def _is_table(lines: Sequence[str], first: int, last: int) -> bool:
    """Tell whether the header has as many cells as the line below it."""
    if last - first < 2 or not _DELIMITER.fullmatch(lines[first + 1]):  # noqa: PLR2004 - header and delimiter
        return False
    bars = bars_in(lines[first])
    return len(bars) - 1 == _columns(lines[first + 1]) and bars[-1] == len(lines[first].rstrip()) - 1


def _columns(delimiter: str) -> int:
    return delimiter.count("|") - 1
