"""A role that the plan counts on has neither a person nor a number of people.

Where people are named, work asked of a role that nobody holds is asked of nobody.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer}
  dba: {name: DBA}
people:
  ada: {name: Ada Byron, role: developer}
tasks:
  build: {name: Build, duration: 5d, needs: {developer: 1, dba: 1}, owner: ada}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer}
  dba: {name: DBA, count: 1}
people:
  ada: {name: Ada Byron, role: developer}
tasks:
  build: {name: Build, duration: 5d, needs: {developer: 1, dba: 1}, owner: ada}
```
"""

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.model.team import Role
from generator.model.walk import references

SEVERITY = Severity.WARNING
_TOTALS = {"counts_as", "team_total"}
"""Where a role is named to be added up, not to work."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each role that is asked for and that nobody holds, in a plan that names people."""
    asked = _asked_for(plan) if plan.people else {}
    for role in plan.roles.values():
        if role.id in asked and not _is_held(role, plan):
            message = f'nobody holds "{role.id}", which {_at(asked[role.id])} asks for'
            yield Problem(role.pointer, message, 'name somebody under "people", or give the role a count')


def _asked_for(plan: Plan) -> dict[str, Pointer]:
    """The first place at which each role is asked to work or to answer for something."""
    asked: dict[str, Pointer] = {}
    for pointer, reference, kinds in references(plan):
        if "role" in kinds and not _TOTALS & set(pointer) and reference.removeprefix("role:") not in plan.people:
            asked.setdefault(reference.removeprefix("role:"), pointer)
    return asked


def _is_held(role: Role, plan: Plan) -> bool:
    """Tell whether the role has a count, or somebody holds it or one that counts as it."""
    if role.count:
        return role.count.high > 0
    filling = {role.id, *(each.id for each in plan.roles.values() if each.counts_as == role.id)}
    return any(person.role in filling for person in plan.people.values())


def _at(pointer: Pointer) -> str:
    """Name the entry in whose field the role stands: the id nearest to it."""
    keys = [str(step) for step in pointer if isinstance(step, str)]
    owner = keys[-3] if keys[-2] in ("needs", "team") else keys[-2]
    return f'"{owner}"'
