"""A phase's committed total of people is not the peak of its teams.

A total is the most people who are at work at the same time: the sum of the waves where all of them overlap, less
where one follows another. Roles that count as another are included in its total.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
phases:
  phase-1: {name: Foundation, team_total: {developer: 4-6}}
waves:
  wave-1:
    {name: One, phase: phase-1, team: {developer: 2-3}, tasks: {a: {name: A, duration: 5d}}}
  wave-2:
    {name: Two, phase: phase-1, team: {developer: 1-2}, tasks: {b: {name: B, duration: 5d}}}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
phases:
  phase-1: {name: Foundation, team_total: {developer: 3-5}}
waves:
  wave-1:
    {name: One, phase: phase-1, team: {developer: 2-3}, tasks: {a: {name: A, duration: 5d}}}
  wave-2:
    {name: Two, phase: phase-1, team: {developer: 1-2}, tasks: {b: {name: B, duration: 5d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.resource_load import NOBODY, Assignment, counts_as, curve, peak, teams
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each committed total that differs from the computed one."""
    for phase in plan.phases.values():
        for role, committed in phase.team_total.items():
            at_work = [each for each in teams(plan, schedule, phase.id) if counts_as(plan, each.role, role)]
            computed = peak(at_work)
            if computed != committed:
                message = f'"{role}" in "{phase.id}" peaks at {computed}, committed are {committed}'
                yield Problem((*phase.pointer, "team_total", role), message, _made_up_of(role, at_work, schedule))


def _made_up_of(role: str, at_work: list[Assignment], schedule: Schedule) -> str:
    """Tell who is at work at the peak."""
    most = peak(at_work)
    if most == NOBODY:
        return f'no wave of the phase has a "{role}" in its team'
    moment = next(moment for moment, people in curve(at_work) if people == most)
    there = [each for each in at_work if each.begin <= moment < each.end]
    told = " + ".join(f'{each.people} of "{each.item}"{_role(each, role)}' for each in there)
    return f"at the peak, {week_and_day(schedule.time.day_of_start(moment))}: {told}"


def _role(each: Assignment, role: str) -> str:
    return "" if each.role == role else f" ({each.role})"
