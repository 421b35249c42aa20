"""A risk names the same exposed work twice, or a wave together with its own task.

Either the second is a slip for another id, or the first says all: a wave stands for all of its tasks.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: One, tasks: {dig: {name: Dig, duration: 5d}}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, affects: [wave-1, dig]}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: One, tasks: {dig: {name: Dig, duration: 5d}}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, affects: [wave-1]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._above import above
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each exposed item that another one of the same risk already says."""
    for risk in plan.risks.values():
        for index, item in enumerate(risk.affects):
            pointer = (*risk.pointer, "affects", index)
            outer = next((each for each in above(item, breakdown) if each in risk.affects), None)
            if item in risk.affects[:index]:
                yield Problem(pointer, f'"{risk.id}" affects "{item}" twice', "leave one of them out")
            elif outer:
                message = f'"{risk.id}" affects "{item}" and "{outer}", of which it is part'
                yield Problem(pointer, message, "keep the one that is meant")
