"""The start and the calendar that a first plan needs, so that everything lands on the day that its documents tell."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from generator.audit.calendar import WEEKDAYS
from generator.audit.first_plan.draft import Entry
from generator.audit.first_plan.hours import AROUND_THE_CLOCK
from generator.audit.first_plan.lengths import WORKDAYS
from generator.audit.first_plan.times import is_dated
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import level

_EVERY_DAY = re.compile(
    r"\b(?:all days (?:are |is )?worked|(?:seven|7) days a week|weekends (?:are )?(?:worked|included)"
    r"|(?:including|also (?:on|at)) weekends|every day (?:of the week )?is worked|work on every day)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|unless|if|some|most|few|several|single|two|three|first|last)\b[^.;]*$", re.IGNORECASE
)
_ASSUMED = (
    "The document tells days without a year: weeks count from the first of them, which is taken for a Monday.",
    "Write the first day of the plan as its start.",
)
_NO_DAY = (
    "Work of which no day is told begins with the plan.",
    "Give it a day, or say what it waits for.",
)
_DAY_AND_NIGHT = {
    "name": "Around the clock",
    "workdays": [day[:3].lower() for day in WEEKDAYS],
    "hours": ["0:00-24:00"],
}
_MOST = 400
"""Days of a stretch that are looked at one by one."""


def works_every_day(phrases: Iterable[Phrase]) -> bool:
    """Tell whether a sentence says that all seven days of a week are worked."""
    spoken = (level(phrase.plain) for phrase in phrases if phrase.is_spoken)
    return any(
        found and not _DENIED.search(text[: found.start()]) for text in spoken if (found := _EVERY_DAY.search(text))
    )


def fitted(entries: Iterable[Entry], *, every_day: bool) -> list[Entry]:
    """Add the first day and the days off that are worked, and let tasks last until the days that are told."""
    told = list(entries)
    dates = [each.told for each in told if each.told and is_day(each.told)]
    stated = next((date.fromisoformat(each.value) for each in told if each.pointer == ("start",)), None)
    if not dates and not stated:
        return _counted_from_monday(told)
    worked = frozenset() if every_day else frozenset(day for each in told for day in _days_off_needed(each))
    start = stated or date.fromordinal(min(each.first or each.last or 1 for each in dates))
    calendar = {"workdays": [day[:3].lower() for day in WEEKDAYS]} if every_day else {}
    if worked:
        calendar = {"worked": [date.fromordinal(day).isoformat() for day in sorted(worked)]}
    added = [] if stated else [Entry(("start",), start.isoformat(), frozenset())]
    if any(isinstance(each.value, dict) and each.value.get("calendar") == AROUND_THE_CLOCK for each in told):
        added.append(Entry(("calendars", AROUND_THE_CLOCK), _DAY_AND_NIGHT, frozenset()))
    if any(each.pointer[-2:-1] == ("tasks",) and each.told is None for each in told):
        added.append(Entry(("assumptions", "days"), {"text": _NO_DAY[0], "check": _NO_DAY[1]}, frozenset()))
    added += [Entry(("calendar",), calendar, frozenset())] if calendar else []
    lasting = (_lasting(each, worked, every_day=every_day) for each in told)
    return [*added, *(_in_first_week(each, start.weekday()) for each in lasting)]


def _in_first_week(each: Entry, weekday: int) -> Entry:
    """What takes the first week begins with the plan where that begins in the midst of it."""
    value = each.value if each.pointer[-2:-1] == ("tasks",) else {}
    if not 0 < weekday < WORKDAYS or value.get("start") != "W1D1":
        return each
    days = re.fullmatch(r"(\d+)d", str(value.get("duration")))
    is_all = days and not each.counted and int(days[1]) > weekday
    lasts = {"duration": f"{int(days[1]) - weekday}d"} if days and is_all else {}
    return replace(each, value={**value, **lasts, "start": f"W1D{weekday + 1}"})


def _counted_from_monday(entries: list[Entry]) -> list[Entry]:
    """Days without a year are told by weeks, the first of them on a Monday unless others speak against it."""
    days = [day for each in entries if (window := _without_year(each)) for day in (window.first, window.last) if day]
    monday = (
        next((each for each in range(min(days), min(days) - WORKDAYS, -1) if _fits(each, days)), 0) if days else 0
    )
    if not monday:
        return entries
    begun = [replace(each, value=_begun(each, monday)) if _without_year(each) else each for each in entries]
    assumed = {"text": _ASSUMED[0], "check": _ASSUMED[1]}
    return [*begun, Entry(("assumptions", "year"), assumed, frozenset())]


def _without_year(each: Entry) -> Window | None:
    """The days of a task, where no year is told."""
    window = each.told if each.pointer[-2:-1] == ("tasks",) else None
    return window if window and window.scale == "date" and not is_dated(window) else None


def _fits(monday: int, days: Iterable[int]) -> bool:
    return all((day - monday) % WEEK < WORKDAYS for day in days)


def _begun(each: Entry, monday: int) -> dict[str, Any]:
    week, weekday = divmod((each.told.first if each.told and each.told.first else monday) - monday, WEEK)
    return {**each.value, "start": f"W{week + 1}D{weekday + 1}"}


def is_day(window: Window) -> bool:
    """Tell whether a stretch of time is told in dates with a year."""
    return window.scale == "date" and is_dated(window)


def _days_off_needed(each: Entry) -> Iterable[int]:
    """Days of weekends on which a moment falls or a task begins, and those in a stretch of less than a week."""
    window = each.told
    if window is None or not is_day(window) or "calendar" in (each.value if isinstance(each.value, dict) else {}):
        return ()
    first, last = window.first or window.last or 1, window.last or window.first or 1
    if each.pointer[-2] != "tasks":
        return [day for day in {first if each.pointer[-2] == "milestones" else last} if _is_off(day)]
    is_short = _is_off(last) and last - first < WORKDAYS
    days = range(first, min(last, first + _MOST) + 1)
    return [day for day in days if _is_off(day)] if _is_off(first) or is_short else ()


def _is_off(day: int) -> bool:
    return date.fromordinal(day).weekday() >= WORKDAYS


def _lasting(each: Entry, worked: frozenset[int], *, every_day: bool) -> Entry:
    """A task lasts from the first of its days to the last one, or as long as the documents tell if that is less."""
    window, value = each.told, each.value
    if each.pointer[-2:-1] != ("tasks",) or not window or not is_day(window) or not window.is_whole:
        return each
    found = re.fullmatch(r"(\d+)d", str(value.get("duration")))
    days = range(window.first or 1, min(window.last or 1, (window.first or 1) + _MOST * WEEK) + 1)
    count = max(sum(every_day or day in worked or not _is_off(day) for day in days), 1)
    if not found or (each.counted and int(found[1]) <= count) or int(found[1]) == count:
        return each
    return replace(each, value={**value, "duration": f"{count}d"})
