"""More than 5% of the tasks wait for nothing, or have nothing that waits for them (DCMA point 1).

A task outside the logic moves nothing when it slips, and is moved by nothing: its dates are a guess. What begins
with the plan waits for its start, what ends last for its end; a checkpoint waits for what it tests.

Fails:

```yaml
title: Example
checks: {missing-logic: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 5d}
  paint: {name: Paint, duration: 2d}
  move-in: {name: Move in, duration: 1d, depends_on: dig}
```

Passes:

```yaml
title: Example
checks: {missing-logic: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 5d}
  paint: {name: Paint, duration: 2d}
  move-in: {name: Move in, duration: 1d, depends_on: [dig, paint]}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.logic import missing_logic
from generator.scheduling.quality.point import FEWEST, PERCENT
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = PERCENT, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each task without a predecessor or a successor, if they are more than `limit` per cent."""
    point = missing_logic(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, 'say what it waits for under "depends_on", and what waits for it')
