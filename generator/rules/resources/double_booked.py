"""A person is at work on several tasks at once.

The dates count on the whole person for each of them.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
people: {anna: {name: Anna, role: developer}}
tasks:
  users: {name: Users, duration: 3d, people: anna}
  orders: {name: Orders, duration: 2d, people: anna}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
people: {anna: {name: Anna, role: developer}}
tasks:
  users: {name: Users, duration: 3d, people: anna}
  orders: {name: Orders, duration: 2d, people: anna, depends_on: users}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.resources._overloads import told
from generator.scheduling.overload import overloads
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each stretch of time in which somebody is on several tasks, at the one that is last to start."""
    for over in overloads(plan, schedule):
        if over.resource.kind == "person":
            yield told(over, f'"{over.resource.id}"', plan, schedule)
