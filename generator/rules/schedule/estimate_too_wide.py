"""A task's pessimistic duration is many times its optimistic one.

Whoever cannot tell a day from two weeks does not know the work yet: divide the task, or find out first.

Fails:

```yaml
title: Example
tasks: {migrate: {name: Migrate, duration: 1d/3d/10d}}
```

Passes:

```yaml
title: Example
tasks: {migrate: {name: Migrate, duration: 2d/3d/10d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.INFO


def check(breakdown: Breakdown, time: WorkingTime, *, most: int = 5) -> Iterator[Problem]:
    """Yield each estimate whose ends are further apart than `most` times."""
    for task in breakdown.tasks:
        for key in ("duration", "effort"):
            estimate = getattr(task, key)
            if estimate and estimate.is_range:
                ends = (estimate.optimistic, estimate.pessimistic)
                best, worst = (end.minutes(time.day_minutes, time.week_minutes) for end in ends)
                if worst > most * best:
                    message = f'{key} {estimate} of "{task.id}" spans more than {most} times its optimistic point'
                    yield Problem((*task.pointer, key), message, "divide the task, or find out what it depends on")
