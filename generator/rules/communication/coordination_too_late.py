"""A coordination point lies in a week in which a wave that needs it is finished, or mostly so.

What is settled after the work is done is settled for nobody. A wave that takes over needs it for the greater part of
its tasks.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 10d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 2, topic: Contract of the service, providers: wave-1, receivers: wave-2}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 10d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 1, topic: Contract of the service, providers: wave-1, receivers: wave-2}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_ALL = 100


def check(plan: Plan, schedule: Schedule, *, most: int = 50) -> Iterator[Problem]:
    """Yield each point after the end of a wave that needs it, or after `most` per cent of a receiver's tasks."""
    for point in plan.coordination.values():
        late = [wave for wave in (*point.receivers, *point.between) if _is_over(wave, point.week, schedule)]
        mostly = [wave for wave in point.receivers if _done(wave, point.week, schedule) > most]
        if late:
            last = schedule.weeks(late[0]).last
            told = f'"{point.id}" is settled in week {point.week}, but "{late[0]}" ends in week {last}'
            yield Problem((*point.pointer, "week"), told, f"write week: {last} or earlier")
        elif mostly:
            done = f'"{mostly[0]}" has {_done(mostly[0], point.week, schedule)}% of its tasks behind it'
            told = f'"{point.id}" is settled in week {point.week}, when {done}'
            yield Problem((*point.pointer, "week"), told, "choose an earlier week")


def _is_over(wave: str, week: int, schedule: Schedule) -> bool:
    return wave in schedule.breakdown.members and schedule.weeks(wave).last < week


def _done(wave: str, week: int, schedule: Schedule) -> int:
    """Per cent of a wave's tasks that are finished before a week."""
    tasks = [*schedule.breakdown.tasks_within(wave)] if wave in schedule.breakdown.members else []
    return sum(_ALL for task in tasks if schedule.weeks(task.id).last < week) // max(len(tasks), 1)
