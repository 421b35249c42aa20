"""A column names a thing that the table of all such things does not have.

It was called otherwise once, or never was there; whoever looks for it finds nothing.

Fails:

```markdown
| Team | Lead |
|---|---|
| Owls | Ada |
| Larks | Tom |
| Wrens | Eva |

| Job | Team |
|---|---|
| Gates | Larks |
| Tickets | Robins |
| Bar | Owls |
| Cloakroom | Wrens |
```

Passes:

```markdown
| Team | Lead |
|---|---|
| Owls | Ada |
| Larks | Tom |
| Wrens | Eva |

| Job | Team |
|---|---|
| Gates | Larks |
| Tickets | Wrens |
| Bar | Owls |
| Cloakroom | Wrens |
```
"""

from collections import Counter
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.joins import Column, by_value, columns_of_names, parts_of_cell
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import key_of, tokens_of
from generator.findings import Severity

SEVERITY = Severity.WARNING

_FEWEST, _FEWEST_OTHERWISE, _MOST = 2, 3, 12
Named = list[tuple[frozenset[str], str, Phrase, int]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one name of a column that is neither in the table of its kind nor anywhere else."""
    columns = columns_of_names(facts.reading)
    having = Counter(word for phrase in facts.reading.phrases for word in key_of(phrase.plain))
    keys = by_value([column for column in columns if column.is_key and column.is_unique])
    for column in columns:
        if not column.is_key:
            yield from _strange(column, keys, having)


def _strange(
    column: Column, keys: dict[frozenset[str], list[Column]], having: Counter[str]
) -> Iterator[Contradiction]:
    named: Named = [
        (key_of(part), part, row.cells[column.index], index)
        for index, row in enumerate(column.rows)
        for part in parts_of_cell(row.cells[column.index])
    ]
    listing = {
        id(each): each for key, *_ in named for each in keys.get(key, [])[:_MOST] if each.grid is not column.grid
    }
    for other in listing.values():
        strange = [each for each in named if each[0] not in other.known]
        known = {key for key, *_ in named} & other.known
        enough = _FEWEST if _same_noun(column, other) else _FEWEST_OTHERWISE
        if len(strange) == 1 and len(known) >= enough and _is_nowhere_else(strange[0][0], having):
            _, told, cell, index = strange[0]
            first = other.rows[0]
            message = f'there is no "{told}" among {len(other.known)} of the kind'
            there = first.mark(first.cells[other.index])
            yield Contradiction(message, column.rows[index].mark(cell), (there,), "name one that is listed")
            return


def _same_noun(column: Column, other: Column) -> bool:
    one, two = ({stem for stem, _, _ in tokens_of(each.header.plain)} for each in (column, other))
    return bool(one & two)


def _is_nowhere_else(key: frozenset[str], having: Counter[str]) -> bool:
    """One of its words stands in no other text."""
    return any(having[word] == 1 and word[0].isalpha() for word in key)
