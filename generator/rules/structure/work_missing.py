"""A wave or phase has no work, where most have some.

It stands in tables and charts as if something were done in it. Either its tasks were forgotten, or it was.

Fails:

```yaml
title: Example
waves:
  ground: {name: Ground, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls}
```

Passes:

```yaml
title: Example
waves:
  ground: {name: Ground, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, tasks: {frame: {name: Frame, duration: 3d}}}
```
"""

from collections.abc import Iterator, Mapping

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase, Wave
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown, *, most: int = 50) -> Iterator[Problem]:
    """Yield each wave and phase without anything in it, where `most` per cent of its kind have work."""
    kinds: dict[str, Mapping[str, Wave | Phase]] = {"waves": {**plan.waves}}
    if {wave.phase for wave in plan.waves.values()} <= {None, *plan.phases}:  # else one is misspelt, and told as such
        kinds["phases"] = {**plan.phases}
    for kind, items in kinds.items():
        for item, having in gaps(items.values(), lambda each: breakdown.members.get(each.id), most=most):
            message = f'"{item.id}" has no work, {having} {kind} have some'
            yield Problem(item.pointer, message, "give it tasks, or remove it")
