"""A task does not tell how long it takes, or tells it twice.

A task has a duration, or an effort that those at work on it share. Without either no date follows; with both, one of
them is wrong as soon as somebody joins the task.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 5d}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.ERROR


def check(breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each task without duration and effort, and each that has both."""
    for task in breakdown.tasks:
        if task.duration is None and task.effort is None:
            yield Problem(task.pointer, f'task "{task.id}" has no duration', 'write "duration: 5d", or "effort: 12d"')
        if task.duration is not None and task.effort is not None:
            message = f'task "{task.id}" has a duration ({task.duration}) and an effort ({task.effort})'
            yield Problem((*task.pointer, "effort"), message, "keep the one that is known; the other follows")
