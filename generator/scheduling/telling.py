"""Days in words: week and day of the plan, and the date beside it where the plan has a start."""

from datetime import date

from generator.formatting import long_date, short_date
from generator.scheduling.working_time import Day

_YEAR = 52
"""So many weeks from the beginning no date comes twice, and none needs its year."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def week_and_day(day: Day) -> str:
    """Week 2 Day 1; a day off is told by its name."""
    return f"Week {day.week} {_day(day)}"


def compact(day: Day) -> str:
    """W2D1; a day off is told by its name."""
    return f"W{day.week}D{day.number}" if day.number else f"W{day.week} {_WEEKDAYS[day.weekday][:3]}"


def full_date(day: Day) -> str:
    """12 January 2026, or week and day where the plan has no start."""
    return long_date(day.date) if day.date else week_and_day(day)


def with_date(day: Day) -> str:
    """Week 2 Day 1 (Mon 12 Jan)."""
    return f"{week_and_day(day)} ({weekday_date(day)})" if day.date else week_and_day(day)


def weekday_date(day: Day) -> str:
    """Mon 12 Jan; nothing where the plan has no start."""
    return f"{_WEEKDAYS[day.weekday][:3]} {brief_date(day)}" if day.date else ""


def brief_date(day: Day) -> str:
    """12 Jan, or 11 Jan 2027 where the plan has begun a year before; nothing where it has no start."""
    return date_in_week(day.date, day.week) if day.date else ""


def date_in_week(day: date, week: int) -> str:
    """The same of a date in a week of the plan."""
    return f"{short_date(day)} {day.year}" if week > _YEAR else short_date(day)


def iso_week(day: Day) -> str:
    """2026-W02, as ISO 8601 tells it; nothing where the plan has no start."""
    if day.date is None:
        return ""
    year, week, _ = day.date.isocalendar()
    return f"{year}-W{week:02}"


def _day(day: Day) -> str:
    return f"Day {day.number}" if day.number else _WEEKDAYS[day.weekday]
