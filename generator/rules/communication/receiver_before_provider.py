"""A wave takes over from another that has not begun when it ends.

What is handed over comes too late for those who were to build on it.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
  wave-2: {name: Service, tasks: {api: {name: API, duration: 3d, depends_on: pages}}}
coordination:
  contract: {week: 1, topic: Contract of the service, providers: wave-2, receivers: wave-1}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
  wave-2: {name: Service, tasks: {api: {name: API, duration: 3d, depends_on: pages}}}
coordination:
  contract: {week: 1, topic: Contract of the service, providers: wave-1, receivers: wave-2}
```
"""

from collections.abc import Iterator
from itertools import product

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each receiver that is finished before a provider starts."""
    dates, time = schedule.dates, schedule.time
    for point in plan.coordination.values():
        for (index, receiver), provider in product(enumerate(point.receivers), point.providers):
            ended, begun = dates[receiver].early_finish, dates[provider].early_start
            if _has_work(receiver, provider, schedule) and time.clock.between(ended, begun) >= 0:
                last, first = week_and_day(time.day_of_finish(ended)), week_and_day(time.day_of_start(begun))
                told = f'"{receiver}" ends {last}, before "{provider}" begins {first}, from which it takes over'
                help_text = "swap the two, or name those who still can use it"
                yield Problem((*point.pointer, "receivers", index), told, help_text)


def _has_work(one: str, other: str, schedule: Schedule) -> bool:
    members = schedule.breakdown.members
    return one != other and one in members and other in members
