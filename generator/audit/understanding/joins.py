"""Tables that tell of each other's rows: which column of one holds the names or the values of another one's."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row
from generator.audit.understanding.words import key_of, level

Key = frozenset[str]

_SPLIT = re.compile(r"\s*(?:,|;|/|&|\+|\band\b)\s*")
_NOTHING = re.compile(
    r"\W*(?:|none|no|nobody|n/?a|tb[acd]|all|every(?:one|body)?|any|both|open|yes|various|other|others|same|team"
    r"|external|everywhere|see .*)\W*",
    re.IGNORECASE,
)
_NAME = re.compile(r"\W*[A-Za-zÀ-ÿ][\w'./ À-ÿ-]{1,40}\W*")
_MOST_ROWS = 400


@dataclass(frozen=True, eq=False)
class Column:
    """The cells of one column below its heading, rows of totals left out."""

    grid: Grid
    index: int
    rows: tuple[Row, ...]

    @property
    def header(self) -> Phrase:
        """What stands above it."""
        return self.grid.header[self.index]

    @property
    def is_key(self) -> bool:
        """The rows are called by it."""
        return self.index == self.grid.key_column

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The words of each cell; none where it names nothing."""
        return tuple(
            frozenset() if is_nothing(row.cells[self.index].plain) else _key(row, self.index) for row in self.rows
        )

    @cached_property
    def known(self) -> frozenset[Key]:
        """All that it names."""
        return frozenset(self.keys) - {frozenset()}

    @property
    def is_unique(self) -> bool:
        """No two of its cells are alike."""
        return len([key for key in self.keys if key]) == len(self.known)


def columns_of_names(reading: Reading) -> list[Column]:
    """Collect the columns whose cells are names: words, no figures, no dates, no sentences."""
    found: list[Column] = []
    for grid, rows in reading.tables:
        body = tuple(row for row in rows if not is_total(row))
        columns = range(len(grid.header)) if 1 < len(body) <= _MOST_ROWS else range(0)
        named = (index for index in columns if all(_is_named(row.cells[index]) for row in body))
        found += [Column(grid, index, body) for index in named]
    return found


def by_value(columns: list[Column]) -> dict[Key, list[Column]]:
    """Find columns by what they name."""
    found: dict[Key, list[Column]] = defaultdict(list)
    for column in columns:
        for key in column.known:
            found[key].append(column)
    return found


def parts_of_cell(cell: Phrase) -> Iterator[str]:
    """A cell may name several things, parted by commas."""
    yield from (part for part in _SPLIT.split(level(cell.plain).strip()) if not is_nothing(part))


def is_nothing(text: str) -> bool:
    """Tell whether a cell names no thing of its own: a dash, *all*, *tbd*."""
    return bool(_NOTHING.fullmatch(text))


def _key(row: Row, index: int) -> Key:
    return key_of(row.cells[index].plain)


def _is_named(cell: Phrase) -> bool:
    return not cell.windows and all(_NAME.fullmatch(part) for part in parts_of_cell(cell))
