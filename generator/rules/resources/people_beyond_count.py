"""More people hold a role than the plan has in it.

The number under `roles` and the names under `people` are two statements of one fact: who is there. Work is planned by
the number, and asked of the names.

Fails:

```yaml
title: Example
roles: {dba: {name: DBA, count: 1}}
people:
  ada: {name: Ada Byron, role: dba}
  max: {name: Max Born, role: dba}
tasks:
  a: {name: A, duration: 5d, needs: {dba: 1}, owner: ada}
  b: {name: B, duration: 5d, depends_on: a, needs: {dba: 1}, owner: max}
```

Passes:

```yaml
title: Example
roles: {dba: {name: DBA, count: 2}}
people:
  ada: {name: Ada Byron, role: dba}
  max: {name: Max Born, role: dba}
tasks:
  a: {name: A, duration: 5d, needs: {dba: 1}, owner: ada}
  b: {name: B, duration: 5d, depends_on: a, needs: {dba: 1}, owner: max}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each role that more people hold than its count says."""
    for role in plan.roles.values():
        names = [f'"{person.id}"' for person in plan.people.values() if person.role == role.id]
        if role.count and len(names) > role.count.high:
            message = f'"{role.id}" counts {role.count}, {len(names)} people hold it'
            yield Problem(
                (*role.pointer, "count"), message, f"write {len(names)}, or give {joined(names)} other roles"
            )
