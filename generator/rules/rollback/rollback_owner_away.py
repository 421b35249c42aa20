"""A rollback is decided on by somebody who is away for all of the work that it may have to undo.

Whoever stands before the failure then has a procedure, and nobody who may start it.

Fails:

```yaml
title: Example
roles: {dba: {name: DBA}}
people: {ada: {name: Ada Byron, role: dba, leave: [{date: W1D1, until: W1D3}]}}
tasks: {migrate: {name: Migrate, duration: 3d}}
rollbacks:
  restore:
    {name: Migration fails, within: "< 30 min", procedure: Restore, trigger: A count differs, owner: ada,
     verify: [{do: Count}], risks: lost-rows}
risks:
  lost-rows:
    {name: Rows are lost, impact: high, probability: low, mitigation: A backup, trigger: A count differs,
     owner: dba, affects: migrate, rollback: restore}
```

Passes:

```yaml
title: Example
roles: {dba: {name: DBA}}
people: {ada: {name: Ada Byron, role: dba, leave: [W1D1]}}
tasks: {migrate: {name: Migrate, duration: 3d}}
rollbacks:
  restore:
    {name: Migration fails, within: "< 30 min", procedure: Restore, trigger: A count differs, owner: ada,
     verify: [{do: Count}], risks: lost-rows}
risks:
  lost-rows:
    {name: Rows are lost, impact: high, probability: low, mitigation: A backup, trigger: A count differs,
     owner: dba, affects: migrate, rollback: restore}
```
"""

from collections.abc import Iterator
from functools import partial

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.rollback import Rollback
from generator.rules._presence import away, exposed_days
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each rollback whose owner is away whenever one of its risks threatens."""
    days = partial(_days, plan=plan, schedule=schedule)
    for rollback, owner in away(plan.rollbacks.values(), days, plan, index, schedule):
        message = f'"{owner}" decides on "{rollback.id}", but is away whenever it may be needed'
        yield Problem((*rollback.pointer, "owner"), message, "name somebody who is there")


def _days(rollback: Rollback, plan: Plan, schedule: Schedule) -> set[int]:
    """The days on which work is exposed to a risk that the rollback answers."""
    risks = [each for each in plan.risks.values() if each.rollback == rollback.id or each.id in rollback.risks]
    return exposed_days(risks, schedule)
