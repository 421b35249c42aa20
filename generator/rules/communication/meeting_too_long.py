"""A meeting takes up its whole day, or is held daily and takes up a quarter of it.

"15 hours" for "15 minutes" is quickly written, and goes into the calendars of all who come.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 5d}}
meetings: {standup: {name: Standup, on: daily, lasts: 3 hours, audience: the team}}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 5d}}
meetings: {standup: {name: Standup, on: daily, lasts: 15 minutes, audience: the team}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.meetings import length_of
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.WARNING
_ALL = 100


def check(plan: Plan, time: WorkingTime, *, daily: int = 25) -> Iterator[Problem]:
    """Yield each meeting longer than a day of work, and each daily one of more than `daily` per cent of it."""
    for meeting in plan.meetings.values():
        most = time.day_minutes * (daily if meeting.is_daily else _ALL) // _ALL
        if (length_of(meeting) or 0) > most:
            often = " every day" if meeting.is_daily else ""
            hours = f"{time.day_minutes / 60:.2g}"
            message = f'"{meeting.id}" lasts {meeting.lasts}{often}, of a day of {hours} hours'
            yield Problem((*meeting.pointer, "lasts"), message, "check the unit, or hold it less often")
