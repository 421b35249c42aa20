"""Days off are given in a plan that has no start.

Holidays are dates, and a plan without a start has none: all of its days are counted as if there were no holiday.

Fails:

```yaml
title: Example
calendar: {holidays: [{date: 2026-01-09, name: Bank holiday}]}
tasks: {build: {name: Build, duration: 10d}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-09, name: Bank holiday}]}
tasks: {build: {name: Build, duration: 10d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING
_KEYS = ("holidays", "country", "worked")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each key of a calendar that nothing can follow from."""
    for calendar in (plan.calendar, *plan.calendars.values()) if plan.start is None else ():
        for key in _KEYS:
            if getattr(calendar, key):
                message = f'"{key}" of a calendar in a plan without a start'
                yield Problem((*calendar.pointer, key), message, 'give the plan a "start", or leave them out')
