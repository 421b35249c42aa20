"""Work can never be done: no minute is worked by all the calendars that it depends on.

A calendar whose days are all off, a night shift inside a wave that works by day, a leave without end: the work would
wait for ever.

Fails:

```yaml
title: Example
calendars:
  day: {name: Day, hours: ["8:00-16:00"]}
  night: {name: Night, hours: ["22:00-24:00"]}
roles: {guard: {name: Guard, calendar: night}}
waves:
  wave-1:
    name: Site
    calendar: day
    tasks: {watch: {name: Watch, duration: 2d, needs: {guard: 1}}}
```

Passes:

```yaml
title: Example
calendars:
  day: {name: Day, hours: ["8:00-16:00"]}
  late: {name: Late, hours: ["14:00-22:00"]}
roles: {guard: {name: Guard, calendar: late}}
waves:
  wave-1:
    name: Site
    calendar: day
    tasks: {watch: {name: Watch, duration: 2d, needs: {guard: 1}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.network import Network
from generator.scheduling.working_time import WorkingTime, clock_of

SEVERITY = Severity.ERROR


def check(plan: Plan, breakdown: Breakdown, time: WorkingTime, network: Network) -> Iterator[Problem]:
    """Yield each calendar without any work, and each task whose calendars never meet."""
    empty = []
    if not time.clock.ever_works():
        yield Problem(("calendar",), "the calendar has no working hours", "give its workdays hours")
        return
    for calendar in plan.calendars.values():
        if not clock_of(calendar, time).ever_works():
            empty.append(calendar.id)
            yield Problem(
                calendar.pointer, f'calendar "{calendar.id}" has no working hours', "give its workdays hours"
            )
    if empty:
        return
    clocks = {network.nodes[task.id].clock for task in breakdown.tasks}
    idle = {clock for clock in clocks if clock is not time.clock and not clock.ever_works()}
    for task in breakdown.tasks:
        if network.nodes[task.id].clock in idle:
            message = (
                f'"{task.id}" can never be worked on: the calendars of the work and its people have no hour in common'
            )
            yield Problem(
                task.pointer, message, "give the people and the work hours in common, or somebody else the work"
            )
