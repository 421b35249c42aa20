"""Tables of figures as things with a name and one value in each column, which sentences are held against."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.audit.understanding.entries import is_total
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level, tokens_of

Stems = tuple[str, ...]
_TIMES = frozenset({"identity", "week", "month", "start", "end", "when"})
_FEWEST, _MOST_WORDS, _MOST_ROWS = 2, 5, 40
_LENGTH = "length of time"


@dataclass(frozen=True)
class Figure:
    """The value of one row in a column."""

    names: frozenset[Stems]
    value: Decimal
    quote: Quote
    called: str


@dataclass(frozen=True, eq=False)
class Column:
    """A column of figures, one in every row, with the words of its heading."""

    heading: str
    stems: frozenset[str]
    figures: tuple[Figure, ...]
    grid: Grid

    def of(self, words: Stems) -> Figure | None:
        """Return the one row that these words name: all of them, or a part of its name none else has."""
        exact = self._exact.get(words, [])
        near = min((self._by_stem.get(stem, []) for stem in words), key=len, default=[])
        found = exact or [each for each in near[:_MOST_ROWS] if any(set(words) <= set(name) for name in each.names)]
        return found[0] if len(found) == 1 and words else None

    @cached_property
    def _exact(self) -> dict[Stems, list[Figure]]:
        found: dict[Stems, list[Figure]] = defaultdict(list)
        for each in self.figures:
            for name in each.names:
                found[name].append(each)
        return found

    @cached_property
    def _by_stem(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for each in self.figures:
            for stem in {stem for name in each.names for stem in name}:
                found[stem].append(each)
        return found


def columns_of(reading: Reading) -> list[Column]:
    """Collect every column with a figure in each row but that of totals, and how long each row takes."""
    tables = [(grid, [row for row in rows if not is_total(row)]) for grid, rows in reading.tables]
    return [column for grid, rows in tables if len(rows) >= _FEWEST for column in _of(grid, rows)]


def named_in(column: Column, words: str) -> Figure | None:
    """Find the row that words name; an article before and one word behind may be left out: `the Ledger team`."""
    stems = tuple(stem for stem, _, _ in tokens_of(words))[-_MOST_WORDS:]
    tries = [stems, stems[:-1], *(stems[start:] for start in range(1, len(stems)))]
    return next((found for each in tries if each and (found := column.of(each))), None)


def _of(grid: Grid, rows: list[Row]) -> Iterator[Column]:
    for number, header in enumerate(grid.header):
        told = [(row.cells[number], _value(row.cells[number])) for row in rows]
        if number != grid.key_column and grid.meanings[number] not in _TIMES:
            yield from _column(header.plain.strip(), grid, rows, told)
    windows = [row_window(row) for row in rows]
    yield from _column(_LENGTH, grid, rows, [(found[1], _days(found[0])) if found else None for found in windows])


def _column(
    heading: str, grid: Grid, rows: list[Row], told: Sequence[tuple[Phrase, Decimal | None] | None]
) -> Iterator[Column]:
    figures = [
        Figure(names_of_row(row), each[1], row.mark(each[0]), row.cells[row.grid.key_column].plain.strip())
        for row, each in zip(rows, told, strict=True)
        if each and each[1] is not None
    ]
    if len(figures) == len(rows):
        figures = figures[:-1] if _is_sum(figures) else figures
        yield Column(heading, frozenset(stem for stem, _, _ in tokens_of(heading)), tuple(figures), grid)


def _is_sum(figures: Sequence[Figure]) -> bool:
    """A last row that is what the others come to, whatever it is called: `County`."""
    *others, last = (each.value for each in figures)
    return len(others) >= _FEWEST and sum(others) == last


def _value(cell: Phrase) -> Decimal | None:
    band = band_in(cell.plain, comma=cell.style.comma)
    return band.high if band and band.low == band.high else None


def _days(window: Window) -> Decimal | None:
    return Decimal(window.last - window.first + 1) if window.first is not None and window.last is not None else None


def names_of_row(row: Row) -> frozenset[Stems]:
    """What a row may be called by: its first cells with words, each part of a list, a number below its heading."""
    names: set[Stems] = set()
    for cell, header in list(zip(row.cells, row.grid.header, strict=True))[: row.grid.key_column + 2]:
        plain = level(cell.plain)
        if re.fullmatch(r"\W*(?:\d{1,3}|[A-Z]|[IVX]{1,4})\W*", plain):
            headed = tuple(stem for stem, _, _ in tokens_of(f"{header.plain} {plain}"))
            names |= {headed} - {tuple(stem for stem, _, _ in tokens_of(header.plain))}
        elif not cell.windows and re.search(r"[^\W\d]", plain):
            names |= {
                tuple(stem for stem, _, _ in tokens_of(part)) for part in [plain, *re.split(r",|:|\(| and |/", plain)]
            }
    return frozenset(name for name in names if name)
