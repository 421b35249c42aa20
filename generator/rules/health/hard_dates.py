"""More than 5% of the tasks are held to a day whatever comes before them (DCMA point 5).

A date that is imposed hides what the logic would say: the plan looks on time until the day is there. Use `start`
for what cannot begin earlier, and `deadline` for what is hoped for.

Fails:

```yaml
title: Example
checks: {hard-dates: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, finish_by: W2D1}
```

Passes:

```yaml
title: Example
checks: {hard-dates: {fewest: 1}}
tasks:
  dig: {name: Dig, duration: 3d}
  pour: {name: Pour, duration: 2d, depends_on: dig, deadline: W2D1}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST, PERCENT
from generator.scheduling.quality.spans import hard_dates
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = PERCENT, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each imposed date, if more than `limit` per cent of the tasks have one."""
    point = hard_dates(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, 'let dependencies place it; write "deadline" for a date that is hoped for')
