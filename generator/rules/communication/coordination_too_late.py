"""A coordination point lies in a week in which a wave that needs it is finished.

What is settled after the work is done is settled for nobody.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 10d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 2, topic: Contract of the service, providers: wave-1, receivers: wave-2}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 10d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 1, topic: Contract of the service, providers: wave-1, receivers: wave-2}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.communication import Coordination
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each point after the last week of a receiver, or of one of those who settle it."""
    for point in plan.coordination.values():
        late = [wave for wave in _needing(point) if _is_over(wave, point.week, schedule)]
        if late:
            last = schedule.weeks(late[0]).last
            told = f'"{point.id}" is settled in week {point.week}, but "{late[0]}" ends in week {last}'
            yield Problem((*point.pointer, "week"), told, f"write week: {last} or earlier")


def _needing(point: Coordination) -> tuple[str, ...]:
    return (*point.receivers, *point.between)


def _is_over(wave: str, week: int, schedule: Schedule) -> bool:
    return wave in schedule.breakdown.members and schedule.weeks(wave).last < week
