"""Labels count on, and leave a number out.

Readers look for "Lot 3" when they read of Lot 2 and Lot 4, and wonder what has been kept from them.

Fails:

```yaml
title: Example
waves:
  base: {name: Base, label: Lot 1, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, label: Lot 2, tasks: {frame: {name: Frame, duration: 2d}}}
  roof: {name: Roof, label: Lot 4, tasks: {tiles: {name: Tiles, duration: 2d}}}
```

Passes:

```yaml
title: Example
waves:
  base: {name: Base, label: Lot 1, tasks: {dig: {name: Dig, duration: 2d}}}
  walls: {name: Walls, label: Lot 2, tasks: {frame: {name: Frame, duration: 2d}}}
  roof: {name: Roof, label: Lot 3, tasks: {tiles: {name: Tiles, duration: 2d}}}
```
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase, Wave
from generator.model.naming import Called
from generator.model.plan import Plan
from generator.rules._numbers import numbered

SEVERITY = Severity.WARNING
_ENOUGH = 3


def check(plan: Plan, names: Mapping[tuple[str, str], Called]) -> Iterator[Problem]:
    """Yield each label of a phase or wave behind a number that there is not."""
    yield from _gaps("phase", tuple(plan.phases.values()), names)
    yield from _gaps("wave", tuple(plan.waves.values()), names)


def _gaps(kind: str, items: Sequence[Phase | Wave], names: Mapping[tuple[str, str], Called]) -> Iterator[Problem]:
    found = [(label, item) for item in items for label in (numbered(names[kind, item.id].label),) if label]
    stems = {stem for (stem, _), _ in found}
    if len(stems) != 1 or len(found) < _ENOUGH:
        return
    numbers = {number for (_, number), _ in found}
    for (stem, number), item in found:
        if number > min(numbers) and number - 1 not in numbers:
            told = (
                f'"{stem.strip()} {number}" follows "{stem.strip()} {max(each for each in numbers if each < number)}"'
            )
            place = (*item.pointer, "label") if item.label else item.pointer
            yield Problem(place, told, f'is it "{stem.strip()} {number - 1}"?')
