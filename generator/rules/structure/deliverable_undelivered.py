"""A deliverable is declared that no task delivers, where others are delivered.

It is promised in the timeline, and nobody works on it; no date can be told for it.

Fails:

```yaml
title: Example
deliverables: {plans: {name: Plans}, house: {name: House}}
tasks: {draw: {name: Draw, duration: 5d, delivers: plans}}
```

Passes:

```yaml
title: Example
deliverables: {plans: {name: Plans}, house: {name: House}}
tasks:
  draw: {name: Draw, duration: 5d, delivers: plans}
  build: {name: Build, duration: 20d, delivers: house}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each deliverable that stands in no task's `delivers`; a plan in which none does leaves them out."""
    delivered = {name for task in schedule.breakdown.tasks for name in task.delivers}
    for item, having in gaps(plan.deliverables.values(), lambda each: each.id in delivered, most=0):
        message = f'no task delivers "{item.id}", {having} deliverables have one'
        yield Problem(item.pointer, message, 'write it under "delivers" of the task that brings it')
