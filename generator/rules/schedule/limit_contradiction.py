"""Two imposed dates of an item cannot both hold.

No work that starts on Monday at the earliest has started by the Friday before. One of the two is wrong, whatever the
work around it does.

Fails:

```yaml
title: Example
tasks:
  pour: {name: Pour, duration: 2d, start: W2D1, finish_by: W1D5}
```

Passes:

```yaml
title: Example
tasks:
  pour: {name: Pour, duration: 2d, start: W2D1, finish_by: W2D2}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.rules.schedule._limits import contradictions
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.ERROR


def check(breakdown: Breakdown, time: WorkingTime) -> Iterator[Problem]:
    """Yield each earliest date that is later than a latest one of the same item."""
    for item in breakdown.items.values():
        for earliest, latest in contradictions(item, time):
            message = (
                f'{earliest} {getattr(item, earliest)} of "{item.id}" is after its {latest} {getattr(item, latest)}'
            )
            yield Problem((*item.pointer, earliest), message, f"move one of the two: {latest} cannot be met")
