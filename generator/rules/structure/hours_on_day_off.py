"""Hours are told for a weekday that is no workday.

Only workdays have hours: these would never be worked.

Fails:

```yaml
title: Example
calendar: {workdays: [mon, tue, wed, thu], hours_on: {fri: ["9:00-13:00"]}}
```

Passes:

```yaml
title: Example
calendar: {hours_on: {fri: ["9:00-13:00"]}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each such weekday of each calendar."""
    for calendar in (plan.calendar, *plan.calendars.values()):
        for day in calendar.hours_on:
            if day not in calendar.workdays:
                message = f'"{day.value}" has hours and is no workday'
                yield Problem(
                    (*calendar.pointer, "hours_on", day.value), message, "add it to workdays, or drop its hours"
                )
