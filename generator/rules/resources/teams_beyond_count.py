"""The teams at work at once may take more people of a role than the plan has.

A band such as `2-3` is a promise that the third person can be called. Where waves overlap, their bands add up, and a
role's `count` must hold the sum.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer, count: 4}}
waves:
  wave-1: {name: One, team: {developer: 2-3}, tasks: {a: {name: A, duration: 5d}}}
  wave-2: {name: Two, team: {developer: 1-2}, tasks: {b: {name: B, duration: 5d}}}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer, count: 5}}
waves:
  wave-1: {name: One, team: {developer: 2-3}, tasks: {a: {name: A, duration: 5d}}}
  wave-2: {name: Two, team: {developer: 1-2}, tasks: {b: {name: B, duration: 5d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.scheduling.resource_load import Assignment, curve, peak, teams
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each role whose teams may take more people than its count."""
    for role in plan.roles.values():
        at_work = [each for each in teams(plan, schedule) if each.role == role.id]
        most = peak(at_work)
        if role.count and most.high > role.count.high:
            message = f'the teams take {most} of "{role.id}" at once, the plan has {role.count}'
            yield Problem((*role.pointer, "count"), message, _made_up_of(at_work, schedule))


def _made_up_of(at_work: list[Assignment], schedule: Schedule) -> str:
    most = peak(at_work)
    moment = next(moment for moment, people in curve(at_work) if people == most)
    there = [f'{each.people} in "{each.item}"' for each in at_work if each.begin <= moment < each.end]
    day = week_and_day(schedule.time.day_of_start(moment))
    return f"{day}: {joined(there)}; take smaller teams, or let one wait for the other"
