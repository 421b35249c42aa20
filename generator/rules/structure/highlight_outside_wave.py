"""A wave's highlights name a task of another wave.

Overviews tell a wave by its highlights: one that belongs elsewhere tells readers that this team does it.

Fails:

```yaml
title: Example
waves:
  ground: {name: Ground, highlights: [dig, frame], tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, tasks: {frame: {name: Frame, duration: 3d}}}
```

Passes:

```yaml
title: Example
waves:
  ground: {name: Ground, highlights: [dig], tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, tasks: {frame: {name: Frame, duration: 3d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each highlight that is a task, but none of the wave's own."""
    for wave in plan.waves.values():
        for index, task in enumerate(wave.highlights):
            if task in breakdown.items and breakdown.parents.get(task) != wave.id:
                message = f'highlight "{task}" of "{wave.id}" {_where(breakdown.parents.get(task))}'
                yield Problem((*wave.pointer, "highlights", index), message, f'name a task of "{wave.id}"')


def _where(parent: str | None) -> str:
    return f'is a task of "{parent}"' if parent else "belongs to no wave"
