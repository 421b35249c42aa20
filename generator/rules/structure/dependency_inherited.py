"""An item waits for what its wave or phase waits for already.

What a wave waits for, each of its tasks waits for. Told twice it has to be changed twice, and the second place is
forgotten.

Fails:

```yaml
title: Example
waves:
  ground: {name: Ground, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, depends_on: ground, tasks: {frame: {name: Frame, duration: 3d, depends_on: ground}}}
```

Passes:

```yaml
title: Example
waves:
  ground: {name: Ground, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, depends_on: ground, tasks: {frame: {name: Frame, duration: 3d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Dependency
from generator.rules._above import above
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.INFO


def check(breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each dependency that stands in the same words at a wave or phase above."""
    for item in breakdown.items.values():
        for index, dependency in enumerate(getattr(item, "depends_on", ())):
            holder = _holder(item.id, dependency, breakdown)
            if holder:
                message = f'"{item.id}" waits for "{dependency}", as all of "{holder}" does'
                yield Problem((*item.pointer, "depends_on", index), message, "remove it here")


def _holder(item: str, dependency: Dependency, breakdown: Breakdown) -> str | None:
    """The nearest wave or phase above with the very same dependency; not one that waits for a part of itself."""
    inside = set(above(dependency.on, breakdown)) if dependency.on in breakdown.items else set()
    others = (each for each in above(item, breakdown) if each not in inside)
    holders = (each for each in others if dependency in breakdown.items[each].depends_on)  # type: ignore[union-attr]
    return next(holders, None)
