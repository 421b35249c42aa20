"""Somebody has a role that none of their tasks needs, while another role is needed by all of them.

Totals by role then count the wrong people. Shared roles, and roles that no task needs, such as a manager's, are left
alone, and so is whoever leads a wave.

Fails:

```yaml
title: Example
roles:
  roofer: {name: Roofer}
  painter: {name: Painter}
people:
  ada: {name: Ada, role: painter}
  cleo: {name: Cleo, role: roofer}
  bob: {name: Bob, role: painter}
tasks:
  roof: {name: Roof, duration: 2d, needs: {roofer: 1}, owner: ada}
  gutters: {name: Gutters, duration: 2d, needs: {roofer: 1}, owner: ada, depends_on: roof}
  hall: {name: Hall, duration: 2d, needs: {painter: 1}, owner: bob}
```

Passes:

```yaml
title: Example
roles:
  roofer: {name: Roofer}
  painter: {name: Painter}
people:
  ada: {name: Ada, role: roofer}
  cleo: {name: Cleo, role: roofer}
  bob: {name: Bob, role: painter}
tasks:
  roof: {name: Roof, duration: 2d, needs: {roofer: 1}, owner: ada}
  gutters: {name: Gutters, duration: 2d, needs: {roofer: 1}, owner: ada, depends_on: roof}
  hall: {name: Hall, duration: 2d, needs: {painter: 1}, owner: bob}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._presence import person_named
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.resource_load import counts_as

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, breakdown: Breakdown, *, fewest: int = 2) -> Iterator[Problem]:
    """Yield each person who owns at least `fewest` tasks with needs, all of one other role."""
    owned: dict[str, list[Task]] = {}
    for task in breakdown.tasks if plan.people else ():
        owner = person_named(task.owner, index) if task.needs else None
        if owner:
            owned.setdefault(owner.id, []).append(task)
    needed = {role for task in breakdown.tasks for role in task.needs}
    leads = {wave.lead for wave in plan.waves.values()}
    for person in plan.people.values():
        tasks, role = owned.get(person.id, []), plan.roles.get(person.role)
        if role and role.id in needed and not role.shared and person.id not in leads and len(tasks) >= fewest:
            other = _of_all(tasks)
            if other and not any(counts_as(plan, role.id, each) for task in tasks for each in task.needs):
                message = f'"{person.id}" is "{role.id}", but each of their {len(tasks)} tasks needs "{other}"'
                yield Problem((*person.pointer, "role"), message, f'write "role: {other}", or give them other tasks')


def _of_all(tasks: list[Task]) -> str | None:
    """The role that each of some tasks needs."""
    return next((role for role in tasks[0].needs if all(role in task.needs for task in tasks)), None)
