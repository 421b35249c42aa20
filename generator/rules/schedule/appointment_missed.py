"""A task has a time of day for its start, and cannot begin at that time.

An hour is told for what others come to: a clinic, a show, a window. What comes before it is finished only later, or
people are not free.

Fails:

```yaml
title: Example
tasks:
  set-up: {name: Set up, duration: 6h}
  show: {name: Show, duration: 1h, depends_on: set-up, start: W1D1 14:00}
```

Passes:

```yaml
title: Example
tasks:
  set-up: {name: Set up, duration: 4h}
  show: {name: Show, duration: 1h, depends_on: set-up, start: W1D1 14:00}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone, Task
from generator.model.plan import Plan
from generator.rules.schedule._limits import waits_for
from generator.scheduling.clock import DAY
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day
from generator.scheduling.working_time import minute_of

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each task and milestone that begins after the hour that is told for it."""
    items: tuple[Task | Milestone, ...] = (*schedule.breakdown.tasks, *plan.milestones.values())
    for item in items:
        begins = _later(item, schedule) if item.start else None
        if begins:
            message = f'"{item.id}" is to start {item.start}, and begins {begins}'
            help_text = f"correct the hour, or what it waits for: {waits_for(item, schedule)}"
            yield Problem((*item.pointer, "start"), message, help_text)


def _later(item: Task | Milestone, schedule: Schedule) -> str | None:
    """The day and hour at which an item with an hour begins, where it could have been at work before."""
    time, begin = schedule.time, schedule.dates[item.id].early_start
    index = time.day_index(item.start) if item.start else None
    minute = minute_of(item.start) if item.start else None
    clock = schedule.network.nodes[item.id].clock
    if index is None or minute is None or clock.between(index * DAY + minute, begin) <= 0:
        return None
    hour, rest = divmod(begin % DAY, 60)
    return f"{week_and_day(time.day_of_start(begin))}, {hour}:{rest:02}"
