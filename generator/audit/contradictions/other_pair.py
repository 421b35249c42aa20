"""Two tables join the same things with each other, and one row of them otherwise.

Whoever reads the one table goes to another one than who reads the other.

Fails:

```markdown
| Stall | Sells | Keeper |
|---|---|---|
| 1 | Honey | Ada Lind |
| 2 | Cheese | Tom Rau |
| 3 | Bread | Eva Kern |

| Goods | Keeper | Van |
|---|---|---|
| Honey | Ada Lind | no |
| Bread | Tom Rau | yes |
| Cheese | Tom Rau | yes |
```

Passes:

```markdown
| Stall | Sells | Keeper |
|---|---|---|
| 1 | Honey | Ada Lind |
| 2 | Cheese | Tom Rau |
| 3 | Bread | Eva Kern |

| Goods | Keeper | Van |
|---|---|---|
| Honey | Ada Lind | no |
| Bread | Eva Kern | yes |
| Cheese | Tom Rau | yes |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.joins import Column, Key, by_value, columns_of_names
from generator.audit.understanding.words import tokens_of
from generator.findings import Severity

SEVERITY = Severity.WARNING

_AGREE, _AGREE_OTHERWISE, _MOST = 2, 3, 6
_Pair = tuple[int, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row in which two columns of a table are not joined as in another table, where all others are."""
    columns = columns_of_names(facts.reading)
    values = by_value([column for column in columns if column.is_unique])
    tables: dict[int, list[Column]] = {}
    for column in columns:
        tables.setdefault(id(column.grid), []).append(column)
    places = {id(grid): index for index, (grid, _) in enumerate(facts.reading.tables)}
    told: set[tuple[int, int]] = set()
    for here in columns:
        others = {id(each): each for key in here.known for each in values.get(key, [])[:_MOST]}
        for there in others.values():
            if places[id(here.grid)] > places[id(there.grid)]:
                for each in _joined(here, there, tables):
                    lines = (each.here.place.line, each.there[0].place.line)
                    if lines not in told:
                        told.add(lines)
                        yield each


def _joined(here: Column, there: Column, tables: dict[int, list[Column]]) -> Iterator[Contradiction]:
    """The cells beside those that both tables have."""
    where = {key: index for index, key in enumerate(there.keys) if key}
    pairs = [(index, where[key]) for index, key in enumerate(here.keys) if key in where]
    for one in tables[id(here.grid)] if len(pairs) > _AGREE else ():
        for other in tables[id(there.grid)]:
            if one is not here and other is not there:
                yield from _odd(pairs, one, other)


def _odd(pairs: list[_Pair], one: Column, other: Column) -> Iterator[Contradiction]:
    """One pair of rows differs, in a value that the other column has as well."""
    told = [(index, where) for index, where in pairs if one.keys[index] and other.keys[where]]
    differ = [(index, where) for index, where in told if not _agree(one.keys[index], other.keys[where])]
    agreed = {one.keys[index] for index, where in told if one.keys[index] == other.keys[where]}
    if len(differ) != 1 or len(agreed) < _least(one, other) or one.keys[differ[0][0]] not in other.known:
        return
    index, where = differ[0]
    row, counterpart = one.rows[index], other.rows[where]
    cell, elsewhere = row.cells[one.index], counterpart.cells[other.index]
    message = f'"{cell.plain.strip()}" here, "{elsewhere.plain.strip()}" there'
    yield Contradiction(message, row.mark(cell), (counterpart.mark(elsewhere),))


def _least(one: Column, other: Column) -> int:
    """Columns of one heading tell the same sooner than others do."""
    left, right = ({stem for stem, _, _ in tokens_of(each.header.plain)} for each in (one, other))
    return _AGREE if left & right else _AGREE_OTHERWISE


def _agree(one: Key, other: Key) -> bool:
    return one <= other or other <= one
