"""A phase or wave is over before one that is counted before it begins.

Phase 2 is taken to come after Phase 1, in the tables and in what is said about them.

Fails:

```yaml
title: Example
phases:
  release: {name: Release, tasks: {ship: {name: Ship, duration: 2d, depends_on: code}}}
  build: {name: Build, tasks: {code: {name: Code, duration: 5d}}}
```

Passes:

```yaml
title: Example
phases:
  build: {name: Build, tasks: {code: {name: Code, duration: 5d}}}
  release: {name: Release, tasks: {ship: {name: Ship, duration: 2d, depends_on: code}}}
```
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase, Wave
from generator.model.plan import Plan
from generator.rules._numbers import numbered
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each phase, and each wave with a number for its id, that ends before the one above it begins."""
    numbered_waves = [wave for wave in plan.waves.values() if numbered(wave.id)]
    yield from _out_of_order(list(plan.phases.values()), schedule)
    yield from _out_of_order(numbered_waves, schedule)


def _out_of_order(stages: Sequence[Phase | Wave], schedule: Schedule) -> Iterator[Problem]:
    at_work = [stage for stage in stages if schedule.breakdown.members.get(stage.id)]
    for before, after in pairwise(at_work):
        finish, start = schedule.dates[after.id].early_finish, schedule.dates[before.id].early_start
        if finish <= start:
            last, first = schedule.time.day_of_finish(finish), schedule.time.day_of_start(start)
            message = f'"{after.id}" ends {compact(last)}, before "{before.id}" begins {compact(first)}'
            yield Problem(after.pointer, message, f'put it above "{before.id}"', (before.pointer,))
