"""Somebody answers for a task or milestone, and is away for all of it.

Leave, or a calendar of one's own, says when somebody is there. A task that names those who do it, or is told as
finished, and one that passes by the clock alone, are left alone.

Fails:

```yaml
title: Example
start: 2026-01-05
roles: {student: {name: Student}}
people: {mara: {name: Mara, role: student, leave: [{date: 2026-01-08, until: 2026-01-09, name: Conference}]}}
tasks:
  clinic: {name: Hour at the clinic, duration: 1h, start: 2026-01-08 10:00, owner: mara}
```

Passes:

```yaml
title: Example
start: 2026-01-05
roles: {student: {name: Student}}
people: {mara: {name: Mara, role: student, leave: [{date: 2026-01-08, until: 2026-01-09, name: Conference}]}}
tasks:
  clinic: {name: Hour at the clinic, duration: 1h, start: 2026-01-07 10:00, owner: mara}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone, Task
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._presence import away, days_of
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING
_DONE = 100


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each task and milestone ahead on whose days its owner does not work, but others do."""
    items: list[Task | Milestone] = [*schedule.breakdown.tasks, *plan.milestones.values()]
    open_items = filter(_needs_owner, items)
    for item, owner in away(open_items, lambda each: days_of(each.id, schedule), plan, index, schedule):
        message = f'"{owner}" answers for "{item.id}", but is away ({_when(item.id, schedule)})'
        yield Problem((*item.pointer, "owner"), message, "name somebody who is there, or move it")


def _needs_owner(item: Task | Milestone) -> bool:
    if isinstance(item, Milestone):
        return not item.done
    passes_by_itself = item.duration is not None and item.duration.likely.elapsed
    return not item.people and item.percent_complete != _DONE and not passes_by_itself


def _when(item: str, schedule: Schedule) -> str:
    dates, time = schedule.dates[item], schedule.time
    days = (time.day_of_start(dates.early_start), time.day_of_finish(dates.early_finish))
    return " to ".join(dict.fromkeys(map(compact, days)))
