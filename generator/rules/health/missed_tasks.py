"""More than 5% of the tasks due by the status date were finished late, or not at all (DCMA point 11).

The baseline says what was agreed, the status date what should be there by now. What is missed shows how far the
dates that are still to come can be trusted.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-12
baseline:
  items:
    dig: {start: 2026-01-05, finish: 2026-01-07}
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, finished: 2026-01-09, percent_complete: 100%}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-12
baseline:
  items:
    dig: {start: 2026-01-05, finish: 2026-01-07}
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, finished: 2026-01-07, percent_complete: 100%}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST, PERCENT
from generator.scheduling.quality.tracking import missed_tasks
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(
    plan: Plan, schedule: Schedule, as_of: date | None, *, limit: int = PERCENT, fewest: int = FEWEST
) -> Iterator[Problem]:
    """Yield each agreed finish that was missed, if they are more than `limit` per cent of those due."""
    point = missed_tasks(Facts(plan, schedule, as_of), limit=limit, fewest=fewest)
    yield from problems(point, "find out why, and set a new baseline once it is agreed")
