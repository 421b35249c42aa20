"""A checkpoint tests no work at all.

A scope of milestones that wait for nothing, of waves without tasks, or of checkpoints that test each other leaves
nothing to run.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2d}
milestones:
  permit: {name: Permit, start: W1D1}
checkpoints:
  checkpoint-1: {at: W1D2, scope: permit}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2d}
milestones:
  permit: {name: Permit, start: W1D1}
checkpoints:
  checkpoint-1: {at: W1D2, scope: [permit, build]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.rules.verification._scope import tested
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each checkpoint whose scope comes to no task."""
    for checkpoint in plan.checkpoints.values():
        if not tested(checkpoint, schedule.breakdown):
            scope = joined([f'"{item}"' for item in checkpoint.scope])
            message = f'"{checkpoint.id}" tests no task: there is none in {scope}'
            yield Problem((*checkpoint.pointer, "scope"), message, "name the tasks or waves that it tests")
