"""A day is a holiday twice in one calendar.

It is a day off once. The second entry was meant for another day, which is worked now.

Fails:

```yaml
title: Example
start: 2026-04-01
calendar: {holidays: [{date: 2026-04-03, name: Good Friday}, {date: 2026-04-03, name: Easter Monday}]}
tasks: {build: {name: Build, duration: 20d}}
```

Passes:

```yaml
title: Example
start: 2026-04-01
calendar: {holidays: [{date: 2026-04-03, name: Good Friday}, {date: 2026-04-06, name: Easter Monday}]}
tasks: {build: {name: Build, duration: 20d}}
```
"""

from collections.abc import Iterator
from itertools import accumulate

from generator.findings import Problem, Severity
from generator.model.calendar import Calendar, Holiday
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each holiday that begins on a day that is one off already."""
    for calendar in (plan.calendar, *plan.calendars.values()):
        yield from _shared(calendar)


def _shared(calendar: Calendar) -> Iterator[Problem]:
    in_order = sorted(enumerate(calendar.holidays), key=lambda each: (each[1].date, each[0]))
    for other, (index, holiday) in zip(
        accumulate((each for _, each in in_order), _longer), in_order[1:], strict=False
    ):
        if holiday.date <= (other.until or other.date):
            message = f'{holiday.date} is a day off twice: "{other.name}" and "{holiday.name}"'
            yield Problem((*calendar.pointer, "holidays", index, "date"), message, "remove one, or correct its date")


def _longer(one: Holiday, other: Holiday) -> Holiday:
    """Of two holidays the one that ends last."""
    return max(one, other, key=lambda each: each.until or each.date)
