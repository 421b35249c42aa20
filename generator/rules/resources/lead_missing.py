"""A wave has no lead, while most others have one.

The others ask this wave's lead before they ask its team; where there is none, nobody answers.

Fails:

```yaml
title: Example
roles: {mason: {name: Mason}}
people: {ada: {name: Ada Byron, role: mason}, kim: {name: Kim Park, role: mason}}
waves:
  base: {name: Base, lead: ada, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, lead: kim, tasks: {frame: {name: Frame, duration: 2d}}}
  roof: {name: Roof, tasks: {tiles: {name: Tiles, duration: 2d}}}
```

Passes:

```yaml
title: Example
roles: {mason: {name: Mason}}
people: {ada: {name: Ada Byron, role: mason}, kim: {name: Kim Park, role: mason}}
waves:
  base: {name: Base, lead: ada, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, lead: kim, tasks: {frame: {name: Frame, duration: 2d}}}
  roof: {name: Roof, lead: ada, tasks: {tiles: {name: Tiles, duration: 2d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each wave without a lead in a plan that names leads."""
    led = [wave for wave in plan.waves.values() if wave.lead]
    for wave in plan.waves.values():
        if not wave.lead and len(led) * 2 > len(plan.waves):
            message = f'"{wave.id}" has no lead; {len(led)} of {len(plan.waves)} waves have one'
            yield Problem(wave.pointer, message, 'name somebody under "lead"')
