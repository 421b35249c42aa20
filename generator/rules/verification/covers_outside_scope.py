"""What a checkpoint is said to test, or to ask for, is work that is not in its scope.

Whether that work is finished by then is never looked at, as it would be for the scope. Items that stand in its points
or its conditions for passing by live facts are held against the scope.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 5d}
checkpoints:
  checkpoint-1: {at: W1D5, scope: login, covers: "{{ name('login') }} and {{ name('search') }}"}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 5d}
checkpoints:
  checkpoint-1: {at: W1D5, scope: [login, search], covers: "{{ name('login') }} and {{ name('search') }}"}
```
"""

from collections.abc import Iterator
from itertools import product

from generator.findings import Problem, Severity
from generator.model.breakdown import Task, Wave
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules.verification._mentions import named_in
from generator.rules.verification._scope import kin
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each point and condition that names a task or wave outside the scope."""
    for checkpoint, key in product(plan.checkpoints.values(), ("covers", "exit")):
        for index, item in named_in(getattr(checkpoint, key), schedule.breakdown):
            if _is_work_outside(item, checkpoint, schedule.breakdown):
                told = f'"{checkpoint.id}" speaks of "{item}", which is not in its scope'
                help_text = f'add "{item}" to the scope, or leave it out here'
                yield Problem((*checkpoint.pointer, key, index), told, help_text)


def _is_work_outside(item: str, checkpoint: Checkpoint, breakdown: Breakdown) -> bool:
    is_work = isinstance(breakdown.items[item], Task | Wave)
    return is_work and not any(kin(item, each, breakdown) for each in checkpoint.scope)
