"""A task has nobody to do it, in a plan that says who does the work (DCMA point 10).

Work that nobody is there for is not done, and the load that it brings is missing from every total. A task counts as
staffed by its `needs`, its `people`, its owner, or the team of its wave.

Fails:

```yaml
title: Example
checks: {nobody-assigned: {fewest: 1}}
roles: {digger: {name: Digger}}
tasks:
  dig: {name: Dig, duration: 3d, needs: {digger: 1}}
  pour: {name: Pour, duration: 2d, depends_on: dig}
```

Passes:

```yaml
title: Example
checks: {nobody-assigned: {fewest: 1}}
roles: {digger: {name: Digger}}
tasks:
  dig: {name: Dig, duration: 3d, needs: {digger: 1}}
  pour: {name: Pour, duration: 2d, depends_on: dig, needs: {digger: 1}}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST
from generator.scheduling.quality.spans import unstaffed
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = 0, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each task without anybody, if they are more than `limit` per cent."""
    point = unstaffed(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, 'write "needs" with a role and a number, or "people"')
