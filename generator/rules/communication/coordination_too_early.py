"""A coordination point lies in a week in which none of those who bring something to it has begun.

There is nothing yet that could be handed over or settled, and nobody who knows.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 6d}}}
  wave-2: {name: Pages, depends_on: wave-1, tasks: {pages: {name: Pages, duration: 7d}}}
  wave-3: {name: Rollout, depends_on: wave-2, tasks: {rollout: {name: Rollout, duration: 2d}}}
coordination:
  pages: {week: 1, topic: Pages for the rollout, providers: wave-2, receivers: wave-3}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 6d}}}
  wave-2: {name: Pages, depends_on: wave-1, tasks: {pages: {name: Pages, duration: 7d}}}
  wave-3: {name: Rollout, depends_on: wave-2, tasks: {rollout: {name: Rollout, duration: 2d}}}
coordination:
  pages: {week: 3, topic: Pages for the rollout, providers: wave-2, receivers: wave-3}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each point before the first week of every provider, or of all who settle it among equals."""
    for point in plan.coordination.values():
        waves = [wave for wave in (*point.providers, *point.between) if wave in schedule.breakdown.members]
        begins = min((schedule.weeks(wave).first for wave in waves), default=point.week)
        if point.week < begins:
            named = joined([f'"{wave}"' for wave in waves], "or")
            told = (
                f'"{point.id}" is settled in week {point.week}, but {named} begins in week {begins} at the earliest'
            )
            yield Problem((*point.pointer, "week"), told, f"write week: {begins} or later")
