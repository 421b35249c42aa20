"""A link has a lead: work begins before what it waits for is over (DCMA point 2).

Nobody can tell that something will be over in two days; when it is late, work has already begun on what is not
there. Divide the task that is waited for, so that the link leads from the part that is needed.

Fails:

```yaml
title: Example
checks: {leads: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 5d}
  pour: {name: Pour, duration: 5d, depends_on: [dig FS-2d]}
```

Passes:

```yaml
title: Example
checks: {leads: {fewest: 1}}
tasks:
  dig-south: {name: Dig the south side, duration: 3d}
  dig-north: {name: Dig the north side, duration: 2d, depends_on: dig-south}
  pour: {name: Pour, duration: 5d, depends_on: dig-south}
milestones:
  ready: {name: Ready, depends_on: [pour, dig-north]}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.logic import leads
from generator.scheduling.quality.point import FEWEST
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = 0, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each lead, if they are more than `limit` per cent of the links."""
    point = leads(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, "divide the task that is waited for, and depend on the part that is needed")
