"""A checkpoint tests work that is not finished by then.

A checkpoint takes place at the end of its day; what is tested must be there.

Fails:

```yaml
title: Example
tasks:
  auth: {name: Auth, duration: 7d}
checkpoints:
  checkpoint-1: {at: W2D1, scope: [auth]}
```

Passes:

```yaml
title: Example
tasks:
  auth: {name: Auth, duration: 7d}
checkpoints:
  checkpoint-1: {at: W2D2, scope: [auth]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact, week_and_day

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each checkpoint that is early by a week or for several items; else the item that is tested too early."""
    time = schedule.time
    for checkpoint in plan.checkpoints.values():
        at = schedule.dates[checkpoint.id].early_start
        late = {item: time.clock.between(at, schedule.dates[item].early_finish) for item in checkpoint.scope}
        is_day = max(late.values(), default=0) <= time.week_minutes or sum(each > 0 for each in late.values()) > 1
        told = (max(late, key=late.__getitem__),) if is_day else checkpoint.scope
        for item in (item for item in told if late[item] > 0):
            last = time.day_of_finish(schedule.dates[item].early_finish)
            on = week_and_day(time.day_of_finish(at))
            message = f'"{checkpoint.id}" ({on}) tests "{item}", which finishes {week_and_day(last)}'
            help_text = f"move it to {compact(last)} or later, or test what is finished by then"
            place = ("at",) if is_day else ("scope", checkpoint.scope.index(item))
            yield Problem((*checkpoint.pointer, *place), message, help_text)
