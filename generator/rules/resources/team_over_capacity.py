"""Tasks of a wave or phase want more people of a role at once than its team has.

The team is what was promised to the wave: its tasks cannot all run when the schedule says so.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
waves:
  wave-1:
    name: Services
    team: {developer: 2}
    tasks:
      users: {name: Users, duration: 3d, needs: {developer: 2}}
      orders: {name: Orders, duration: 2d, needs: {developer: 1}}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
waves:
  wave-1:
    name: Services
    team: {developer: 3}
    tasks:
      users: {name: Users, duration: 3d, needs: {developer: 2}}
      orders: {name: Orders, duration: 2d, needs: {developer: 1}}
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
    """Yield each stretch of time in which a team is over its number, at the task that is last to start."""
    for over in overloads(plan, schedule):
        if over.resource.team is not None and len(over.tasks) > 1:
            yield told(over, f'role "{over.resource.id}" of "{over.resource.team}"', plan, schedule)
