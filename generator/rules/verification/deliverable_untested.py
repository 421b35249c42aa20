"""A deliverable is tested by no checkpoint.

What is handed over untested is tested by those who receive it. Where some deliverables are marked as key ones, only
they are looked at.

Fails:

```yaml
title: Example
tasks:
  schema: {name: Schema, duration: 2d}
  api: {name: API, duration: 2d, depends_on: schema, delivers: interface}
  pages: {name: Pages, duration: 3d, depends_on: api}
deliverables:
  interface: {name: Interface, key: true}
checkpoints:
  checkpoint-1: {at: W1D5, scope: schema}
```

Passes:

```yaml
title: Example
tasks:
  schema: {name: Schema, duration: 2d}
  api: {name: API, duration: 2d, depends_on: schema, delivers: interface}
  pages: {name: Pages, duration: 1d, depends_on: api}
deliverables:
  interface: {name: Interface, key: true}
checkpoints:
  checkpoint-1: {at: W1D5, scope: [schema, api, pages]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.rules.verification._scope import tested_by_any
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each deliverable whose tasks stand in no scope."""
    if not plan.checkpoints:
        return
    scopes = tested_by_any(plan, schedule.breakdown)
    makers: dict[str, list[str]] = {}
    for task in schedule.breakdown.tasks:
        for delivered in task.delivers:
            makers.setdefault(delivered, []).append(task.id)
    every = plan.deliverables.values()
    for deliverable in [each for each in every if each.key] or every:
        tasks = makers.get(deliverable.id, [])
        if tasks and scopes.isdisjoint(tasks):
            by = joined([f'"{task}"' for task in tasks])
            told = f'no checkpoint tests "{deliverable.id}", the result of {by}'
            yield Problem(deliverable.pointer, told, f"put {by} into the scope of a checkpoint")
