"""A task would have to be done sooner than it can be (DCMA point 7).

Somewhere behind it a date is promised that its own dates do not allow. Every task with negative float is one at
which the lost time can be won back.

Fails:

```yaml
title: Example
checks: {negative-float: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, finish_by: W1D4}
waivers:
  - {rule: limit-missed, reason: The customer knows}
```

Passes:

```yaml
title: Example
checks: {negative-float: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, finish_by: W1D5}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST
from generator.scheduling.quality.spans import negative_float
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = 0, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each task with negative float, if they are more than `limit` per cent."""
    point = negative_float(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, "shorten it, or move the date that is promised behind it")
