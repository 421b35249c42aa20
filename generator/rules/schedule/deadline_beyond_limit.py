"""A deadline lies after the day by which the item, or the whole that it is part of, must be finished.

Whoever reads the deadline believes to have time that there is not.

Fails:

```yaml
title: Example
start: 2026-01-05
tasks: {build: {name: Build, duration: 2d, finish_by: 2026-01-09, deadline: 2026-01-16}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
tasks: {build: {name: Build, duration: 2d, finish_by: 2026-01-16, deadline: 2026-01-09}}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.quantity import Position
from generator.rules._above import above
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.WARNING


def check(breakdown: Breakdown, time: WorkingTime) -> Iterator[Problem]:
    """Yield each deadline later than a `finish_by` of the item itself, or of its wave or phase."""
    for item in breakdown.items.values():
        deadline = getattr(item, "deadline", None)
        for holder in (item.id, *above(item.id, breakdown)) if deadline else ():
            limit = getattr(breakdown.items[holder], "finish_by", None)
            if limit and deadline and _is_after(deadline, limit, time):
                told = f'finish_by {limit} of "{holder}"' if holder != item.id else f"its finish_by {limit}"
                message = f'deadline {deadline} of "{item.id}" is after {told}'
                yield Problem((*item.pointer, "deadline"), message, "move it before that day, or leave it out")
                break


def _is_after(one: Position | date, other: Position | date, time: WorkingTime) -> bool:
    first, second = time.day_index(one), time.day_index(other)
    return first is not None and second is not None and first > second
