"""A task, risk or rollback is answered for by somebody whose shift leaves out all of the work.

The work is done, a sign comes, or a change has to be undone at an hour at which the one who decides is never there.

Fails:

```yaml
title: Example
calendars:
  early: {name: Early shift, hours: ["9:00-12:00"]}
  late: {name: Late shift, hours: ["12:00-17:00"]}
roles:
  early-steward: {name: Early Steward, calendar: early}
  late-steward: {name: Late Steward, calendar: late}
people:
  ada: {name: Ada Byron, role: early-steward}
  bob: {name: Bob Bernstein, role: late-steward}
tasks:
  talk: {name: Talk, duration: 1h, owner: ada}
  show: {name: Show, duration: 1h, start: W1D1 14:00, owner: bob, depends_on: talk}
risks:
  storm: {name: Storm, impact: medium, probability: low, mitigation: Sheets, owner: bob, affects: [talk, show]}
```

Passes:

```yaml
title: Example
calendars:
  early: {name: Early shift, hours: ["9:00-12:00"]}
  late: {name: Late shift, hours: ["12:00-17:00"]}
roles:
  early-steward: {name: Early Steward, calendar: early}
  late-steward: {name: Late Steward, calendar: late}
people:
  ada: {name: Ada Byron, role: early-steward}
  bob: {name: Bob Bernstein, role: late-steward}
tasks:
  talk: {name: Talk, duration: 1h, owner: ada}
  show: {name: Show, duration: 1h, start: W1D1 14:00, owner: bob, depends_on: talk}
risks:
  storm: {name: Storm, impact: medium, probability: low, mitigation: Sheets, owner: bob, affects: [show]}
```
"""

from collections.abc import Iterable, Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Task
from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.model.rollback import Rollback
from generator.rules._presence import on_shift, person_named
from generator.scheduling.clock import Clock
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_Owned = Task | Risk | Rollback


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each task, and each risk and rollback with exposed work, of which its owner's shift covers no minute."""
    shifts = on_shift(plan, schedule.time)
    entries: tuple[_Owned, ...] = (*schedule.breakdown.tasks, *plan.risks.values(), *plan.rollbacks.values())
    for entry in entries if shifts else ():
        owner = person_named(entry.owner, index)
        clock = shifts.get(owner.id) if owner else None
        missed = next(_unseen(_exposed(entry, plan), clock, schedule), None) if clock else None
        if missed:
            during = "it" if missed == entry.id else f'"{missed}"'
            message = f'"{entry.owner}" answers for "{entry.id}", and is never at work during {during}'
            yield Problem((*entry.pointer, "owner"), message, "name somebody who is there at that hour")


def _unseen(items: Iterable[str], clock: Clock, schedule: Schedule) -> Iterator[str]:
    """Yield what takes time, and none on a clock."""
    for item in items:
        dates = schedule.dates[item]
        if dates.early_finish > dates.early_start and not clock.between(dates.early_start, dates.early_finish):
            yield item


def _exposed(entry: _Owned, plan: Plan) -> Iterator[str]:
    """A task itself, or the work that is exposed to a risk, or to the risks that a rollback answers."""
    if isinstance(entry, Task):
        yield entry.id
        return
    for risk in plan.risks.values():
        if risk is entry or (isinstance(entry, Rollback) and (risk.rollback == entry.id or risk.id in entry.risks)):
            yield from risk.affects
