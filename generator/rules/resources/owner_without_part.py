"""Something is given to somebody who has no part in the work that it is about, where nearly all others have.

A step of a mitigation, a rollback or a coordination point is done best by those who do the work it is about; a name
from another wave was most often meant for another line. Who owns no task at all may well answer for the whole.

Fails:

```yaml
title: Example
checks: {owner-without-part: {most: 60}}
roles: {builder: {name: Builder}}
people:
  ada: {name: Ada Byron, role: builder}
  bob: {name: Bob Bernstein, role: builder}
  eve: {name: Eve Ende, role: builder}
tasks:
  walls: {name: Walls, duration: 3d, owner: eve, people: ada}
  roof: {name: Roof, duration: 2d, owner: bob, depends_on: walls}
risks:
  rain:
    name: Rain
    impact: low
    probability: low
    mitigation: Sheets
    actions:
      - {do: Order sheets, owner: eve, before: walls}
      - {do: Fold them up, owner: eve, before: walls}
      - {do: Hang them up, owner: bob, before: walls}
    owner: ada
    affects: walls
```

Passes:

```yaml
title: Example
checks: {owner-without-part: {most: 60}}
roles: {builder: {name: Builder}}
people:
  ada: {name: Ada Byron, role: builder}
  bob: {name: Bob Bernstein, role: builder}
  eve: {name: Eve Ende, role: builder}
tasks:
  walls: {name: Walls, duration: 3d, owner: eve, people: ada}
  roof: {name: Roof, duration: 2d, owner: bob, depends_on: walls}
risks:
  rain:
    name: Rain
    impact: low
    probability: low
    mitigation: Sheets
    actions:
      - {do: Order sheets, owner: eve, before: walls}
      - {do: Fold them up, owner: eve, before: walls}
      - {do: Hang them up, owner: eve, before: walls}
    owner: ada
    affects: walls
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial

from generator.findings import Pointer, Problem, Severity
from generator.model.breakdown import Task, Wave
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING
_About = tuple[Pointer, str | None, tuple[str, ...]]
"""Where something is given to somebody, to whom, and the items that it is about."""


@dataclass(frozen=True)
class _Given:
    """Something with an owner, and all who have a part in the work that it is about."""

    pointer: Pointer
    owner: str
    involved: frozenset[str]


def check(plan: Plan, breakdown: Breakdown, *, most: int = 90) -> Iterator[Problem]:
    """Yield each action, rollback and coordination point of an owner without part in its work."""
    owners = {task.owner for task in breakdown.tasks}
    given = [each for each in _given(plan, breakdown) if each.owner in owners]
    for each, having in gaps(given, lambda one: _takes_part(one, plan), most=most):
        message = f'"{each.owner}" has no part in the work that this is about; {having} owners have one'
        yield Problem((*each.pointer, "owner"), message, "name somebody who does that work, or leads it")


def _takes_part(given: _Given, plan: Plan) -> bool:
    person = plan.people.get(given.owner)
    return given.owner in given.involved or (person is not None and person.role in given.involved)


def _given(plan: Plan, breakdown: Breakdown) -> Iterator[_Given]:
    involved = cache(partial(_involved, breakdown=breakdown))
    for pointer, owner, items in (*_actions(plan), *_rollbacks(plan), *_points(plan)):
        known = [item for item in items if item in breakdown.items]
        if owner and known:
            yield _Given(pointer, owner, frozenset().union(*map(involved, known)))


def _actions(plan: Plan) -> Iterator[_About]:
    """What is done against a risk by others than its owner, who may do all of it."""
    for risk in plan.risks.values():
        for action in risk.actions:
            owner = action.owner if action.owner != risk.owner else None
            yield action.pointer, owner, (*risk.affects, *((action.before,) if action.before else ()))


def _rollbacks(plan: Plan) -> Iterator[_About]:
    for rollback in plan.rollbacks.values():
        answered = [each for each in plan.risks.values() if each.rollback == rollback.id or each.id in rollback.risks]
        yield rollback.pointer, rollback.owner, tuple(item for risk in answered for item in risk.affects)


def _points(plan: Plan) -> Iterator[_About]:
    for point in plan.coordination.values():
        yield point.pointer, point.owner, (*point.providers, *point.receivers, *point.between)


def _involved(item: str, breakdown: Breakdown) -> frozenset[str]:
    """The owners, people and roles of all work in the wave of an item, and who leads it."""
    whole = breakdown.wave_of(item) or breakdown.items[item]
    first = getattr(whole, "lead" if isinstance(whole, Wave) else "owner", None) or ""
    return frozenset({first}.union(*map(_at_work, breakdown.tasks_within(whole.id))))


def _at_work(task: Task) -> set[str]:
    return {task.owner or "", *task.people, *task.needs}
