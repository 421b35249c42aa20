"""A delay of a critical task does not come through to the finish (DCMA point 12).

The test starts the task with the least float 600 working days later and computes the network anew. If the finish
does not come as much later, what looks critical does not decide the finish: a link is missing, or a date is imposed.

Fails:

```yaml
title: Example
tasks:
  permit: {name: Permit, duration: 5d, deadline: W1D3}
  build: {name: Build, duration: 20d}
waivers:
  - {rule: deadline-missed, reason: The town is slow}
```

Passes:

```yaml
title: Example
tasks:
  permit: {name: Permit, duration: 5d, deadline: W1D3}
  build: {name: Build, duration: 20d, depends_on: permit}
waivers:
  - {rule: deadline-missed, reason: The town is slow}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.health._points import problems
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.path import DELAY, critical_path_test
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule, as_of: date | None, *, delay: int = DELAY) -> Iterator[Problem]:
    """Yield the most critical task, if a delay of it does not move the finish as much."""
    point = critical_path_test(Facts(plan, schedule, as_of), delay=delay)
    yield from problems(point, "link it to what waits for it, or take away the imposed date")
