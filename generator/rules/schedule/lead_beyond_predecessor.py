"""A lead is longer than the work that it overlaps.

A task that may start five days before the end of a three-day task starts before that task does: it does not wait for
it at all.

Fails:

```yaml
title: Example
tasks:
  brief: {name: Brief, duration: 4d}
  dig: {name: Dig, duration: 3d, depends_on: brief}
  pour: {name: Pour, duration: 2d, depends_on: dig FS-5d}
```

Passes:

```yaml
title: Example
tasks:
  brief: {name: Brief, duration: 4d}
  dig: {name: Dig, duration: 3d, depends_on: brief}
  pour: {name: Pour, duration: 2d, depends_on: dig FS-1d}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Dependency, Link
from generator.scheduling.network import Edge
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_FROM_FINISH = (Link.FINISH_TO_START, Link.FINISH_TO_FINISH)


def check(schedule: Schedule) -> Iterator[Problem]:
    """Yield each lead from a finish that reaches back beyond the start."""
    for edges in schedule.network.into.values():
        for edge in edges:
            if edge.dependency and edge.pointer and edge.lag < 0 and edge.link in _FROM_FINISH:
                before = edge.dependency.on
                if -edge.lag > _length(edge, edge.dependency, schedule):
                    message = f'"{edge.dependency}" reaches back to before "{before}" starts'
                    yield Problem(edge.pointer, message, f'shorten the lead, or link to the start: "{before} SS"')


def _length(edge: Edge, dependency: Dependency, schedule: Schedule) -> int:
    """How long the predecessor takes, on the clock on which the lead counts."""
    dates = schedule.dates[dependency.on]
    return edge.clock.between(dates.early_start, dates.early_finish)
