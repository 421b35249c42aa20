"""A meeting's chair is away on one of its days.

A review that nobody leads is put off, and with it what it should have told. Daily meetings are left alone: teams
meet without their chair.

Fails:

```yaml
title: Example
roles:
  lead: {name: Lead}
people:
  ada: {name: Ada Byron, role: lead, leave: [W1D5]}
tasks:
  build: {name: Build, duration: 5d}
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads, chair: ada}
```

Passes:

```yaml
title: Example
roles:
  lead: {name: Lead}
people:
  ada: {name: Ada Byron, role: lead, leave: [W1D5]}
tasks:
  build: {name: Build, duration: 5d}
meetings:
  review: {name: Review, on: thu, lasts: 1 hour, audience: all leads, chair: ada}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.team import Person
from generator.scheduling.calendars import leave_days
from generator.scheduling.meetings import days_of
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each meeting, daily ones apart, that falls on its chair's leave."""
    for meeting in plan.meetings.values():
        found = index.find(meeting.chair, ("person", "role")) if meeting.chair and not meeting.is_daily else None
        chair = found[1] if found else None
        if isinstance(chair, Person) and chair.leave:
            away = leave_days(chair.leave, schedule.time)
            missed = [week_and_day(day) for day in days_of(meeting, plan, schedule) if day.index in away]
            if missed:
                told = f'"{chair.id}" chairs "{meeting.id}", but is away on {joined(missed)}'
                yield Problem((*meeting.pointer, "chair"), told, "name a chair who is there, or move the meeting")
