"""A task takes no time.

What takes no time is no work but a moment: a milestone says so, and charts draw it as one.

Fails:

```yaml
title: Example
tasks:
  release: {name: Release, duration: 0d}
```

Passes:

```yaml
title: Example
milestones:
  release: {name: Release}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.working_time import lay_out

SEVERITY = Severity.ERROR


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each task whose duration is less than a minute."""
    time = lay_out(plan.calendar, plan.start)
    for task in breakdown.tasks:
        given = task.duration or task.effort
        if given and not given.likely.minutes(time.day_minutes, time.week_minutes):
            pointer = (*task.pointer, "duration" if task.duration else "effort")
            message = f'task "{task.id}" takes no time ({given})'
            yield Problem(pointer, message, 'make it a milestone, or give it a duration such as "1h"')
