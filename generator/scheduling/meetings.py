"""When meetings are held, and for how long."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model.calendar import Calendar, Weekday
from generator.model.communication import Meeting
from generator.model.notation import time_in_minutes
from generator.model.plan import Plan
from generator.scheduling.clock import DAY
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import Day

_AMOUNT = r"\d{1,4}(?:[.,]\d{1,2})?"
_PART = re.compile(rf"(?:{_AMOUNT}\s*(?:-|–|to)\s*)?(?P<amount>{_AMOUNT})\s*-?(?P<unit>[a-z]+)\.?")
_FILLED = re.compile(r"\b(?:about|around|roughly|up to|at most|at least|max|maximum|ca|and|each)\b|[\s,.~()]+")
_PHRASES = {
    "a quarter of an hour": "15 min",
    "three quarters of an hour": "45 min",
    "an hour and a half": "90 min",
    "half an hour": "30 min",
    "an hour": "60 min",
    "half a day": "4 h",
    "a whole day": "8 h",
    "all day": "8 h",
    "a day": "8 h",
}
_WHOLE_DAY = Decimal(8 * 60)
_DAYS = frozenset({"d", "day", "days"})


def length_of(meeting: Meeting) -> int | None:
    """How many minutes a meeting lasts; nothing where its words tell no time. A day is one of eight hours."""
    text = meeting.lasts.lower()
    for phrase, figures in _PHRASES.items():
        text = text.replace(phrase, figures)
    parts = [_minutes(found["amount"], found["unit"]) for found in _PART.finditer(text)]
    if _FILLED.sub("", _PART.sub("", text)) or None in parts:
        return None
    total = sum(part for part in parts if part is not None)
    return round(total) if 0 < total <= DAY else None


def begin_of(meeting: Meeting) -> int | None:
    """The minute of the day at which a meeting begins, where it tells one."""
    return meeting.at.hour * 60 + meeting.at.minute if meeting.at else None


def weekdays_of(meeting: Meeting, plan: Plan) -> tuple[Weekday, ...]:
    """The weekdays on which a meeting is held."""
    return meeting.on or plan.calendar.workdays


def calendars(plan: Plan) -> tuple[Calendar, ...]:
    """The plan's own calendar and those of some of its teams."""
    return (plan.calendar, *plan.calendars.values())


def days_of(meeting: Meeting, plan: Plan, schedule: Schedule) -> Iterator[Day]:
    """The days from the plan's start to its finish on which a meeting is held; a day off is none."""
    on = {day.number for day in weekdays_of(meeting, plan)}
    time = schedule.time
    for index in range(time.day_of_start(schedule.start).index, time.day_of_finish(schedule.finish).index + 1):
        day = time.day(index)
        if day.weekday in on and time.is_workday(index):
            yield day


def weekdays_held(meeting: Meeting, plan: Plan) -> frozenset[int]:
    """The weekdays of a meeting, 0 for Monday."""
    return frozenset(day.number for day in weekdays_of(meeting, plan))


def is_held(meeting: Meeting, day: Day, plan: Plan, schedule: Schedule) -> bool:
    """Tell whether a meeting is held on a day: on a weekday without work only where the meeting names it.

    No meeting is held on a holiday; a daily one is held on every day that is worked.
    """
    time = schedule.time
    if meeting.is_daily or Weekday.at(day.weekday) in plan.calendar.workdays:
        on = meeting.is_daily or day.weekday in weekdays_held(meeting, plan)
        return on and time.is_workday(day.index)
    return day.weekday in weekdays_held(meeting, plan) and not (day.date and time.holiday_on(day.date))


def clock(minute: int) -> str:
    """9:05."""
    return f"{minute // 60}:{minute % 60:02}"


def _minutes(amount: str, unit: str) -> Decimal | None:
    number = Decimal(amount.replace(",", "."))
    return number * _WHOLE_DAY if unit in _DAYS else time_in_minutes(number, unit)
