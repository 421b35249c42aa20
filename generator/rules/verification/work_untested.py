"""Work is tested by no checkpoint, although most of the plan is.

What no checkpoint covers is taken on trust. A plan that tests only here and there is left alone: the rule speaks
where several checkpoints test at least a share of all tasks, in per cent.

Fails:

```yaml
title: Example
tasks:
  schema: {name: Schema, duration: 2d}
  pages: {name: Pages, duration: 2d, depends_on: schema}
  rollout: {name: Rollout, duration: 1d, depends_on: pages}
checkpoints:
  checkpoint-1: {at: W1D2, scope: schema}
  checkpoint-2: {at: W1D5, scope: pages}
```

Passes:

```yaml
title: Example
tasks:
  schema: {name: Schema, duration: 2d}
  pages: {name: Pages, duration: 2d, depends_on: schema}
  rollout: {name: Rollout, duration: 1d, depends_on: pages}
checkpoints:
  checkpoint-1: {at: W1D2, scope: schema}
  checkpoint-2: {at: W1D5, scope: [pages, rollout]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.verification._scope import rolled_up, tested_by_any
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_WHOLE = 100


def check(plan: Plan, schedule: Schedule, *, share: int = 60) -> Iterator[Problem]:
    """Yield each phase, wave or task of which nothing is tested."""
    tasks = [task.id for task in schedule.breakdown.tasks]
    tested = tested_by_any(plan, schedule.breakdown)
    if len(plan.checkpoints) > 1 and len(tested) * _WHOLE >= share * len(tasks):
        for item in rolled_up([task for task in tasks if task not in tested], schedule.breakdown):
            yield Problem(item.pointer, f'no checkpoint tests "{item.id}"', "put it into the scope of a checkpoint")
