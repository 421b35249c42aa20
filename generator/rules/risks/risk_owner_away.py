"""A risk is watched by somebody who is away for all of the work that is exposed to it.

The sign that it is happening is seen by nobody, or by somebody who does not know what it means.

Fails:

```yaml
title: Example
roles: {dba: {name: DBA}}
people: {ada: {name: Ada Byron, role: dba, leave: [{date: W1D1, until: W1D3}]}}
tasks: {migrate: {name: Migrate, duration: 3d}}
risks:
  lost-rows:
    {name: Rows are lost, impact: high, probability: low, mitigation: A backup, trigger: A count differs,
     contingency: Restore, owner: ada, affects: migrate}
```

Passes:

```yaml
title: Example
roles: {dba: {name: DBA}}
people: {ada: {name: Ada Byron, role: dba, leave: [W1D1]}}
tasks: {migrate: {name: Migrate, duration: 3d}}
risks:
  lost-rows:
    {name: Rows are lost, impact: high, probability: low, mitigation: A backup, trigger: A count differs,
     contingency: Restore, owner: ada, affects: migrate}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._presence import away, exposed_days
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each risk on all of whose days its owner is away."""
    for risk, owner in away(plan.risks.values(), lambda each: exposed_days([each], schedule), plan, index, schedule):
        work = joined([f'"{item}"' for item in risk.affects])
        message = f'"{owner}" watches "{risk.id}", but is away for all of {work}'
        yield Problem((*risk.pointer, "owner"), message, "name somebody who is there")
