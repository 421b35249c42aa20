"""Two checkpoints test the same work on the same day.

Either one of them is superfluous, or one was meant for another day.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D4, scope: login}
  checkpoint-2: {at: W1D4, scope: [login, search]}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login}
  checkpoint-2: {at: W1D4, scope: [login, search]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules.verification._scope import rolled_up, tested
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each checkpoint that shares its day and a task with one before it."""
    on_day: dict[int, list[Checkpoint]] = {}
    for second in plan.checkpoints.values():
        at = schedule.dates[second.id].early_start
        before = on_day.setdefault(at, [])
        for first in before:
            both = tested(first, schedule.breakdown) & tested(second, schedule.breakdown)
            if both:
                yield _problem(first, second, both, schedule)
        before.append(second)


def _problem(first: Checkpoint, second: Checkpoint, both: frozenset[str], schedule: Schedule) -> Problem:
    day = week_and_day(schedule.time.day_of_finish(schedule.dates[second.id].early_start))
    work = joined([f'"{item.id}"' for item in rolled_up(both, schedule.breakdown)])
    told = f'"{second.id}" tests {work} on {day}, as "{first.id}" does'
    return Problem((*second.pointer, "at"), told, "move one of the two, or make them one", ((*first.pointer, "at"),))
