"""A task should be finished by the status date, and its progress is not told, where that of others is.

What is not told counts as nothing done: the plan's own figures are too low, or the task was forgotten.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-09
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 100%}
  drain: {name: Drain, duration: 2d}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-09
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 100%}
  drain: {name: Drain, duration: 2d, percent_complete: 100%}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.rules.schedule._progress import is_told, passes_by_itself
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING


def check(schedule: Schedule, as_of: date | None) -> Iterator[Problem]:
    """Yield each task without progress whose last day is over; what passes by the clock needs none."""
    today = schedule.time.day_index(as_of) if as_of and is_told(schedule.breakdown) else None
    for task in schedule.breakdown.tasks if today is not None else ():
        last = schedule.time.day_of_finish(schedule.dates[task.id].early_finish)
        is_over = today is not None and last.index <= today
        if is_over and task.percent_complete is None and not passes_by_itself(task):
            message = f'"{task.id}" was to finish {compact(last)}, and its progress on {as_of} is not told'
            yield Problem(task.pointer, message, 'write "percent_complete"')
