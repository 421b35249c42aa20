"""Nothing waits for a task, where nearly all others lead to something.

Its delay is seen by nobody, and its result goes nowhere: most often a dependency on it was forgotten. A task that
ends with the plan leads to its end, and one that a checkpoint names is waited for by whoever holds that.

Fails:

```yaml
title: Example
checks: {dead-end: {most: 60}}
tasks:
  write: {name: Write, duration: 5d}
  read: {name: Read, duration: 2d, depends_on: write}
  revise: {name: Revise, duration: 4d, depends_on: write}
  print: {name: Print, duration: 1d, depends_on: revise}
```

Passes:

```yaml
title: Example
checks: {dead-end: {most: 60}}
tasks:
  write: {name: Write, duration: 5d}
  read: {name: Read, duration: 2d, depends_on: write}
  revise: {name: Revise, duration: 4d, depends_on: read}
  print: {name: Print, duration: 1d, depends_on: revise}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.scheduling.network import Network
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule, *, most: int = 95) -> Iterator[Problem]:
    """Yield each task that leads to nothing, where `most` per cent of the tasks lead to something."""
    named = {item for checkpoint in plan.checkpoints.values() for item in checkpoint.scope}
    tasks = schedule.breakdown.tasks
    ending = {task.id for task in tasks if schedule.dates[task.id].early_finish == schedule.finish}
    leading = _leading(schedule.network) | named | ending
    for task, having in gaps(tasks, lambda each: each.id in leading, most=most):
        message = f'nothing waits for "{task.id}"; {having} tasks lead to something'
        yield Problem(task.pointer, message, "name it under the depends_on of what needs it")


def _leading(network: Network) -> frozenset[str]:
    """Everything that some dependency waits for, be it on the wave or phase that holds it."""
    return network.before(edge.source for edges in network.into.values() for edge in edges if edge.dependency)
