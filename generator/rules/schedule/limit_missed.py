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
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact
from generator.scheduling.working_time import Day

SEVERITY = Severity.ERROR
_LIMITS = {"start_by": "starts", "start_on": "starts", "finish_by": "finishes", "finish_on": "finishes"}


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each upper limit that the early dates overrun."""
    for item in schedule.breakdown.items.values():
        for key, verb in _LIMITS.items():
            when = getattr(item, key, None)
            day = _day(item, verb, schedule)
            if when and day.index > (schedule.time.day_index(when) or 0):
                message = f'"{item.id}" {verb} {compact(day)} at the earliest, after its {key} {when}'
                yield Problem(
                    (*item.pointer, key),
                    message,
                    f"move the limit, or shorten what it waits for: {_drivers(item, schedule)}",
                )


def _day(item: SchedItem, verb: str, schedule: Schedule) -> Day:
    dates = schedule.dates[item.id]
    if verb == "starts":
        return schedule.time.day_of_start(dates.early_start)
    return schedule.time.day_of_finish(dates.early_finish)


def _drivers(item: SchedItem, schedule: Schedule) -> str:
    drivers = schedule.dates[item.id].drivers
    return ", ".join(driver.item or driver.cause.value for driver in drivers)
