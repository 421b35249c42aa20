"""A risk speaks of a rollback, but names none.

"Roll back" is a procedure of the plan with a time limit, an owner and steps; the risk must lead there.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
risks:
  outage: {name: Outage, impact: medium, probability: low, mitigation: Tests, contingency: Roll back the release}
  slow: {name: Slow, impact: low, probability: low, mitigation: Tests, rollback: previous}
rollbacks:
  previous:
    name: Release fails
    within: 10 min
    procedure: Route to the version before
    trigger: Errors after a release
    owner: pilot
    verify: [{do: The site answers}]
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
risks:
  outage:
    name: Outage
    impact: medium
    probability: low
    mitigation: Tests
    contingency: Roll back the release
    rollback: previous
  slow: {name: Slow, impact: low, probability: low, mitigation: Tests, rollback: previous}
rollbacks:
  previous:
    name: Release fails
    within: 10 min
    procedure: Route to the version before
    trigger: Errors after a release
    owner: pilot
    verify: [{do: The site answers}]
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan

SEVERITY = Severity.WARNING
_ROLLBACK = re.compile(r"\broll(?:ed|ing|s)?[ -]?back\b", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each contingency that promises a rollback for a risk without one, in a plan that has rollbacks."""
    known = joined([f'"{rollback}"' for rollback in plan.rollbacks], "or")
    unnamed = [risk for risk in plan.risks.values() if not risk.rollback]
    for risk in unnamed if plan.rollbacks else ():
        for index, text in enumerate(risk.contingency):
            if _ROLLBACK.search(text):
                message = f'"{risk.id}" speaks of a rollback, but names none'
                yield Problem((*risk.pointer, "contingency", index), message, f'write "rollback:" and {known}')
