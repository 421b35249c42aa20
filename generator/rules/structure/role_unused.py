"""A role is declared that nobody fills and nothing asks for.

It stands in the table of roles as if somebody had been found for it. Mostly a team or a task was meant to name it.

Fails:

```yaml
title: Example
roles:
  mason: {name: Mason, count: 2}
  plumber: {name: Plumber, count: 1}
tasks: {walls: {name: Walls, duration: 5d, needs: {mason: 2}}}
```

Passes:

```yaml
title: Example
roles:
  mason: {name: Mason, count: 2}
  plumber: {name: Plumber, count: 1}
tasks:
  walls: {name: Walls, duration: 5d, needs: {mason: 2}}
  pipes: {name: Pipes, duration: 2d, needs: {plumber: 1}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules.structure._used import asked_for, used
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each role that no reference names, in a plan whose roles are filled, or asked for by its work."""
    if not plan.people and not asked_for(plan, schedule.breakdown):
        return
    named = used(plan, index)
    for role in plan.roles.values():
        if ("role", role.id) not in named:
            help_text = "name it in a team, a need, a person or an owner; or remove it"
            yield Problem(role.pointer, f'role "{role.id}" is used nowhere', help_text)
