"""A name is too long for charts, and there is no short one.

Charts cut it off, so that neighbours with a like beginning look the same.

Fails:

```yaml
title: Example
tasks:
  review: {name: Review of the joint migration history of both teams, duration: 1d}
```

Passes:

```yaml
title: Example
tasks:
  review: {name: Review of the joint migration history of both teams, short: Review, duration: 1d}
```
"""

from collections.abc import Iterator, Mapping

from generator.findings import Problem, Severity
from generator.formatting import counted
from generator.model.naming import Called
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.INFO


def check(
    plan: Plan, schedule: Schedule, names: Mapping[tuple[str, str], Called], *, limit: int = 40
) -> Iterator[Problem]:
    """Yield each wave and task whose shortest name has more than `limit` characters."""
    for kind, items in (("wave", tuple(plan.waves.values())), ("task", schedule.breakdown.tasks)):
        for item in items:
            short = names[kind, item.id].short
            if len(short) > limit:
                key = "short" if item.short else "name"
                told = f'"{item.id}" has a name of {counted(len(short), "character")}, charts have room for {limit}'
                yield Problem((*item.pointer, key), told, 'give it a "short" name')
