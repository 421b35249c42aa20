"""A risk has no actions, where most risks have some.

A mitigation in one line is an intention; who does what, and before when, is told by its actions.

Fails:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 5d}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, actions: [{do: Order it, before: dig}]}
  rock: {name: Rock, impact: low, probability: low, mitigation: A drill, actions: [{do: Order it, before: dig}]}
  frost: {name: Frost, impact: low, probability: low, mitigation: Heat, actions: [{do: Order it, before: dig}]}
  theft: {name: Theft, impact: low, probability: low, mitigation: A fence}
```

Passes:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 5d}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, actions: [{do: Order it, before: dig}]}
  rock: {name: Rock, impact: low, probability: low, mitigation: A drill, actions: [{do: Order it, before: dig}]}
  frost: {name: Frost, impact: low, probability: low, mitigation: Heat, actions: [{do: Order it, before: dig}]}
  theft: {name: Theft, impact: low, probability: low, mitigation: A fence, actions: [{do: Build it, before: dig}]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each risk told by its mitigation alone, where `most` per cent of the risks are told step by step."""
    for risk, having in gaps(plan.risks.values(), lambda risk: risk.actions, most=most):
        message = f'"{risk.id}" has no actions, {having} risks have some'
        yield Problem(risk.pointer, message, 'write "actions": what is done, by whom, before which item')
