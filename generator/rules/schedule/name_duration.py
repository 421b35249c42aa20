"""A task is called by how long it takes, and takes another time.

Everybody plans by the name: "Ten Days of Control" is ten days to whoever reads it.

Fails:

```yaml
title: Example
tasks: {proof: {name: Ten Days of Control, duration: 7ed}}
```

Passes:

```yaml
title: Example
tasks: {proof: {name: Ten Days of Control, duration: 10ed}}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.numbers import NUMBER, number_of
from generator.model.breakdown import Task
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_LENGTH = re.compile(
    rf"(?:(?P<number>an?|{NUMBER})[\s-]+(?P<unit>minute|hour|day|week|fortnight)s?)(?:\s+of\s+.+)?", re.IGNORECASE
)
_HOUR, _DAY = 60, 24 * 60


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each task whose name or short name is a length, alone or with what it is a length of."""
    for task in schedule.breakdown.tasks:
        for key in ("name", "short"):
            found = _LENGTH.fullmatch(getattr(task, key) or "")
            if found and not _fits(task, _minutes(found["number"], found["unit"].casefold(), schedule), schedule):
                message = f'"{task.id}" is called "{getattr(task, key)}", and takes {schedule.estimate(task.id)}'
                yield Problem((*task.pointer, key), message, "correct the duration or the name")


def _minutes(number: str, unit: str, schedule: Schedule) -> set[int]:
    """A length in minutes, of working time and by the clock."""
    amount = 1 if number.casefold() in ("a", "an") else number_of(number)
    time = schedule.time
    sizes = {
        "minute": (1,),
        "hour": (_HOUR,),
        "day": (time.day_minutes, _DAY),
        "week": (time.week_minutes, 7 * _DAY),
        "fortnight": (2 * time.week_minutes, 14 * _DAY),
    }
    return {amount * size for size in sizes[unit]}


def _fits(task: Task, told: set[int], schedule: Schedule) -> bool:
    """Tell whether one of the points of a task's estimate is as long as told."""
    estimate = schedule.estimate(task.id)
    points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    return any(each.minutes(schedule.time.day_minutes, schedule.time.week_minutes) in told for each in points)
