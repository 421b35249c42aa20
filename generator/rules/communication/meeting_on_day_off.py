"""A meeting is held on a weekday on which nobody works.

Those who read the plan's calendar will not come.

Fails:

```yaml
title: Example
meetings:
  review: {name: Review, on: [fri, sat], lasts: 1 hour, audience: all leads}
```

Passes:

```yaml
title: Example
meetings:
  review: {name: Review, on: [thu, fri], lasts: 1 hour, audience: all leads}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.scheduling.meetings import calendars

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each weekday of a meeting that is a workday in no calendar of the plan."""
    worked = {day for calendar in calendars(plan) for day in calendar.workdays}
    for meeting in plan.meetings.values():
        for index, day in enumerate(meeting.on):
            if day not in worked:
                workdays = joined([each.value for each in plan.calendar.workdays])
                told = f'"{meeting.id}" is held on {day.title}, which is no workday'
                yield Problem((*meeting.pointer, "on", index), told, f"workdays are {workdays}")
