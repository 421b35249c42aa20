"""A task was started or finished before what it waits for.

Either the dependency does not hold, and the dates of what follows are later than they need be, or work was done on
something that could still change.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, started: W1D1, finished: W1D3, percent_complete: 100%}
  pour: {name: Pour, duration: 2d, depends_on: dig, started: W1D2, percent_complete: 20%}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, started: W1D1, finished: W1D3, percent_complete: 100%}
  pour: {name: Pour, duration: 2d, depends_on: dig, started: W1D3, percent_complete: 20%}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Dependency, Link, Task
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.WARNING
_ENDS = {
    Link.FINISH_TO_START: ("finished", "started"),
    Link.START_TO_START: ("started", "started"),
    Link.FINISH_TO_FINISH: ("finished", "finished"),
    Link.START_TO_FINISH: ("started", "finished"),
}


def check(breakdown: Breakdown, time: WorkingTime) -> Iterator[Problem]:
    """Yield each recorded day that comes before the recorded day of what it waits for; leads are left alone."""
    for task in breakdown.tasks:
        for dependency in task.depends_on:
            if not dependency.lead:
                yield from _early(task, dependency, breakdown, time)


def _early(task: Task, dependency: Dependency, breakdown: Breakdown, time: WorkingTime) -> Iterator[Problem]:
    theirs, ours = _ENDS[dependency.link]
    day = _day(task, ours, time)
    for other in breakdown.tasks_within(dependency.on):
        before = _day(other, theirs, time)
        if day is not None and before is not None and day < before:
            told = f'"{task.id}" was {ours} {getattr(task, ours)}, but waits for "{other.id}"'
            message = f"{told}, {theirs} {getattr(other, theirs)}"
            yield Problem((*task.pointer, ours), message, "correct one of the two days, or the dependency")
            return


def _day(task: Task, key: str, time: WorkingTime) -> int | None:
    when = getattr(task, key)
    return time.day_index(when) if when else None
