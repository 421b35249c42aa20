"""Somebody is away twice on one day.

One of the two dates is most often a slip, and the days that were meant are missing.

Fails:

```yaml
title: Example
start: 2026-01-05
roles: {developer: {name: Developer}}
people: {ada: {name: Ada, role: developer, leave: [{date: 2026-01-05, until: 2026-01-09}, 2026-01-08]}}
tasks: {build: {name: Build, duration: 2d, people: ada, start: 2026-01-12}}
```

Passes:

```yaml
title: Example
start: 2026-01-05
roles: {developer: {name: Developer}}
people: {ada: {name: Ada, role: developer, leave: [{date: 2026-01-05, until: 2026-01-09}, 2026-01-16]}}
tasks: {build: {name: Build, duration: 2d, people: ada, start: 2026-01-12}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.calendars import leave_days
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.WARNING


def check(plan: Plan, time: WorkingTime) -> Iterator[Problem]:
    """Yield each leave with a day that an earlier one of the same person has."""
    for person in plan.people.values():
        taken: set[int] = set()
        for index, leave in enumerate(person.leave):
            days = leave_days((leave,), time)
            if days & taken:
                message = f'"{person.id}" is away twice from {leave.date}'
                yield Problem((*person.pointer, "leave", index, "date"), message, "remove one, or correct its date")
            taken |= days
