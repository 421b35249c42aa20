"""The plan starts on a day on which nobody works.

Work begins on the next workday: the date on the cover is not the day on which anything starts.

Fails:

```yaml
title: Example
start: 2026-01-10
tasks: {build: {name: Build, duration: 2d}}
```

Passes:

```yaml
title: Example
start: 2026-01-12
tasks: {build: {name: Build, duration: 2d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.schedule._days import why_off
from generator.scheduling.clock import DAY
from generator.scheduling.schedule import plan_start
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.WARNING


def check(plan: Plan, time: WorkingTime) -> Iterator[Problem]:
    """Yield the start of a plan whose first day is a day off."""
    index = time.day_index(plan.start) if plan.start else None
    if index is not None and not time.is_workday(index):
        first = time.day(plan_start(plan, time) // DAY).date
        message = f"the plan starts on {plan.start}, {why_off(index, time)}"
        yield Problem(("start",), message, f"write {first}, the first day of work")
