"""A task is answered for by somebody whose role it does not need, where nearly all others need their owner's.

An electrician who answers for the roof is most often a slip. The lead of a wave may answer for anything in it, a
shared role for anything at all, and so may those who answer for other work of the same name.

Fails:

```yaml
title: Example
checks: {owner-of-other-role: {most: 80}}
roles:
  roofer: {name: Roofer, count: 1}
  painter: {name: Painter, count: 1}
people:
  ada: {name: Ada, role: roofer}
  bob: {name: Bob, role: painter}
tasks:
  roof: {name: Roof, duration: 2d, needs: {roofer: 1}, owner: ada}
  gutters: {name: Gutters, duration: 2d, needs: {roofer: 1}, owner: bob, depends_on: roof}
  hall: {name: Hall, duration: 2d, needs: {painter: 1}, owner: bob}
  stairs: {name: Stairs, duration: 2d, needs: {painter: 1}, owner: bob, depends_on: hall}
  doors: {name: Doors, duration: 2d, needs: {painter: 1}, owner: bob, depends_on: stairs}
```

Passes:

```yaml
title: Example
checks: {owner-of-other-role: {most: 80}}
roles:
  roofer: {name: Roofer, count: 1}
  painter: {name: Painter, count: 1}
people:
  ada: {name: Ada, role: roofer}
  bob: {name: Bob, role: painter}
tasks:
  roof: {name: Roof, duration: 2d, needs: {roofer: 1}, owner: ada}
  gutters: {name: Gutters, duration: 2d, needs: {roofer: 1}, owner: ada, depends_on: roof}
  hall: {name: Hall, duration: 2d, needs: {painter: 1}, owner: bob}
  stairs: {name: Stairs, duration: 2d, needs: {painter: 1}, owner: bob, depends_on: hall}
  doors: {name: Doors, duration: 2d, needs: {painter: 1}, owner: bob, depends_on: stairs}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.model.team import Person
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.resource_load import counts_as

SEVERITY = Severity.WARNING
_WORD = re.compile(r"[^\W\d_]{4,}")


def check(plan: Plan, breakdown: Breakdown, *, most: int = 95) -> Iterator[Problem]:
    """Yield each task with needs whose owner has none of its roles, where `most` per cent of them have."""
    tasks = [task for task in breakdown.tasks if task.needs and _owner(task, plan)]
    for task, having in gaps(tasks, lambda each: _is_of_the_trade(each, plan, breakdown), most=most):
        owner = _owner(task, plan)
        if owner and not _owns_alike(owner, task, plan, breakdown):
            needs = ", ".join(task.needs)
            message = f'"{owner.id}" ({owner.role}) answers for "{task.id}", which needs {needs}'
            help_text = f"name one of them; {having} tasks need the role of their owner"
            yield Problem((*task.pointer, "owner"), message, help_text)


def _owner(task: Task, plan: Plan) -> Person | None:
    return plan.people.get((task.owner or "").removeprefix("person:"))


def _is_of_the_trade(task: Task, plan: Plan, breakdown: Breakdown) -> bool:
    owner, wave = _owner(task, plan), breakdown.wave_of(task.id)
    role = plan.roles.get(owner.role) if owner else None
    if owner is None or role is None or role.shared or owner.id in task.people:
        return True
    return bool(wave and wave.lead == owner.id) or any(counts_as(plan, role.id, each) for each in task.needs)


def _owns_alike(owner: Person, task: Task, plan: Plan, breakdown: Breakdown) -> bool:
    """Tell whether somebody answers for another task that shares a word of its name."""
    others = [each for each in breakdown.tasks if each is not task and _owner(each, plan) is owner]
    return any(_named(each) & _named(task) for each in others)


def _named(task: Task) -> set[str]:
    return {*_WORD.findall(task.name.casefold())}
