"""A task is named for a weekday on which no work on it is done.

"Watch on the First Tuesday" whose only day is a Monday: who goes by the name comes a day late. The calendar's own
names (Good Friday, Black Friday) and days that a name only speaks of (*Brief for Monday*) are left alone.

Fails:

```yaml
title: Example
start: 2026-05-18
tasks:
  watch: {name: Watch on the First Tuesday, duration: 1d}
```

Passes:

```yaml
title: Example
start: 2026-05-18
tasks:
  watch: {name: Watch on the First Monday, duration: 1d}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import Day

SEVERITY = Severity.WARNING
_WEEK = 7
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})s?\b")
_HELD = re.compile(
    rf"(?:.*\bon\s+)?(?:(?i:the\s+)?(?i:first|second|third|fourth|last)\s+|(?<=on\s)(?:the\s+)?|^)(?P<day>{'|'.join(_DAYS)})"
)
"""A name that is a weekday, or ends with one on which something is done."""


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each task whose name ends with a weekday that is none of its days."""
    for task in schedule.breakdown.tasks:
        found = _HELD.fullmatch(task.name)
        if found is None or len(_DAY.findall(task.name)) > 1:
            continue
        days = list(_days(task.id, schedule))
        if days and found["day"] not in days:
            message = f'"{task.id}" is named for a {found["day"]}, and is done on {joined(list(dict.fromkeys(days)))}'
            yield Problem((*task.pointer, "name"), message, "correct the name, or what its day follows from")


def _days(task: str, schedule: Schedule) -> Iterator[str]:
    """The weekdays from a task's start to its finish; none where the plan has no dates."""
    dates, time = schedule.dates[task], schedule.time
    first, last = time.day_of_start(dates.early_start), time.day_of_finish(dates.early_finish)
    for index in range(first.index, min(last.index, first.index + _WEEK - 1) + 1):
        day: Day = time.day(index)
        if day.date:
            yield _DAYS[day.date.weekday()]
