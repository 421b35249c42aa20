"""A person has nothing to do, where most people have.

A name in the list of people is read as somebody who takes part: whoever owns nothing, does nothing and fills no role
of a team was forgotten, or has left.

Fails:

```yaml
title: Example
roles: {mason: {name: Mason}, guest: {name: Guest}}
people:
  ada: {name: Ada Lind, role: mason}
  bo: {name: Bo Ek, role: mason}
  cy: {name: Cy Holm, role: guest}
tasks: {walls: {name: Walls, duration: 5d, owner: ada, people: bo, needs: {mason: 2}}}
```

Passes:

```yaml
title: Example
roles: {mason: {name: Mason}, guest: {name: Guest}}
people:
  ada: {name: Ada Lind, role: mason}
  bo: {name: Bo Ek, role: mason}
  cy: {name: Cy Holm, role: guest}
tasks:
  walls: {name: Walls, duration: 5d, owner: ada, people: bo, needs: {mason: 2}}
  roof: {name: Roof, duration: 2d, owner: cy, needs: {mason: 1}, depends_on: walls}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.rules.structure._used import asked_for, used
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule, *, most: int = 60) -> Iterator[Problem]:
    """Yield each person whom nothing names and whose role nothing asks for, where `most` per cent have a part."""
    named = used(plan, index)
    asked = asked_for(plan, schedule.breakdown)
    parts = gaps(plan.people.values(), lambda each: ("person", each.id) in named or each.role in asked, most=most)
    for person, having in parts:
        message = f'"{person.id}" has no part in the plan, {having} people have one'
        yield Problem(person.pointer, message, "name the person as an owner or at a task, or remove the entry")
