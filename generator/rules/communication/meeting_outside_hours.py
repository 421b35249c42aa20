"""A meeting is held outside the working hours that the plan tells.

It begins before anybody is there, in a break, or goes on after work has ended. In a plan that tells no hours only the
night is none: "2:00" stands there for "2:00 PM".

Fails:

```yaml
title: Example
calendar: {hours: ["8:00-12:00", "13:00-17:00"]}
meetings:
  review: {name: Review, on: fri, at: "16:30", lasts: 1 hour, audience: all leads}
```

Passes:

```yaml
title: Example
calendar: {hours: ["8:00-12:00", "13:00-17:00"]}
meetings:
  review: {name: Review, on: fri, at: "16:00", lasts: 1 hour, audience: all leads}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.calendar import Calendar, Weekday
from generator.model.plan import Plan
from generator.scheduling.meetings import begin_of, calendars, clock, length_of, weekdays_of

SEVERITY = Severity.WARNING
_MORNING, _NOON = 6 * 60, 12 * 60


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each meeting that no calendar of the plan has room for on one of its weekdays."""
    if not {"hours", "hours_on"} & plan.calendar.model_fields_set:
        yield from _in_the_night(plan)
        return
    for meeting in plan.meetings.values():
        begin, length = begin_of(meeting), length_of(meeting) or 0
        days = [day for day in weekdays_of(meeting, plan) if _hours(plan.calendar, day)]
        late = [day for day in days if begin is not None and not _has_room(begin, begin + length, day, plan)]
        if begin is not None and late:
            when = f"{clock(begin)} to {clock(begin + length)}" if length else clock(begin)
            told = f'"{meeting.id}" is held {when}, outside working hours on {late[0].title}'
            yield Problem((*meeting.pointer, "at"), told, f"hours are {_hours(plan.calendar, late[0])}")


def _in_the_night(plan: Plan) -> Iterator[Problem]:
    is_night_worked = any(calendar.hours != plan.calendar.hours for calendar in plan.calendars.values())
    for meeting in plan.meetings.values() if not is_night_worked else ():
        begin = begin_of(meeting)
        if begin is not None and begin < _MORNING:
            told = f'"{meeting.id}" is held at {clock(begin)}, in the night'
            yield Problem(
                (*meeting.pointer, "at"), told, f'write "{clock(begin + _NOON)}", or tell the hours of work'
            )


def _has_room(begin: int, end: int, day: Weekday, plan: Plan) -> bool:
    """Tell whether work is under way at the beginning, and has not ended for the day before the end."""
    every = (calendar.shifts_of(day) for calendar in calendars(plan))
    return any(
        any(shift.start <= begin < shift.end for shift in shifts) and end <= max(shift.end for shift in shifts)
        for shifts in every
    )


def _hours(calendar: Calendar, day: Weekday) -> str:
    return joined([f"{clock(shift.start)}-{clock(shift.end)}" for shift in calendar.shifts_of(day)])
