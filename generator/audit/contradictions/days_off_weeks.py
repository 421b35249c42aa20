"""A row tells its weeks and its days, and the days are not those of its weeks as the other rows count.

Who plans by the one column comes on another day than who plans by the other.

Fails:

```markdown
| Stage | Weeks | Working days |
|---|---|---|
| Prepare | 1-3 | 1-15 |
| North | 4-5 | 16-25 |
| East | 6-7 | 24-35 |
| South | 8-9 | 36-45 |
```

Passes:

```markdown
| Stage | Weeks | Working days |
|---|---|---|
| Prepare | 1-3 | 1-15 |
| North | 4-5 | 16-25 |
| East | 6-7 | 26-35 |
| South | 8-9 | 36-45 |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.timed_parts import Part
from generator.audit.understanding.windows import WEEK
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row that does not count its days from its weeks as all others do."""
    for series in facts.series:
        parts = [part for part in series.parts if part.at("week") and part.at("day")]
        for size in range(4, WEEK + 1):
            odd = [part for part in parts if _days(part, size) != _told(part)]
            if len(parts) >= _FEWEST and len(odd) == 1 and len(parts) == len(series.parts):
                yield _contradiction(odd[0], size)
                break


def _days(part: Part, size: int) -> tuple[int, int]:
    """The first and the last day of its weeks, with so many days a week."""
    told = part.at("week")
    first, last = (told[0].first or 0, told[0].last or 0) if told else (0, 0)
    return (first - 1) // WEEK * size + 1, -(-last // WEEK) * size


def _told(part: Part) -> tuple[int, int]:
    told = part.at("day")
    return (told[0].first or 0, told[0].last or 0) if told else (0, 0)


def _contradiction(part: Part, size: int) -> Contradiction:
    first, last = _days(part, size)
    weeks, days = part.at("week"), part.at("day")
    quote = days[1] if days else part.told[0][1]
    message = f'"{part.text}" in {weeks[0] if weeks else ""} has the days {first} to {last} as the other rows count'
    return Contradiction(message, quote, (), "mend the days or the weeks")
