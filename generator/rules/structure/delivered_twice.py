"""Two tasks deliver the same thing.

A deliverable is there when its task is done. With two tasks it is there twice, on two dates, and each may take the
other for the one that does the work.

Fails:

```yaml
title: Example
deliverables: {plans: {name: Plans}}
tasks:
  sketch: {name: Sketch, duration: 2d, delivers: plans}
  draw: {name: Draw, duration: 5d, delivers: plans}
```

Passes:

```yaml
title: Example
deliverables: {plans: {name: Plans}}
tasks:
  sketch: {name: Sketch, duration: 2d}
  draw: {name: Draw, duration: 5d, delivers: plans}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each delivery of something that another task delivers before it in the plan."""
    first: dict[str, Task] = {}
    for task in breakdown.tasks:
        for index, name in enumerate(task.delivers):
            other = first.setdefault(name, task)
            if other is not task:
                message = f'"{task.id}" delivers "{name}", as "{other.id}" does'
                help_text = "leave it to the task that finishes it, or make two deliverables of it"
                yield Problem((*task.pointer, "delivers", index), message, help_text, (other.pointer,))
