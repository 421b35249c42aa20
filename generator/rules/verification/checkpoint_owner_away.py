"""A checkpoint falls on a day on which its owner is away.

Nobody runs it then, or nobody may declare its result.

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
from generator.model.team import Person
from generator.scheduling.calendars import leave_days
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each checkpoint whose owner has leave on its day."""
    time = schedule.time
    for checkpoint in plan.checkpoints.values():
        found = index.find(checkpoint.owner, ("person", "role")) if checkpoint.owner else None
        owner = found[1] if found else None
        day = time.day_of_finish(schedule.dates[checkpoint.id].early_start)
        if isinstance(owner, Person) and day.index in leave_days(owner.leave, time):
            told = f'"{owner.id}" runs "{checkpoint.id}" on {week_and_day(day)}, but is away'
            yield Problem((*checkpoint.pointer, "owner"), told, "name somebody who is there, or move the checkpoint")
