"""A risk names no work that is exposed to it, where most risks do.

Its date, its place in the schedule and those who must know of it all follow from the work it affects.

Fails:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 5d}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, affects: dig}
  rock: {name: Rock, impact: medium, probability: low, mitigation: A drill, affects: dig}
  frost: {name: Frost, impact: medium, probability: low, mitigation: A heater, affects: dig}
  theft: {name: Theft, impact: low, probability: low, mitigation: A fence}
```

Passes:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 5d}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, affects: dig}
  rock: {name: Rock, impact: medium, probability: low, mitigation: A drill, affects: dig}
  frost: {name: Frost, impact: medium, probability: low, mitigation: A heater, affects: dig}
  theft: {name: Theft, impact: low, probability: low, mitigation: A fence, affects: dig}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each risk that touches no work, where `most` per cent of the risks touch some."""
    for risk, having in gaps(plan.risks.values(), lambda risk: risk.affects, most=most):
        message = f'"{risk.id}" affects nothing, {having} risks name the work they affect'
        yield Problem(risk.pointer, message, 'write "affects" and the ids of the work that is exposed')
