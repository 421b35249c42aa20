"""A high risk says nothing of what is done when it happens.

Mitigation makes a risk smaller, not impossible. A contingency, or a rollback that undoes the damage, is thought out
before it is needed or not at all.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {move: {name: Move, duration: 5d, needs: {pilot: 1}}}
risks:
  storm: {name: Storm, impact: high, probability: medium, mitigation: Wait, trigger: Wind, owner: pilot}
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
from generator.rules._gaps import gaps
from generator.rules.risks._lacking import HIGH, lacking

SEVERITY = Severity.WARNING


def check(plan: Plan, *, high: int = HIGH, most: int = 75) -> Iterator[Problem]:
    """Yield each risk without contingency; a rollback stands for it, unless most risks have both."""
    usual = any(gaps(plan.risks.values(), lambda risk: risk.contingency, most=most))
    for risk, reason in lacking(plan, lambda risk: risk.contingency, high=high, most=most):
        if usual or not risk.rollback:
            message = f'"{risk.id}" has no contingency ({reason})'
            yield Problem(risk.pointer, message, 'write "contingency", or name the rollback that undoes the damage')
