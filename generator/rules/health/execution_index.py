"""Fewer tasks are complete than were agreed to be by the status date (DCMA point 14).

The baseline execution index divides the tasks that are complete by those that the baseline has finished by now.
Below 0.95 the plan is being carried out more slowly than was agreed, whatever its dates say.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-12
checks: {missed-tasks: "off"}
baseline:
  items:
    dig: {start: 2026-01-05, finish: 2026-01-07}
    pour: {start: 2026-01-08, finish: 2026-01-09}
    build: {start: 2026-01-05, finish: 2026-01-30}
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, finished: 2026-01-07, percent_complete: 100%}
  pour: {name: Pour, duration: 2d, depends_on: dig, start: 2026-01-13, percent_complete: 0%}
  build: {name: Build, duration: 20d, started: 2026-01-05, percent_complete: 30%}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-12
baseline:
  items:
    dig: {start: 2026-01-05, finish: 2026-01-07}
    pour: {start: 2026-01-08, finish: 2026-01-09}
    build: {start: 2026-01-05, finish: 2026-01-30}
tasks:
  dig: {name: Dig, duration: 3d, started: 2026-01-05, finished: 2026-01-07, percent_complete: 100%}
  pour: {name: Pour, duration: 2d, depends_on: dig, started: 2026-01-08, finished: 2026-01-09, percent_complete: 100%}
  build: {name: Build, duration: 20d, started: 2026-01-05, percent_complete: 30%}
```
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.tracking import INDEX, execution_index
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule, as_of: date | None, *, least: Decimal = INDEX) -> Iterator[Problem]:
    """Yield the baseline, if the index is below `least`."""
    point = execution_index(Facts(plan, schedule, as_of), least=least)
    yield from problems(point, "catch up, or agree on new dates and set a new baseline")
