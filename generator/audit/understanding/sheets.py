"""Tables of one form that each tell of another thing: data sheets of two devices, figures of two sites."""

from collections import defaultdict
from itertools import combinations

from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row
from generator.audit.understanding.words import key_of

_FEWEST, _MOST = 2, 40
_Rows = tuple[Row, ...]


class Sheets:
    """Which cells stand in tables of the same headings, whose rows of the same names differ in two or more."""

    def __init__(self, reading: Reading) -> None:
        self._grids = {cell: grid for grid, rows in reading.tables for row in rows for cell in row.cells}
        forms: dict[tuple[str, ...], list[tuple[Grid, _Rows]]] = defaultdict(list)
        for grid, rows in reading.tables:
            forms[tuple(header.plain.strip().lower() for header in grid.header)].append((grid, rows))
        self._apart = {
            frozenset((id(one[0]), id(other[0])))
            for alike in forms.values()
            for one, other in combinations(alike[:_MOST], 2)
            if _differing(one[1], other[1]) >= _FEWEST
        }

    def are_apart(self, one: Phrase, other: Phrase) -> bool:
        """Tell whether two cells stand in tables of two things."""
        left, right = self._grids.get(one), self._grids.get(other)
        return left is not None and right is not None and frozenset((id(left), id(right))) in self._apart


def _differing(one: _Rows, other: _Rows) -> int:
    """How many rows of the same name tell something else."""
    here, there = _told(one), _told(other)
    return sum(here[name] != there[name] for name in here.keys() & there.keys())


def _told(rows: _Rows) -> dict[frozenset[str], list[str]]:
    named = {key_of(row.cells[row.grid.key_column].plain): row for row in rows}
    return {name: [cell.plain.strip() for cell in row.cells] for name, row in named.items() if name}
