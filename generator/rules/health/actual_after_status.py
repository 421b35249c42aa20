"""Work is told as begun or finished on a day after the status date (DCMA point 9).

Nobody can know that yet: either the day is wrong, or the status date is an old one.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-07
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, finished: 2026-01-08, percent_complete: 100%}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-07
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, finished: 2026-01-07, percent_complete: 100%}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.tracking import actual_after_status
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule, as_of: date | None) -> Iterator[Problem]:
    """Yield each day on which work cannot have been done yet."""
    for each in actual_after_status(Facts(plan, schedule, as_of)):
        yield Problem(each.pointer, each.told, "correct the day, or bring status_date up to date")
