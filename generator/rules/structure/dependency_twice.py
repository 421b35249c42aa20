"""An item waits for the same predecessor twice.

Of two links between the same ends only the longer lag counts. The other is a slip: mostly another predecessor was
meant.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 2d}
  pour: {name: Pour, duration: 1d, depends_on: [dig, dig FS+1d]}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 2d}
  pour: {name: Pour, duration: 1d, depends_on: [dig SS+1d, dig FF+1d]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Dependency, Link
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each dependency that repeats an earlier one of the same item, whatever its lag."""
    for item in breakdown.items.values():
        first: dict[tuple[str, Link], int] = {}
        dependencies: tuple[Dependency, ...] = getattr(item, "depends_on", ())
        for index, dependency in enumerate(dependencies):
            earlier = first.setdefault((dependency.on, dependency.link), index)
            if earlier != index:
                message = f'"{item.id}" waits for "{dependency.on}" twice'
                told = message + _lags(dependencies[earlier], dependency)
                yield Problem((*item.pointer, "depends_on", index), told, "remove one, or name what was meant")


def _lags(one: Dependency, other: Dependency) -> str:
    return f' ("{one}" and "{other}")' if one != other else ""
