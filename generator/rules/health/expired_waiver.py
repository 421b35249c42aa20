"""A waiver's last day is over.

What was lived with until then counts again: mend it, or decide anew for how long it may stay.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-02-02
tasks:
  build: {name: Build, duration: 5d}
waivers:
  - {rule: duration-commitment, reason: The customer knows, until: 2026-01-30}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-26
committed: {workdays: 4}
tasks:
  build: {name: Build, duration: 5d}
waivers:
  - {rule: duration-commitment, reason: The customer knows, until: 2026-01-30}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._waivers import is_expired

SEVERITY = Severity.WARNING


def check(plan: Plan, as_of: date | None) -> Iterator[Problem]:
    """Yield each waiver whose day lies before the status date."""
    for waiver in plan.waivers:
        if is_expired(waiver, as_of):
            told = f'waiver of "{waiver.rule}" ended on {waiver.until}, the status date is {as_of}'
            yield Problem((*waiver.pointer, "until"), told, "mend what it covers, or set another day")
