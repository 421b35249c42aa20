"""Days off or days of leave end before they begin.

They would count for nothing.

Fails:

```yaml
title: Example
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-09, until: 2026-01-07, name: Move}]}
```

Passes:

```yaml
title: Example
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-07, until: 2026-01-09, name: Move}]}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.calendar import Holiday, Leave
from generator.model.plan import Plan
from generator.model.quantity import Position
from generator.scheduling.clock import LONGEST_WEEKS, WEEK_DAYS
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.ERROR


def check(plan: Plan, time: WorkingTime) -> Iterator[Problem]:
    """Yield each range of days whose last day is before its first, or that never ends."""
    calendars = (plan.calendar, *plan.calendars.values())
    ranges: list[Holiday | Leave] = [holiday for calendar in calendars for holiday in calendar.holidays]
    ranges += [leave for person in plan.people.values() for leave in person.leave]
    for each in ranges:
        days = _days(each.date, each.until, time) if each.until else None
        if days is not None and days < 0:
            message = f'"{each.until}" is before "{each.date}"'
            yield Problem((*each.pointer, "until"), message, "write the first day as date, the last as until")
        elif days is not None and days > LONGEST_WEEKS * WEEK_DAYS:
            message = f'from "{each.date}" to "{each.until}" is more than a hundred years'
            yield Problem((*each.pointer, "until"), message, "check the year")


def _days(first: Position | date, last: Position | date, time: WorkingTime) -> int | None:
    if isinstance(first, date) and isinstance(last, date):
        return (last - first).days
    begin, end = time.day_index(first), time.day_index(last)
    return end - begin if begin is not None and end is not None else None
