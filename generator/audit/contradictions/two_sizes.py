"""A part of the plan has two different numbers of people.

One of the two was agreed with those who lend the people.

Fails:

```markdown
| Team | Developers |
|---|---|
| Team A | 3 |
| Team B | 2-3 |

## Team B (3-4 developers)
```

Passes:

```markdown
| Team | Developers |
|---|---|
| Team A | 3 |
| Team B | 2-3 |

## Team B (2-3 developers)
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.sizes import Size, same_people, sizes_of
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of people that an earlier one for the same part contradicts."""
    told: list[Size] = []
    for size in sizes_of(facts.reading):
        other = next((each for each in told if same_people(size, each)), None)
        if other is None:
            told.append(size)
        elif (other.band.low, other.band.high) != (size.band.low, size.band.high) and not _of_rows(size, other):
            message = f'"{size.unit}" has {size.band} people, and {other.band}'
            yield Contradiction(message, size.quote, (other.quote,))


def _of_rows(size: Size, other: Size) -> bool:
    """A part that has several rows in one table has a number for each of them."""
    return size.table is not None and size.table is other.table
