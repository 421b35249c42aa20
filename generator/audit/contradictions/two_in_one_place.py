"""Two groups of a rota stand at one station at the same time.

There is one instructor, one machine or one room; one of the two groups finds it taken.

Fails:

```markdown
| | Tue | Wed | Thu |
|---|---|---|---|
| Kestrel | Canoe | Climb | River |
| Merlin | Climb | River | Canoe |
| Osprey | River | Canoe | Canoe |
```

Passes:

```markdown
| | Tue | Wed | Thu |
|---|---|---|---|
| Kestrel | Canoe | Climb | River |
| Merlin | Climb | River | Canoe |
| Osprey | River | Canoe | Climb |
```
"""

from collections import Counter
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 3
_SPARE = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one cell that repeats a station of its column, where no other column of the rota repeats any."""
    for grid, rows in facts.reading.tables:
        columns = [_stations(rows, column) for column in range(1, len(grid.header))]
        if _is_rota(columns, len(rows)):
            yield from _repeated(grid, rows, columns)


def _stations(rows: tuple[Row, ...], column: int) -> list[str]:
    return [level(row.cells[column].plain).strip().lower() for row in rows]


def _is_rota(columns: list[list[str]], rows: int) -> bool:
    """The same few stations in every column, each of them once in all columns but one."""
    pool = {station for column in columns for station in column}
    words = all(station and not any(char.isdigit() for char in station) for station in pool)
    shared = all(len(set(column)) * 2 > len(pool) for column in columns)
    whole = [column for column in columns if len(set(column)) == rows]
    enough = rows >= _FEWEST and len(columns) >= _FEWEST and len(pool) <= rows + _SPARE
    return enough and words and shared and len(whole) == len(columns) - 1


def _repeated(grid: Grid, rows: tuple[Row, ...], columns: list[list[str]]) -> Iterator[Contradiction]:
    for number, column in enumerate(columns, start=1):
        twice = [station for station, times in Counter(column).items() if times > 1]
        if len(twice) == 1:
            first, *_, last = [row for row, station in zip(rows, column, strict=True) if station == twice[0]]
            who = " and ".join(f'"{row.cells[grid.key_column].plain.strip()}"' for row in (first, last))
            message = f'{who} are both at "{last.cells[number].plain.strip()}"'
            quotes = (first.mark(first.cells[number]),)
            yield Contradiction(message, last.mark(last.cells[number]), quotes, "give one of them another place")
