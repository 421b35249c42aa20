"""Working hours overlap.

Two shifts at the same time would count one hour of work twice.

Fails:

```yaml
title: Example
calendar: {hours: ["9:00-13:00", "12:00-17:00"]}
```

Passes:

```yaml
title: Example
calendar: {hours: ["9:00-12:00", "13:00-17:00"]}
```
"""

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.model.quantity import Shift

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each shift that begins before one that it follows has ended."""
    for calendar in (plan.calendar, *plan.calendars.values()):
        yield from _overlapping(calendar.hours, (*calendar.pointer, "hours"))
        for day, hours in calendar.hours_on.items():
            yield from _overlapping(hours, (*calendar.pointer, "hours_on", day.value))


def _overlapping(hours: tuple[Shift, ...], pointer: Pointer) -> Iterator[Problem]:
    for index, shift in enumerate(hours):
        other = next((each for each in hours[:index] if each.start < shift.end and shift.start < each.end), None)
        if other:
            message = f"hours {_told(shift)} overlap {_told(other)}"
            yield Problem((*pointer, index), message, "write shifts that follow one another")


def _told(shift: Shift) -> str:
    return "-".join(f"{minute // 60}:{minute % 60:02}" for minute in (shift.start, shift.end))
