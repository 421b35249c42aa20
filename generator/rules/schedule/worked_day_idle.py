"""A day is named as one of work that is one anyway.

`worked` is for days that would be off. A wrong date there leaves the day that was meant without work.

Fails:

```yaml
title: Example
start: 2026-01-05
calendar: {worked: [2026-01-09]}
tasks: {build: {name: Build, duration: 2d}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
calendar: {worked: [2026-01-10]}
tasks: {build: {name: Build, duration: 2d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.calendar import Weekday
from generator.model.plan import Plan
from generator.scheduling.working_time import lay_out

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each worked day that is a workday of its calendar and no holiday, its own or the plan's."""
    off = lay_out(plan.calendar, plan.start).holiday_on
    for calendar in (plan.calendar, *plan.calendars.values()) if plan.start else ():
        own = lay_out(calendar, plan.start).holiday_on if calendar.worked else off
        for index, day in enumerate(calendar.worked):
            if Weekday.at(day.weekday()) in calendar.workdays and not own(day) and not off(day):
                told = f"{day} is a {Weekday.at(day.weekday()).title} and no day off, so it is worked anyway"
                yield Problem((*calendar.pointer, "worked", index), told, "correct the date, or leave it out")
