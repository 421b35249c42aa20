"""A task has no day on which it was started or finished, where most of its kind have one.

Where days are recorded, the missing ones make the others worth less: nobody can tell how late the work really was.

Fails:

```yaml
title: Example
tasks:
  a: {name: A, duration: 1d, started: W1D1, finished: W1D1, percent_complete: 100%}
  b: {name: B, duration: 1d, started: W1D1, finished: W1D1, percent_complete: 100%}
  c: {name: C, duration: 1d, started: W1D1, finished: W1D1, percent_complete: 100%}
  d: {name: D, duration: 1d, started: W1D1, percent_complete: 100%}
```

Passes:

```yaml
title: Example
tasks:
  a: {name: A, duration: 1d, started: W1D1, finished: W1D1, percent_complete: 100%}
  b: {name: B, duration: 1d, started: W1D1, finished: W1D1, percent_complete: 100%}
  c: {name: C, duration: 1d, started: W1D1, finished: W1D1, percent_complete: 100%}
  d: {name: D, duration: 2d, started: W1D1, percent_complete: 60%}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.progress.recorded import DONE

SEVERITY = Severity.WARNING


def check(breakdown: Breakdown, *, most: int = 75) -> Iterator[Problem]:
    """Yield each task begun or complete without the day, where `most` per cent of them have it."""
    begun = [task for task in breakdown.tasks if task.percent_complete or task.started]
    complete = [task for task in begun if task.percent_complete == DONE]
    for task, having in gaps(begun, lambda each: each.started, most=most):
        yield Problem(
            task.pointer, f'"{task.id}" has begun, nobody says when; of {having} it is told', 'write "started"'
        )
    for task, having in gaps(complete, lambda each: each.finished, most=most):
        told = f'"{task.id}" is complete, nobody says since when; of {having} it is told'
        yield Problem(task.pointer, told, 'write "finished"')
