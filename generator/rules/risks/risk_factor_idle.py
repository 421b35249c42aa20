"""A risk has a factor, but no chance or no work that it lengthens.

It counts in no run of the simulation. `chance` says how likely it is, as a figure; where it is left out, `chances`
under `simulation` can say what low, medium and high mean. `affects` names the tasks, or the waves and phases whose
tasks they are.

Fails:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 3d/5d/8d}}
risks:
  rain: {name: Rain, impact: high, probability: low, mitigation: A tent, factor: 1.2/1.5/2, affects: dig}
```

Passes:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 3d/5d/8d}}
risks:
  rain: {name: Rain, impact: high, probability: low, mitigation: A tent, chance: 15%, factor: 1.2/1.5/2, affects: dig}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.uncertainty.risk_drivers import chance_of, exposed_tasks

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each factor that drives nothing, and why."""
    for risk in plan.risks.values():
        if risk.factor is None:
            continue
        pointer = (*risk.pointer, "factor")
        if chance_of(risk, plan) is None:
            level = risk.probability.value
            help_text = (
                f'write "chance: 30%", or say under "simulation" what {level} means: chances: {{{level}: 10%}}'
            )
            yield Problem(pointer, f'"{risk.id}" has a factor ({risk.factor}) and no chance', help_text)
        if not risk.affects:
            message = f'"{risk.id}" has a factor ({risk.factor}) and affects nothing'
            yield Problem(pointer, message, 'write "affects" and the ids of the work that it lengthens')
        elif not exposed_tasks(risk, breakdown):
            items = ", ".join(f'"{item}"' for item in risk.affects)
            message = f'"{risk.id}" has a factor ({risk.factor}), but {items} has no task'
            yield Problem((*risk.pointer, "affects"), message, "name tasks, or waves and phases that hold some")
