"""Two items have the same short name.

In charts and narrow tables, where only the short name stands, nobody can tell them apart.

Fails:

```yaml
title: Example
tasks:
  load-test: {name: Load Test, short: Test, duration: 2d}
  user-test: {name: Test with Users, short: Test, duration: 2d}
```

Passes:

```yaml
title: Example
tasks:
  load-test: {name: Load Test, short: Load, duration: 2d}
  user-test: {name: Test with Users, short: Users, duration: 2d}
```
"""

from collections.abc import Iterator, Mapping

from generator.findings import Problem, Severity
from generator.model.breakdown import Task, Wave
from generator.model.naming import Called
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule, names: Mapping[tuple[str, str], Called]) -> Iterator[Problem]:
    """Yield each wave and each task whose short name, but not whose name, one of its kind has before it."""
    for kind, items in (("wave", tuple(plan.waves.values())), ("task", schedule.breakdown.tasks)):
        first: dict[str, Task | Wave] = {}
        for item in items:
            short = names[kind, item.id].short
            before = first.setdefault(short.casefold(), item)
            if before.name != item.name:
                key = "short" if item.short else "name"
                told = f'"{before.id}" and "{item.id}" are both "{short}" in charts'
                help_text = "give one of them another short name"
                yield Problem((*item.pointer, key), told, help_text, (before.pointer,))
