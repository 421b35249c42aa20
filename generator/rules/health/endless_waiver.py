"""A waiver has a last day in a plan that has no status date.

Without a status date no day is ever over: what was meant for a while stays for good.

Fails:

```yaml
title: Example
committed: {workdays: 4}
tasks:
  build: {name: Build, duration: 5d}
waivers:
  - {rule: duration-commitment, reason: The customer knows, until: 2026-01-30}
```

Passes:

```yaml
title: Example
committed: {workdays: 4}
tasks:
  build: {name: Build, duration: 5d}
waivers:
  - {rule: duration-commitment, reason: The customer knows}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan, as_of: date | None) -> Iterator[Problem]:
    """Yield each waiver with a last day, where none is told that it could be held against."""
    for waiver in plan.waivers:
        if waiver.until is not None and as_of is None:
            told = f'waiver of "{waiver.rule}" ends on {waiver.until}, but the plan has no status date'
            yield Problem((*waiver.pointer, "until"), told, 'write "status_date: …", or give --as-of')
