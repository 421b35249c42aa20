"""A meeting's chair is away on one of its days.

A review that nobody leads is put off, and with it what it should have told. Leave says who is away, and so does a
calendar of one's own without that weekday. Daily meetings are left alone: teams meet without their chair.

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
from generator.rules._presence import own_clocks, person_named
from generator.scheduling.meetings import days_of
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING
_MOST_TOLD = 4


def check(plan: Plan, index: Index, schedule: Schedule) -> Iterator[Problem]:
    """Yield each meeting, daily ones apart, on whose days its chair does not always work."""
    clocks = own_clocks(plan, schedule.time) if plan.meetings else {}
    for meeting in plan.meetings.values():
        chair = None if meeting.is_daily else person_named(meeting.chair, index)
        clock = clocks.get(chair.id) if chair else None
        held = days_of(meeting, plan, schedule) if clock else ()
        missed = [week_and_day(day) for day in held if clock and not clock.shifts_on(day.index)]
        if chair and missed:
            told = f'"{chair.id}" chairs "{meeting.id}", but is away on {_told(missed)}'
            yield Problem((*meeting.pointer, "chair"), told, "name a chair who is there, or move the meeting")


def _told(days: list[str]) -> str:
    more = len(days) - _MOST_TOLD
    return joined(days) if more <= 1 else joined([*days[:_MOST_TOLD], f"{more} days more"])
