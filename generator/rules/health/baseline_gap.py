"""A task has no agreed dates, where most tasks have them.

The baseline is what later dates are held against; a task without one is never late. New work is agreed on like any
other.

Fails:

```yaml
title: Example
baseline:
  items:
    a: {start: W1D1, finish: W1D5}
    b: {start: W1D1, finish: W1D5}
    c: {start: W1D1, finish: W1D5}
tasks:
  a: {name: A, duration: 5d}
  b: {name: B, duration: 5d}
  c: {name: C, duration: 5d}
  d: {name: D, duration: 5d}
```

Passes:

```yaml
title: Example
baseline:
  items:
    a: {start: W1D1, finish: W1D5}
    b: {start: W1D1, finish: W1D5}
    c: {start: W1D1, finish: W1D5}
    d: {start: W1D1, finish: W1D5}
tasks:
  a: {name: A, duration: 5d}
  b: {name: B, duration: 5d}
  c: {name: C, duration: 5d}
  d: {name: D, duration: 5d}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown, *, most: int = 75) -> Iterator[Problem]:
    """Yield each task that the baseline lacks, where it has `most` per cent of them."""
    for task, having in gaps(breakdown.tasks, lambda each: each.id in plan.baseline.items, most=most):
        message = f'"{task.id}" has no agreed dates, {having} tasks have them'
        yield Problem(task.pointer, message, 'agree on them, and write them under "baseline"')
