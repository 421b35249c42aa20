"""A step of a mitigation has no item before which it must be done, where most steps have one.

What may be done at any time is done when it no longer helps.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 5d}
  pour: {name: Pour, duration: 5d, depends_on: dig}
risks:
  rain:
    name: Rain
    impact: low
    probability: high
    mitigation: A tent
    affects: [dig, pour]
    actions:
      - {do: Order the tent, before: dig}
      - {do: Hire a pump, before: dig}
      - {do: Order the covers, before: pour}
      - {do: Train the crew}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 5d}
  pour: {name: Pour, duration: 5d, depends_on: dig}
risks:
  rain:
    name: Rain
    impact: low
    probability: high
    mitigation: A tent
    affects: [dig, pour]
    actions:
      - {do: Order the tent, before: dig}
      - {do: Hire a pump, before: dig}
      - {do: Order the covers, before: pour}
      - {do: Train the crew, before: pour}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each action without `before`, where `most` per cent of all actions have one."""
    actions = [action for risk in plan.risks.values() for action in risk.actions]
    for action, having in gaps(actions, lambda action: action.before, most=most):
        *_, risk, _, index = action.pointer
        message = f'action {int(index) + 1} of "{risk}" is due at no time, {having} actions say before what'
        yield Problem(action.pointer, message, 'write "before" and the id of the item before which it must be done')
