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

from collections import Counter
from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.model.team import Person, Role
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.ERROR


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each role that more people hold than its count says."""
    for role in plan.roles.values():
        names = [f'"{person.id}"' for person in plan.people.values() if person.role == role.id]
        if role.count and len(names) > role.count.high:
            message = f'"{role.id}" counts {role.count}, {len(names)} people hold it'
            place = _misplaced(role, plan, breakdown) or (*role.pointer, "count")
            yield Problem(place, message, _help(names, plan))


def _help(names: list[str], plan: Plan) -> str:
    """Where another role has nobody, somebody's role is wrong rather than the count."""
    held = Counter(person.role for person in plan.people.values())
    empty = [each.id for each in plan.roles.values() if not held[each.id] and (each.count is None or each.count.low)]
    if len(empty) == 1:
        return f'nobody holds "{empty[0]}": give one of {joined(names)} that role, or write {len(names)}'
    return f"write {len(names)}, or give {joined(names)} other roles"


def _misplaced(role: Role, plan: Plan, breakdown: Breakdown) -> Pointer | None:
    """Where another role lacks somebody: the one person too many who owns what needs others."""
    held = Counter(person.role for person in plan.people.values())
    lacking = [each for each in plan.roles.values() if each.count and held[each.id] == each.count.low - 1]
    strange = [person for person in plan.people.values() if person.role == role.id and _is_strange(person, breakdown)]
    return (*strange[0].pointer, "role") if len(lacking) == 1 and len(strange) == 1 else None


def _is_strange(person: Person, breakdown: Breakdown) -> bool:
    """Tell whether most of what somebody owns needs other roles."""
    owned = [task for task in breakdown.tasks if person.id == task.owner]
    return sum(person.role in task.needs for task in owned) * 2 <= len(owned)
