"""More than 5% of the tasks take longer than 44 working days (DCMA point 8).

Work this long cannot be tracked from one status date to the next: that it is late shows when it is too late. In a
plan with few tasks one of them is enough.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 45d}
```

Passes:

```yaml
title: Example
tasks:
  shell: {name: Shell, duration: 25d}
  fittings: {name: Fittings, duration: 20d, depends_on: shell}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST
from generator.scheduling.quality.spans import WORKDAYS, long_tasks
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
    """Yield each task longer than `workdays`, if they are more than 5%."""
    point = long_tasks(Facts(plan, schedule, as_of), workdays=workdays, fewest=fewest)
    yield from problems(point, "divide it into parts whose end can be seen")
