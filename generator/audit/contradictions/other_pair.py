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

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.holders import Stems, named_in
from generator.audit.understanding.joins import Column, Key, by_value, columns_of_names
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import Unit
from generator.audit.understanding.words import tokens_of
from generator.findings import Severity

SEVERITY = Severity.WARNING

_AGREE, _AGREE_OTHERWISE, _MOST = 2, 3, 6
_MOST_WORDS, _LONGEST = 60, 3
_Pair = tuple[int, int]


@dataclass(frozen=True)
class _Named:
    """A name in a row, and the numbered part that the row is about."""

    unit: Unit
    row: Row
    cell: Phrase
    column: tuple[int, int]


@dataclass(frozen=True)
class _Entry:
    """An entry that names a part, and what the table has for the name in it."""

    phrase: Phrase
    unit: Unit
    named: _Named


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row in which two columns of a table are not joined as in another table, where all others are."""
    yield from _in_entries(facts)
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
            if places[id(here.grid)] > places[id(there.grid)] and not _are_of_one_form(here, there):
                for each in _joined(here, there, tables):
                    lines = (each.here.place.line, each.there[0].place.line)
                    if lines not in told:
                        told.add(lines)
                        yield each


def _are_of_one_form(here: Column, there: Column) -> bool:
    """Tables of the same headings have rows of their own: what stands beside their names tells them not apart."""
    heads = [[header.plain.strip().lower() for header in each.grid.header] for each in (here, there)]
    return heads[0] == heads[1] and not here.is_key


def _in_entries(facts: Facts) -> Iterator[Contradiction]:
    """`Gull moved, berth 2`: of entries in like words that join a name with a part, one joins it otherwise."""
    known = _parts_by_name(facts)
    frames: dict[tuple[object, frozenset[str]], list[_Entry]] = defaultdict(list)
    for phrase in facts.reading.phrases if known else ():
        units = phrase.units if phrase.form == "item" else []
        if len(units) == 1:
            besides = f"{phrase.plain[: units[0].start]} {phrase.plain[units[0].end :]}"
            words = [stem for stem, _, _ in tokens_of(besides)][:_MOST_WORDS]
            names = named_in(known, words)
            table = known[next(iter(names))] if len(names) == 1 else None
            if table and table.unit.kind == units[0].unit.kind:
                frame = frozenset(words).difference(*names)
                frames[table.column, frame].append(_Entry(phrase, units[0].unit, table))
    for entries in frames.values():
        wrong = [each for each in entries if each.unit != each.named.unit]
        if len(wrong) == 1 and len(entries) > _AGREE:
            cell = wrong[0].named.cell
            message = f'"{wrong[0].unit}" here, "{wrong[0].named.unit}" there beside "{cell.plain.strip()}"'
            yield Contradiction(message, wrong[0].phrase.quote(), (wrong[0].named.row.mark(cell),))


def _parts_by_name(facts: Facts) -> dict[Stems, _Named]:
    """The numbered part of each row by the names in its other cells, as far as no other row has them."""
    found: dict[Stems, _Named | None] = {}
    for grid, rows in facts.reading.tables:
        for row in rows:
            units = {mention.unit for mention, cell in row_units(row) if cell is row.cells[grid.key_column]}
            for column, cell in enumerate(row.cells) if len(units) == 1 else ():
                name = tuple(stem for stem, _, _ in tokens_of(cell.plain))
                if column != grid.key_column and 0 < len(name) <= _LONGEST and name[0].isalpha() and not cell.windows:
                    found[name] = None if name in found else _Named(next(iter(units)), row, cell, (id(grid), column))
    return {name: told for name, told in found.items() if told}


def _joined(here: Column, there: Column, tables: dict[int, list[Column]]) -> Iterator[Contradiction]:
    """The cells beside those that both tables have."""
    where = {key: index for index, key in enumerate(there.keys) if key}
    pairs = [(index, where[key]) for index, key in enumerate(here.keys) if key in where]
    for one in tables[id(here.grid)] if len(pairs) > _AGREE else ():
        for other in tables[id(there.grid)]:
            if one is not here and other is not there:
                yield from _odd(pairs, one, other)


def _odd(pairs: list[_Pair], one: Column, other: Column) -> Iterator[Contradiction]:
    """One pair of rows differs, in a value that the other column has as well, or in one of another row."""
    told = [(index, where) for index, where in pairs if one.keys[index] and other.keys[where]]
    differ = [(index, where) for index, where in told if not _agree(one.keys[index], other.keys[where])]
    agreed = {one.keys[index] for index, where in told if one.keys[index] == other.keys[where]}
    if len(differ) != 1 or len(agreed) < _least(one, other):
        return
    index, where = differ[0]
    twice = other.keys.count(other.keys[where]) > 1 and other.keys[where] in agreed
    taken = one.is_unique and _least(one, other) == _AGREE and twice
    if one.keys[index] not in other.known and not taken:
        return
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
