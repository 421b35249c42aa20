"""A high risk has no trigger.

Without a sign that it is happening, it is noticed when it has happened. Where most risks have a trigger, one
without is told as well.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {move: {name: Move, duration: 5d, needs: {pilot: 1}}}
risks:
  storm: {name: Storm, impact: high, probability: medium, mitigation: Wait, contingency: Land, owner: pilot}
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
    """Yield each risk without a sign to watch for, if it is high or most others have one."""
    for risk, reason in lacking(plan, lambda risk: risk.trigger, high=high, most=most):
        message = f'"{risk.id}" has no trigger ({reason})'
        yield Problem(
            risk.pointer, message, 'write "trigger": the sign by which its owner knows that it is happening'
        )
