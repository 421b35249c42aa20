"""For weeks nobody does anything, and nothing runs by the clock.

A plan that stands still is most often held up by one wrong date: a year too late, or a start a year too early.

Fails:

```yaml
title: Example
start: 2026-01-05
tasks:
  write: {name: Write, duration: 5d}
  print: {name: Print, duration: 1d, depends_on: write, start: 2027-01-11}
```

Passes:

```yaml
title: Example
start: 2026-01-05
tasks:
  write: {name: Write, duration: 5d}
  print: {name: Print, duration: 1d, depends_on: write, start: 2026-01-13}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(schedule: Schedule, *, limit: int = 20) -> Iterator[Problem]:
    """Yield each task before which no other is at work for more than `limit` working days."""
    time, spans = schedule.time, [(schedule.dates[task.id], task) for task in schedule.breakdown.tasks]
    over = schedule.start
    for dates, task in sorted(spans, key=lambda each: each[0].early_start):
        if time.clock.between(over, dates.early_start) > limit * time.day_minutes:
            days = time.clock.between(over, dates.early_start) // time.day_minutes
            message = f'for {days} working days before "{task.id}" begins {_begin(dates.early_start, schedule)}'
            told = f"{message} nothing is at work"
            help_text = "correct the date that holds it up, or name what is done meanwhile"
            yield Problem((*task.pointer, "start") if task.start else task.pointer, told, help_text)
        over = max(over, dates.early_finish)


def _begin(instant: int, schedule: Schedule) -> str:
    return week_and_day(schedule.time.day_of_start(instant))
