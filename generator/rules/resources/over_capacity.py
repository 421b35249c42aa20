"""More people of a role are at work at once than there are.

The dates stand on people that the plan does not have. Level the plan, move the work, or say that there are more.

Fails:

```yaml
title: Example
roles: {dba: {name: DBA, count: 1}}
tasks:
  schema: {name: Schema, duration: 3d, needs: {dba: 1}}
  import: {name: Import, duration: 2d, needs: {dba: 1}}
```

Passes:

```yaml
title: Example
schedule: {level: true}
roles: {dba: {name: DBA, count: 1}}
tasks:
  schema: {name: Schema, duration: 3d, needs: {dba: 1}}
  import: {name: Import, duration: 2d, needs: {dba: 1}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.resources._overloads import by_name, told
from generator.scheduling.overload import overloads
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each stretch of time in which a role is over its number, at the task that is last to start."""
    for over in overloads(plan, schedule):
        of_role = over.resource.kind == "role" and over.resource.team is None
        if of_role and not by_name(over, plan, schedule):
            yield told(over, f'role "{over.resource.id}"', plan, schedule)
