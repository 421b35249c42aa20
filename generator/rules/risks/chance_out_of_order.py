"""The chances of risks do not rise with their probability.

A risk rated low that is likelier than one rated high is rated wrong, or its figure is: the ranked list and the
simulation would tell two different stories.

Fails:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 5d}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, chance: 20%, affects: dig}
  frost: {name: Frost, impact: low, probability: low, mitigation: A heater, chance: 35%, affects: dig}
```

Passes:

```yaml
title: Example
tasks: {dig: {name: Dig, duration: 5d}}
risks:
  rain: {name: Rain, impact: low, probability: high, mitigation: A tent, chance: 60%, affects: dig}
  frost: {name: Frost, impact: low, probability: low, mitigation: A heater, chance: 10%, affects: dig}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.model.quantity import Level

SEVERITY = Severity.WARNING
_Told = tuple[Level, Decimal, Pointer, str]
"""A level, its figure, where it is written, and whose it is."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each figure that is higher than one of a more probable level."""
    told = list(_told(plan))
    alone = _alone(told)
    if alone:
        level, chance, pointer, name = alone
        message = f"{name} is {level.value} with a chance of {chance}%, out of order with all others"
        yield Problem(pointer, message, "change the rating or the chance, so that both rise together")
        return
    for level, chance, pointer, name in told:
        lower = [each for each in told if each[0].rank > level.rank and each[1] < chance]
        if lower:
            other = min(lower, key=lambda each: each[1])
            message = (
                f"{name} is {level.value} with a chance of {chance}%, {other[3]} is {other[0].value} with {other[1]}%"
            )
            yield Problem(pointer, message, "change a rating or a chance, so that both rise together")


def _alone(told: list[_Told]) -> _Told | None:
    """The one figure without which several others stand in order."""
    pairs = [(one, other) for one in told for other in told if one[0].rank < other[0].rank and one[1] > other[1]]
    shared = [each for each in told if all(each in pair for pair in pairs)]
    return shared[0] if len(pairs) > 1 and len(shared) == 1 else None


def _told(plan: Plan) -> Iterator[_Told]:
    for level, chance in plan.simulation.chances.items():
        yield level, chance, ("simulation", "chances", level.value), 'the scale under "simulation"'
    for risk in plan.risks.values():
        if risk.chance is not None:
            yield risk.probability, risk.chance, (*risk.pointer, "chance"), f'"{risk.id}"'
