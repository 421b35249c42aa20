"""The last checkpoint tests most of the plan again, but leaves out a part.

A last test of the whole shows whether what came later has broken what was right before; what it leaves out may have
broken unseen. A last checkpoint that tests only what is new is left alone.

Fails:

```yaml
title: Example
tasks:
  schema: {name: Schema, duration: 3d}
  login: {name: Login, duration: 3d}
  pages: {name: Pages, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: [schema, login]}
  checkpoint-2: {at: W1D5, scope: [login, pages]}
```

Passes:

```yaml
title: Example
tasks:
  schema: {name: Schema, duration: 3d}
  login: {name: Login, duration: 3d}
  pages: {name: Pages, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: [schema, login]}
  checkpoint-2: {at: W1D5, scope: [schema, login, pages]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.rules.verification._scope import rolled_up, tested
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield the last checkpoint if it repeats earlier tests, covers most tasks, and forgets some."""
    breakdown = schedule.breakdown
    ordered = sorted(plan.checkpoints.values(), key=lambda each: schedule.dates[each.id].early_start)
    if not ordered:
        return
    scopes = [tested(checkpoint, breakdown) for checkpoint in ordered]
    last, own, earlier = ordered[-1], scopes[-1], frozenset[str]().union(*scopes[:-1])
    every = {task.id for task in breakdown.tasks}
    if earlier - own and earlier & own and len(own) * 2 > len(every):
        left = joined([f'"{item.id}"' for item in rolled_up(every - own, breakdown)])
        told = f'the last checkpoint, "{last.id}", tests {len(own)} of {len(every)} tasks, but not {left}'
        yield Problem((*last.pointer, "scope"), told, f"add {left} to its scope")
