"""A high risk has no owner.

Nobody watches it, so its sign is seen by chance. Where most risks have an owner, one without is told as well, however
small it is.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {move: {name: Move, duration: 5d, needs: {pilot: 1}}}
risks:
  storm: {name: Storm, impact: high, probability: medium, mitigation: Wait, trigger: Wind, contingency: Land}
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {move: {name: Move, duration: 5d, needs: {pilot: 1}}}
risks:
  storm:
    {name: Storm, impact: high, probability: medium, mitigation: Wait, trigger: Wind, contingency: Land, owner: pilot}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.risks._lacking import HIGH, lacking

SEVERITY = Severity.WARNING


def check(plan: Plan, *, high: int = HIGH, most: int = 75) -> Iterator[Problem]:
    """Yield each risk that nobody owns, if it is high or most others are owned."""
    for risk, reason in lacking(plan, lambda risk: risk.owner, high=high, most=most):
        message = f'"{risk.id}" has no owner ({reason})'
        yield Problem(risk.pointer, message, 'write "owner" and the id of a person')
