"""The work that is left is longer than the time before the promised finish (DCMA point 13).

The index is the length of the critical path that is left, and the room before the promised finish, divided by that
length. Below 0.95 the promise will hardly be kept. The finish is the committed one, else that of the baseline.

Fails:

```yaml
title: Example
start: 2026-01-05
baseline:
  items:
    dig: {start: 2026-01-05, finish: 2026-01-15}
tasks:
  dig: {name: Dig, duration: 10d}
```

Passes:

```yaml
title: Example
start: 2026-01-05
baseline:
  items:
    dig: {start: 2026-01-05, finish: 2026-01-16}
tasks:
  dig: {name: Dig, duration: 10d}
```
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.path import path_length_index
from generator.scheduling.quality.tracking import INDEX
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule, as_of: date | None, *, least: Decimal = INDEX) -> Iterator[Problem]:
    """Yield the baseline, if the index is below `least`; a commitment that is not kept has a rule of its own."""
    if plan.committed.finish or plan.committed.workdays:
        return
    point = path_length_index(Facts(plan, schedule, as_of), least=least)
    yield from problems(point, "shorten the critical path, or agree on a later finish")
