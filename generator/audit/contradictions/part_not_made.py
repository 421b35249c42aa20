"""A table about one row of another table does not come to what that row tells.

The row was planned with, and its own table is what is done.

Fails:

```markdown
| Stage | Who | Lockers |
|---|---|---|
| A | Pool | 60 |
| B | Gym | 150 |

## Lockers of the gym (stage B)

| Room | Lockers |
|---|---|
| Upper | 70 |
| Lower | 60 |
```

Passes:

```markdown
| Stage | Who | Lockers |
|---|---|---|
| A | Pool | 60 |
| B | Gym | 150 |

## Lockers of the gym (stage B)

| Room | Lockers |
|---|---|
| Upper | 70 |
| Lower | 80 |
```
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.comparisons import Column, Figure, columns_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Quote
from generator.audit.understanding.quantities import TIMES
from generator.audit.understanding.words import tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST, _MOST = 2, 40
_NEAR = Decimal("0.4")
_SOME = frozenset({"top", "largest", "biggest", "example", "some", "selected", "open", "remaining", "extra"})
_EMPTY = frozenset({"number", "no", "planned", "total", "expected", "many", "count", "how"})


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each column whose heading names the one row that has another figure of the same."""
    columns = columns_of(facts.reading)
    figures = _figures(columns)
    for column in columns:
        added, quote = _sum(column)
        told = _told_of(column, figures) if len(column.figures) >= _FEWEST else []
        if len(told) == 1 and added != told[0].value and abs(added - told[0].value) <= added * _NEAR:
            value = f"{told[0].value.normalize():f}"
            message = f'the rows add up to {added.normalize():f}, "{told[0].called}" has {value}'
            yield Contradiction(message, quote, (told[0].quote,), "mend the row that is wrong, or the figure")


def _sum(column: Column) -> tuple[Decimal, Quote]:
    return sum((each.value for each in column.figures), Decimal(0)), column.figures[0].quote


def _figures(columns: list[Column]) -> dict[tuple[str, str], list[tuple[Grid, Figure]]]:
    """Figures by what their column counts and by each word of their row's names."""
    found: dict[tuple[str, str], list[tuple[Grid, Figure]]] = defaultdict(list)
    for column in columns:
        for each in column.figures:
            for noun in column.stems - _EMPTY:
                for word in {name[0] for name in each.names}:
                    found[noun, word].append((column.grid, each))
    return found


def _told_of(column: Column, figures: dict[tuple[str, str], list[tuple[Grid, Figure]]]) -> list[Figure]:
    """The figures of other tables whose row the heading names, where it names no other row of that table."""
    stems = [stem for stem, _, _ in tokens_of(column.heading)]
    words = [stem for stem, _, _ in tokens_of(column.grid.under[-1].text.plain)] if column.grid.under else []
    if not words or not stems or stems[-1] in _EMPTY | TIMES or len(column.stems - _EMPTY) > 1 or _SOME & set(words):
        return []
    near = [pair for word in set(words) for pair in figures.get((stems[-1], word), [])[:_MOST]]
    found = {
        id(each): each
        for grid, each in near
        if grid is not column.grid and any(_stands_in(name, words) for name in each.names)
    }
    return list(found.values())


def _stands_in(name: tuple[str, ...], words: list[str]) -> bool:
    return any(tuple(words[start : start + len(name)]) == name for start in range(len(words)))
