"""The three points of an estimate are not told in the same kind of time.

Hours, days and weeks side by side hide a slip of the unit, and elapsed days beside working days are no range at all.

Fails:

```yaml
title: Example
tasks: {cure: {name: Cure, duration: 1ed/5d/8d}}
```

Passes:

```yaml
title: Example
tasks: {cure: {name: Cure, duration: 3d/5d/8d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING
_MOST_UNITS = 2


def check(breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each range that mixes elapsed and working time, or tells every point in another unit."""
    for task in breakdown.tasks:
        for key in ("duration", "effort"):
            estimate = getattr(task, key)
            points = (estimate.optimistic, estimate.likely, estimate.pessimistic) if estimate else ()
            mixed = len({point.elapsed for point in points}) > 1
            if mixed or len({point.unit for point in points}) > _MOST_UNITS:
                told = "elapsed and working time" if mixed else "three units"
                message = f'{key} {estimate} of "{task.id}" mixes {told}'
                yield Problem((*task.pointer, key), message, "write all three points in the same unit")
