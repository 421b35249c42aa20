"""The agreed dates were set on a day after the status date.

What is held against them was told before they were agreed: either day is wrong.

Fails:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-06
tasks: {build: {name: Build, duration: 5d, percent_complete: 20%, started: 2026-01-05}}
baseline: {set_on: 2027-01-02, items: {build: {start: 2026-01-05, finish: 2026-01-09}}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
status_date: 2026-01-06
tasks: {build: {name: Build, duration: 5d, percent_complete: 20%, started: 2026-01-05}}
baseline: {set_on: 2026-01-02, items: {build: {start: 2026-01-05, finish: 2026-01-09}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the day of a baseline that lies after the plan's own status date."""
    agreed, status = plan.baseline.set_on, plan.status_date
    if agreed and status and agreed > status:
        message = f"the baseline was set on {agreed}, after the status date {status}"
        yield Problem(("baseline", "set_on"), message, "correct one of the two days")
