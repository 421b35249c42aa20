"""An item cannot start or finish by the day that the plan imposes.

An upper limit pulls no date forward: the work before it takes as long as it takes. Either the limit moves, or the
work does.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, finish_by: W1D4}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, finish_by: W1D5}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.rules.schedule._limits import overrun, waits_for
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.ERROR
_LIMITS = {"start_by": "starts", "start_on": "starts", "finish_by": "finishes", "finish_on": "finishes"}


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each upper limit that the early dates overrun; one that another limit forbids is told as that."""
    for item in schedule.breakdown.items.values():
        for key, verb in _LIMITS.items():
            day = overrun(item, key, schedule)
            if day:
                message = f'"{item.id}" {verb} {compact(day)} at the earliest, after its {key} {getattr(item, key)}'
                help_text = f"move the limit, or shorten what it waits for: {waits_for(item, schedule)}"
                yield Problem((*item.pointer, key), message, help_text)
