"""A task was finished on a day before it was started.

One of the two days is wrong, and with it what the plan says of its own pace.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, started: W1D3, finished: W1D1, percent_complete: 100%}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, started: W1D1, finished: W1D3, percent_complete: 100%}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.model.text import Entry
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.ERROR


def check(plan: Plan, breakdown: Breakdown, time: WorkingTime) -> Iterator[Problem]:
    """Yield each pair of days in the wrong order, recorded ones and agreed ones."""
    for task in breakdown.tasks:
        yield from _backwards(task, ("started", "finished"), f'"{task.id}" was', time)
    for item, agreed in plan.baseline.items.items():
        yield from _backwards(agreed, ("start", "finish"), f'"{item}" is agreed to be', time)


def _backwards(entry: Entry, keys: tuple[str, str], who: str, time: WorkingTime) -> Iterator[Problem]:
    start, finish = (getattr(entry, key) for key in keys)
    if not start or not finish:
        return
    first, last = time.day_index(start), time.day_index(finish)
    if first is not None and last is not None and last < first:
        verb = "finished" if isinstance(entry, Task) else "done"
        message = f"{who} {verb} {finish}, before its {keys[0]} {start}"
        yield Problem((*entry.pointer, keys[1]), message, "correct one of the two days")
