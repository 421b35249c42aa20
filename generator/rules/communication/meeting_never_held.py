"""A meeting has no day between the plan's start and its finish.

Its weekday does not occur while work is done, or every one of them is a holiday.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 3d}
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 5d}
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.scheduling.meetings import days_of
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each meeting on workdays of which the plan has none."""
    for meeting in plan.meetings.values() if schedule.breakdown.tasks else ():
        held = not set(meeting.on) <= set(plan.calendar.workdays) or any(days_of(meeting, plan, schedule))
        if not held:
            first = week_and_day(schedule.time.day_of_start(schedule.start))
            last = week_and_day(schedule.time.day_of_finish(schedule.finish))
            days = joined([day.title for day in meeting.on]) or "workday"
            told = f'"{meeting.id}" is never held: there is no {days} from {first} to {last}'
            yield Problem((*meeting.pointer, "on"), told, "choose a day on which the plan is at work")
