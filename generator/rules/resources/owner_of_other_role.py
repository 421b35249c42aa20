"""A task is answered for by somebody whose role it does not need, where nearly all others need their owner's.

An electrician who answers for the roof is most often a slip. The lead of a wave may answer for anything in it, a
shared role for anything at all; so may those who answer for other work of the same name, and whom the description
of the task names.

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
from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.team import Person
from generator.prose import Prose
from generator.rules._gaps import gaps
from generator.rules._presence import person_named
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.resource_load import counts_as

SEVERITY = Severity.WARNING
_WORD = re.compile(r"[^\W\d_]{4,}")


def check(plan: Plan, index: Index, breakdown: Breakdown, prose: Prose, *, most: int = 95) -> Iterator[Problem]:
    """Yield each task with needs whose owner has none of its roles, where `most` per cent of them have."""
    named = {task.id: person_named(task.owner, index) for task in breakdown.tasks}
    owners = {task: owner for task, owner in named.items() if owner}
    tasks = [task for task in breakdown.tasks if task.needs and task.id in owners]
    for task, having in gaps(tasks, lambda each: _is_of_the_trade(each, owners[each.id], plan, breakdown), most=most):
        owner = owners[task.id]
        others = [each for each in breakdown.tasks if each is not task and owners.get(each.id) is owner]
        if not any(_words(each) & _words(task) for each in others) and not _is_named(owner, task, prose):
            message = f'"{owner.id}" ({owner.role}) answers for "{task.id}", which needs {", ".join(task.needs)}'
            help_text = f"name one of them; {having} tasks need the role of their owner"
            yield Problem((*task.pointer, "owner"), message, help_text)


def _is_of_the_trade(task: Task, owner: Person, plan: Plan, breakdown: Breakdown) -> bool:
    """Tell whether somebody's role is needed, or is none that has to be: a lead's, a shared one, that of a doer."""
    role, wave = plan.roles.get(owner.role), breakdown.wave_of(task.id)
    if role is None or role.shared or owner.id in task.people or (wave and wave.lead == owner.id):
        return True
    return any(counts_as(plan, role.id, each) for each in task.needs)


def _is_named(owner: Person, task: Task, prose: Prose) -> bool:
    """Tell whether the description says that it is this one, whatever the role."""
    return owner.name in prose.texts.get((*task.pointer, "description"), "")


def _words(task: Task) -> set[str]:
    """The words of a name: who answers for another task of the same matter may answer for this one."""
    return {*_WORD.findall(task.name.casefold())}
