"""A working week in words."""

from itertools import groupby

from generator.model.calendar import Calendar, Weekday
from generator.model.quantity import Shift
from generator.snapshot import Snapshot


def calendar_words(calendar: str | None, snapshot: Snapshot) -> str:
    """Mornings (Mon, Wed, Fri 7:00-11:00): a calendar beside the ordinary one; nothing where none is named."""
    found = snapshot.plan.calendars.get(calendar or "")
    if found is None:
        return ""
    return f"{found.name} ({week_words(found)})" if found.name else week_words(found)


def week_words(calendar: Calendar) -> str:
    """Mon-Thu 9:00-17:00, Fri 9:00-13:00: days with the same hours are told together."""
    runs = groupby(calendar.workdays, key=calendar.shifts_of)
    return ", ".join(f"{_days(list(days))} {_shifts(shifts)}".strip() for shifts, days in runs)


def _days(days: list[Weekday]) -> str:
    names = [day.title[:3] for day in days]
    is_run = len(days) > 2 and days[-1].number - days[0].number == len(days) - 1  # noqa: PLR2004 - two are a pair
    return f"{names[0]}-{names[-1]}" if is_run else ", ".join(names)


def _shifts(shifts: tuple[Shift, ...]) -> str:
    return " and ".join(f"{_time(each.start)}-{_time(each.end)}" for each in shifts)


def _time(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
