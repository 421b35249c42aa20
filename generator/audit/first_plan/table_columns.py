"""A table whose columns are being understood: their meanings so far, and the cells of each."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.audit.understanding.phrases import Grid, Phrase

UNKNOWN = frozenset({"", "name"})
"""Meanings that say nothing of what cells hold."""


@dataclass(frozen=True)
class Table:
    """A table on the way: what is known of its columns, and the cells of each but those of totals."""

    grid: Grid
    columns: tuple[tuple[Phrase, ...], ...]

    @property
    def meanings(self) -> tuple[str, ...]:
        """What is known of each column."""
        return self.grid.meanings

    def filled(self, column: int) -> list[Phrase]:
        """The cells of a column that say something."""
        return [cell for cell in self.columns[column] if re.search(r"\w", cell.plain)]

    def has(self, column: int, kind: Callable[[Phrase], object]) -> bool:
        """Tell whether all cells of a column that say something are of a kind."""
        told = self.filled(column)
        return bool(told) and all(kind(cell) for cell in told)

    def told(self, changed: dict[int, str]) -> "Table":
        """Change the meanings of some columns."""
        meanings = tuple(changed.get(index, each) for index, each in enumerate(self.meanings))
        return replace(self, grid=replace(self.grid, meanings=meanings))

    @property
    def others(self) -> list[int]:
        """The columns besides the one of the rows' own names."""
        return [index for index in range(len(self.columns)) if index != self.grid.key_column]
