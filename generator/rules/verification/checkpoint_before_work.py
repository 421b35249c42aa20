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
    """Yield each item in a scope that finishes after the checkpoint."""
    time = schedule.time
    for checkpoint in plan.checkpoints.values():
        at = schedule.dates[checkpoint.id].early_start
        for index, item in enumerate(checkpoint.scope):
            finish = schedule.dates[item].early_finish
            if time.clock.between(at, finish) > 0:
                last = time.day_of_finish(finish)
                on = week_and_day(time.day_of_finish(at))
                message = f'"{checkpoint.id}" ({on}) tests "{item}", which finishes {week_and_day(last)}'
                help_text = f"move it to {compact(last)} or later, or test what is finished by then"
                yield Problem((*checkpoint.pointer, "scope", index), message, help_text)
