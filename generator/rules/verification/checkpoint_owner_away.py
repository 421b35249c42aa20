"""A checkpoint falls on a day on which its owner is away.

Nobody runs it then, or nobody may declare its result. Leave says who is away, and so does a calendar of one's own
without that day.

Fails:

```yaml
title: Example
roles:
  tester: {name: Tester}
people:
  ada: {name: Ada Byron, role: tester, leave: [W1D3]}
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, owner: ada}
```

Passes:

```yaml
title: Example
roles:
  tester: {name: Tester}
people:
  ada: {name: Ada Byron, role: tester, leave: [W1D3]}
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D4, scope: login, owner: ada}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._presence import away
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each checkpoint on whose day its owner does not work, but others do."""
    held = {each: schedule.time.day_of_finish(schedule.dates[each].early_start) for each in plan.checkpoints}
    days = {each: [day.index] for each, day in held.items()}
    for checkpoint, owner in away(plan.checkpoints.values(), lambda each: days[each.id], plan, index, schedule):
        told = f'"{owner}" runs "{checkpoint.id}" on {week_and_day(held[checkpoint.id])}, but is away'
        yield Problem((*checkpoint.pointer, "owner"), told, "name somebody who is there, or move the checkpoint")
