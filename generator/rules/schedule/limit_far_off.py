"""An imposed date lies so far behind the end of the plan that it bounds nothing.

A deadline that nothing could miss was most often typed with another year or month.

Fails:

```yaml
title: Example
start: 2026-01-05
tasks: {build: {name: Build, duration: 8d}}
milestones: {ready: {name: Ready, depends_on: build, deadline: 2027-01-16}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
tasks: {build: {name: Build, duration: 8d}}
milestones: {ready: {name: Ready, depends_on: build, deadline: 2026-01-16}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING
_BY = ("deadline", "finish_by", "start_by")
_FEWEST = 60


def check(schedule: Schedule, *, times: int = 1) -> Iterator[Problem]:
    """Yield each date after the end of the plan by more than `times` its length, and by more than two months."""
    first, last = (schedule.time.day_of_finish(each).index for each in (schedule.start + 1, schedule.finish))
    latest = last + max(times * (last - first), _FEWEST)
    for item in schedule.breakdown.items.values():
        for key in _BY:
            when = getattr(item, key, None)
            index = schedule.time.day_index(when) if when else None
            if index is not None and index > latest:
                end = week_and_day(schedule.time.day_of_finish(schedule.finish))
                message = f'{key} {when} of "{item.id}" is {index - last} days after the end of the plan ({end})'
                yield Problem((*item.pointer, key), message, "is it another year or month?")
