"""A part of the plan is at work at two different times.

Whoever reads only one of the two places plans by the wrong one, and every date that follows from it is wrong as well.

Fails:

```markdown
## Wave 1: Basics (Weeks 1-2)

## Wave 2: Shop (Weeks 3-4)

| Wave | Weeks |
|---|---|
| Wave 1 | 1-2 |
| Wave 2 | 3-5 |
```

Passes:

```markdown
## Wave 1: Basics (Weeks 1-2)

## Wave 2: Shop (Weeks 3-4)

| Wave | Weeks |
|---|---|
| Wave 1 | 1-2 |
| Wave 2 | 3-4 |
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._windows import agree
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import Unit
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each statement of time that another one about the same part contradicts."""
    by_unit: dict[Unit, list[Stay]] = defaultdict(list)
    for stay in facts.stays:
        by_unit[stay.unit].append(stay)
    for unit, stays in by_unit.items():
        yield from _disagreeing(unit, stays)


def _disagreeing(unit: Unit, stays: list[Stay]) -> Iterator[Contradiction]:
    """Hold each statement against the first that it does not agree with."""
    for index, stay in enumerate(stays):
        other = next((each for each in stays[:index] if not agree(stay, each)), None)
        if other:
            message = f'"{unit}" is told for {stay.window}, and for {other.window}'
            yield Contradiction(message, stay.quote, (other.quote,))
