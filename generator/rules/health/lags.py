"""More than 5% of the links have a lag: a wait that no task accounts for (DCMA point 3).

A lag has no owner, no progress and no name, and it hides what the wait is for. Where something happens in it, such
as a delivery or concrete that hardens, that is a task.

Fails:

```yaml
title: Example
checks: {lags: {fewest: 1}}
tasks:
  pour: {name: Pour, duration: 5d}
  build: {name: Build, duration: 5d, depends_on: [pour FS+3d]}
```

Passes:

```yaml
title: Example
checks: {lags: {fewest: 1}}
tasks:
  pour: {name: Pour, duration: 5d}
  harden: {name: Concrete hardens, duration: 3ed, depends_on: pour}
  build: {name: Build, duration: 5d, depends_on: harden}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.logic import lags
from generator.scheduling.quality.point import FEWEST, PERCENT
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = PERCENT, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each lag, if they are more than `limit` per cent of the links."""
    point = lags(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, "write a task for what happens in between")
