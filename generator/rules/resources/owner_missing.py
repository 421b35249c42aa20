"""Something has no owner, where most of its kind have one.

A plan without owners is a sketch; a plan in which nearly everything has one leaves what has none to nobody.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
people: {ada: {name: Ada Byron, role: developer}}
tasks:
  a: {name: A, duration: 5d, owner: ada}
  b: {name: B, duration: 5d, owner: ada}
  c: {name: C, duration: 5d, owner: ada}
  d: {name: D, duration: 5d}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
people: {ada: {name: Ada Byron, role: developer}}
tasks:
  a: {name: A, duration: 5d, owner: ada}
  b: {name: B, duration: 5d, owner: ada}
  c: {name: C, duration: 5d, owner: ada}
  d: {name: D, duration: 5d, people: ada}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.model.text import Entry, Item
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown, *, most: int = 75, most_of_all: int = 95) -> Iterator[Problem]:
    """Yield each entry that nobody answers for, where `most` per cent of its kind have an owner, or nearly all do."""
    kinds = _kinds(plan, breakdown)
    lacking = [(each, f"{having} {kind}") for kind, own in kinds.items() for each, having in _gaps(own, most)]
    told = {entry.pointer for entry, _ in lacking}
    others = _gaps([entry for own in kinds.values() for entry in own], most_of_all)
    lacking += [(entry, f"{having} entries") for entry, having in others if entry.pointer not in told]
    for entry, having in lacking:
        message = f"{_called(entry)} has no owner, {having} have one"
        yield Problem(entry.pointer, message, 'write "owner" and the id of a person')


def _gaps(entries: list[Entry], most: int) -> Iterator[tuple[Entry, str]]:
    return gaps(entries, _answered_for, most=most)


def _kinds(plan: Plan, breakdown: Breakdown) -> dict[str, list[Entry]]:
    """What can have an owner; checkpoints, tests, risks and rollbacks have rules of their own."""
    return {
        "tasks": [task for task in breakdown.tasks if not _passes_by_itself(task)],
        "milestones": [*plan.milestones.values()],
        "actions": [action for risk in plan.risks.values() for action in risk.actions],
        "quotas": [*plan.quotas.values()],
        "sources": [*plan.sources.values()],
        "targets": [*plan.targets.values()],
        "alerts": [*plan.alerts.values()],
    }


def _answered_for(entry: Entry) -> bool:
    return any(getattr(entry, key, None) for key in ("owner", "people"))


def _passes_by_itself(task: Task) -> bool:
    """Tell whether a task is a wait by the clock, such as concrete that hardens."""
    return task.duration is not None and task.duration.likely.elapsed


def _called(entry: Entry) -> str:
    """Name an item by its id, an action by its number and its risk."""
    if isinstance(entry, Item):
        return f'"{entry.id}"'
    risk, _, index = entry.pointer[-3:]
    return f'action {int(index) + 1} of "{risk}"'
