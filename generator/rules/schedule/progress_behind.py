"""A task is behind: it should be finished by the status date, or begun, and is not.

Every date after it is told as if it had been done in time. Move it, or bring its progress up to date.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-09
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 60%}
  paint: {name: Paint, duration: 2d, start: W2D1, percent_complete: 0%}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-09
tasks:
  dig: {name: Dig, duration: 3d, percent_complete: 100%}
  paint: {name: Paint, duration: 2d, start: W2D1, percent_complete: 0%}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.rules.schedule._progress import DONE
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING


def check(schedule: Schedule, as_of: date | None) -> Iterator[Problem]:
    """Yield each task whose progress is told and is less than its dates ask for."""
    today = schedule.time.day_index(as_of) if as_of else None
    for task in schedule.breakdown.tasks if today is not None else ():
        due = _due(task, today or 0, schedule)
        if due:
            message = f'"{task.id}" is at {task.percent_complete}% on {as_of}, but {due}'
            help_text = "bring its progress up to date, or move it"
            yield Problem((*task.pointer, "percent_complete"), message, help_text)


def _due(task: Task, today: int, schedule: Schedule) -> str | None:
    """Say what the dates of a task ask for by the end of a day, beyond what is told of it."""
    dates, done = schedule.dates[task.id], task.percent_complete
    last = schedule.time.day_of_finish(dates.early_finish)
    first = schedule.time.day_of_start(dates.early_start)
    if done is not None and done < DONE and last.index <= today:
        return f"was to finish {compact(last)}"
    return f"was to start {compact(first)}" if done == 0 and first.index < today else None
