"""A task has progress, although it starts only after the status date.

Either the work has begun and its dates are wrong, or the progress belongs to another task.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-06
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 60%}
  paint: {name: Paint, duration: 2d, start: W2D1, percent_complete: 20%}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-06
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 60%}
  paint: {name: Paint, duration: 2d, start: W2D1, percent_complete: 0%}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING


def check(schedule: Schedule, as_of: date | None) -> Iterator[Problem]:
    """Yield each task at work before its first day."""
    today = schedule.time.day_index(as_of) if as_of else None
    for task in schedule.breakdown.tasks if today is not None else ():
        first = schedule.time.day_of_start(schedule.dates[task.id].early_start)
        if task.percent_complete and today is not None and first.index > today:
            told = f'"{task.id}" is at {task.percent_complete}%, but starts {compact(first)}'
            message = f"{told}, after the status date {as_of}"
            yield Problem((*task.pointer, "percent_complete"), message, "correct the progress, or what it waits for")
