"""A wave belongs to no phase, where most waves belong to one.

Phases are what the overview is ordered by: a wave outside them is missing from their tables, weeks and totals.

Fails:

```yaml
title: Example
phases: {shell: {name: Shell}}
waves:
  ground: {name: Ground, phase: shell, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, tasks: {frame: {name: Frame, duration: 3d}}}
```

Passes:

```yaml
title: Example
phases: {shell: {name: Shell}}
waves:
  ground: {name: Ground, phase: shell, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, phase: shell, tasks: {frame: {name: Frame, duration: 3d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 50) -> Iterator[Problem]:
    """Yield each wave without a phase, where `most` per cent of the waves have one."""
    for wave, having in gaps(plan.waves.values(), lambda each: each.phase, most=most):
        message = f'"{wave.id}" belongs to no phase, {having} waves belong to one'
        yield Problem(wave.pointer, message, 'write "phase" and the id of one')
