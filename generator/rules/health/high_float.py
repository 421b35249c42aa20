"""More than 5% of the tasks have more than 44 working days of float (DCMA point 6).

A task that can slip for two months without harm is hardly part of the plan: most often what waits for it is not
written down.

Fails:

```yaml
title: Example
checks: {high-float: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 3d}
  build: {name: Build, duration: 40d, depends_on: dig}
  furnish: {name: Furnish, duration: 10d, depends_on: build}
  paint: {name: Paint, duration: 2d, depends_on: dig}
milestones:
  ready: {name: Ready, depends_on: [furnish, paint]}
```

Passes:

```yaml
title: Example
checks: {high-float: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 3d}
  build: {name: Build, duration: 40d, depends_on: dig}
  furnish: {name: Furnish, duration: 10d, depends_on: build}
  paint: {name: Paint, duration: 2d, depends_on: build}
milestones:
  ready: {name: Ready, depends_on: [furnish, paint]}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST
from generator.scheduling.quality.spans import WORKDAYS, high_float
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan,
    schedule: Schedule,
    as_of: date | None,
    *,
    workdays: int = WORKDAYS,
    fewest: int = FEWEST,
) -> Iterator[Problem]:
    """Yield each task with more float than `workdays`, if they are more than 5%."""
    point = high_float(Facts(plan, schedule, as_of), workdays=workdays, fewest=fewest)
    yield from problems(point, "look for what waits for it, and link it")
