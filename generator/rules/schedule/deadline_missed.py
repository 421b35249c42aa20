"""An item finishes after its deadline.

A deadline moves nothing; it says what was hoped for. Whoever set it should hear that it is missed while something can
still be done.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, deadline: W1D4}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, deadline: W1D5}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.rules.schedule._limits import overrun, waits_for
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING
_KEY = "deadline"


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each deadline that the early dates overrun."""
    for item in schedule.breakdown.items.values():
        day = overrun(item, _KEY, schedule)
        if day:
            message = f'"{item.id}" finishes {compact(day)}, after its deadline {getattr(item, _KEY)}'
            help_text = f"move the deadline, or shorten what it waits for: {waits_for(item, schedule)}"
            yield Problem((*item.pointer, _KEY), message, help_text)
