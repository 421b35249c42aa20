"""Less than 90% of the links are finish-to-start (DCMA point 4).

Finish-to-start says plainly what comes first. Of the other kinds a few are needed; many of them mean that tasks are
cut where the work is not.

Fails:

```yaml
title: Example
checks: {few-finish-to-start: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 5d}
  drain: {name: Drain, duration: 5d, depends_on: [dig SS]}
  pour: {name: Pour, duration: 5d, depends_on: [drain, dig]}
```

Passes:

```yaml
title: Example
checks: {few-finish-to-start: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 5d}
  drain: {name: Drain, duration: 5d, depends_on: dig}
  pour: {name: Pour, duration: 5d, depends_on: drain}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.logic import FINISH_TO_START, finish_to_start
from generator.scheduling.quality.point import FEWEST
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = FINISH_TO_START, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each link of another kind, if fewer than `limit` per cent are finish-to-start."""
    point = finish_to_start(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, "divide a task where the other begins or ends, and link the parts finish-to-start")
