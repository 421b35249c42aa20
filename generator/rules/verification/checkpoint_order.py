"""Checkpoints do not take place in the order of their numbers.

Everybody takes Checkpoint 2 to come after Checkpoint 1, in the tables and in what is said about them.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 4d}
checkpoints:
  checkpoint-1: {at: W1D5, scope: search}
  checkpoint-2: {at: W1D3, scope: login}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 4d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login}
  checkpoint-2: {at: W1D5, scope: search}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules._numbers import numbered
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each checkpoint that takes place before the one counted before it."""
    counted = sorted(_counted(plan), key=lambda each: each[0])
    for (_, before), (_, after) in pairwise(counted):
        if schedule.dates[after.id].early_start < schedule.dates[before.id].early_start:
            told = f'"{after.id}" ({_day(after, schedule)}) comes before "{before.id}" ({_day(before, schedule)})'
            help_text = "number checkpoints in the order of their days"
            yield Problem((*after.pointer, "at"), told, help_text, ((*before.pointer, "at"),))


def _counted(plan: Plan) -> Iterator[tuple[int, Checkpoint]]:
    """Checkpoints with their numbers: the one that ends the id, else the place of one without a name."""
    for place, checkpoint in enumerate(plan.checkpoints.values(), 1):
        found = numbered(checkpoint.id)
        if found or not checkpoint.name:
            yield found[1] if found else place, checkpoint


def _day(checkpoint: Checkpoint, schedule: Schedule) -> str:
    return week_and_day(schedule.time.day_of_finish(schedule.dates[checkpoint.id].early_start))
