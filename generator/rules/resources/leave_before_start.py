"""Somebody's leave is over before the plan starts.

Such leave changes nothing; most often its year or month is that of another one.

Fails:

```yaml
title: Example
start: 2026-01-05
roles: {developer: {name: Developer}}
people: {ada: {name: Ada, role: developer, leave: [2025-01-08]}}
tasks: {build: {name: Build, duration: 2d, people: ada}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
roles: {developer: {name: Developer}}
people: {ada: {name: Ada, role: developer, leave: [2026-01-08]}}
tasks: {build: {name: Build, duration: 2d, people: ada}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.WARNING


def check(plan: Plan, time: WorkingTime) -> Iterator[Problem]:
    """Yield each leave whose last day is before the first of the plan."""
    first = time.day_index(plan.start) if plan.start else None
    for person in plan.people.values() if first is not None else ():
        for index, leave in enumerate(person.leave):
            last = time.day_index(leave.until or leave.date)
            if first is not None and last is not None and last < first:
                message = (
                    f'leave of "{person.id}" ends on {leave.until or leave.date}, the plan starts on {plan.start}'
                )
                yield Problem((*person.pointer, "leave", index, "date"), message, "correct the date, or leave it out")
