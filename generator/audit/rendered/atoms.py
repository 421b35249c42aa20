"""What words say of time: days told by week, by weekday or by date, and lengths of work."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.audit.calendar import MONTH, WEEKDAY, month_number, weekday_number
from generator.model.quantity import Position
from generator.scheduling.clock import WEEK_DAYS
from generator.scheduling.working_time import WorkingTime

_POSITION = re.compile(
    rf"(?=w)(?:\bweek (?P<week>\d{{1,4}}) (?:day (?P<day>\d)|(?P<name>{WEEKDAY}))\b"
    rf"|\bw(?P<w>\d{{1,4}})(?:d(?P<d>\d)| (?P<n>{WEEKDAY}))\b)",
    re.IGNORECASE,
)
"""A plain look at the first letter comes first, as it fails at nearly every one."""
_WEEK = re.compile(r"(?=w)\bweeks? (\d{1,4})(?:-(\d{1,4}))? \(", re.IGNORECASE)
_DATE = re.compile(
    rf"(?=[\dmtwfs])(?:\b(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|(?:\b(?P<name>{WEEKDAY}) )?\b(?P<first>\d{{1,2}})(?: ?[-–] ?(?P<last>\d{{1,2}}))? (?P<month>{MONTH})\b"
    rf"(?: (?P<year>\d{{4}})\b)?)",
    re.IGNORECASE,
)
_TWICE = re.compile(r"Week \d{1,4} Day \d \([A-Z][a-z]{2} (\d{1,2} [A-Z][a-z]{2}(?: \d{4})?)\)")
"""A day by its week and by its date, as most words tell one."""
_TOLD = re.compile(rf"\bw(?:eeks? )?\d|\d{{4}}-|\d {MONTH}", re.IGNORECASE)
"""Occurs wherever a day is told in any way."""
_DIGIT = re.compile(r"\d")
_SIZE = re.compile(
    r"(?<![\w.])(?P<amount>\d{1,6}(?:\.\d{1,6})?) ?(?P<elapsed>elapsed )?"
    r"(?P<unit>minutes?|min|hours?|h|days?|d|weeks?|w|m)\b"
)
_YEARS = 12
_ENDS = 2
"""Weeks that may belong to a date behind them: the first and the last of a span, which may be years apart."""
_BEFORE = 56
"""So many days before a plan begins, a date may still be one of its own."""


@dataclass(frozen=True)
class Told:
    """A day that words tell, counted from the beginning of the plan's axis; none where there is no such day."""

    index: int | None
    start: int
    end: int
    by_date: bool
    weekday: int | None = None


def days_in(text: str, time: WorkingTime) -> list[Told]:
    """Find every day that a text tells, in its order."""
    if not _DIGIT.search(text) or not _TOLD.search(text):
        return []
    weeks = list(_positions(text, time))
    dates = _dates(text, time, weeks) if time.start_date else ()
    return sorted((*weeks, *dates), key=lambda told: told.start)


def told_twice(text: str) -> tuple[str, ...]:
    """The days that words tell by week and by date, no date of two weeks; none where any day is told otherwise."""
    found = {each.group(): each[1] for each in _TWICE.finditer(text)}
    if not found or len(set(found.values())) < len(found) or _TOLD.search(_TWICE.sub("", text)):
        return ()
    return tuple(found)


def agreed(twice: str, time: WorkingTime) -> int | None:
    """The day that is told by week and by date; nothing where these are two days, or the weekday is another."""
    if time.start_date is None:
        return None
    days = days_in(twice, time)
    indexes = {day.index for day in days}
    index = next(iter(indexes), None)
    if len(days) != len(("week", "date")) or len(indexes) > 1 or index is None:
        return None
    return index if (time.start_date.weekday() + index) % WEEK_DAYS == days[1].weekday else None


def minutes_in(text: str, time: WorkingTime) -> Decimal | None:
    """Add up a length such as "1 day 7 hours"; nothing where the text tells none."""
    found = list(_SIZE.finditer(text))
    return sum((_minutes(each, time) for each in found), Decimal(0)) if found else None


def is_rounded(text: str) -> bool:
    """Tell whether a length is told in parts of a unit, which may have been rounded."""
    return any("." in found["amount"] for found in _SIZE.finditer(text))


def _positions(text: str, time: WorkingTime) -> Iterator[Told]:
    for found in _POSITION.finditer(text):
        week, day = int(found["week"] or found["w"]), found["day"] or found["d"]
        name = found["name"] or found["n"]
        if day:
            index = time.day_index(Position(week, int(day))) if int(day) else None
        else:
            index = (week - 1) * WEEK_DAYS + (weekday_number(name) - time.first_weekday) % WEEK_DAYS
        yield Told(index, found.start(), found.end(), by_date=False)


def _dates(text: str, time: WorkingTime, weeks: list[Told]) -> Iterator[Told]:
    told = [
        (week.end(), [(int(each) - 1) * WEEK_DAYS for each in week.groups() if each]) for week in _WEEK.finditer(text)
    ]
    found_dates = list(_DATE.finditer(text))
    whole = {found.start(): indexes for found in found_dates for end, indexes in told if end <= found.start()}
    for found in found_dates:
        if found["iso"]:
            yield Told(_index(found["iso"], time), *found.span(), by_date=True)
            continue
        before = [week.index for week in weeks if week.end <= found.start() and week.index is not None]
        near = before[-_ENDS:] or whole.get(found.start(), [])
        for day in (found["first"], found["last"]):
            if day:
                weekday = weekday_number(found["name"]) if found["name"] and day == found["first"] else None
                options = _options(int(day), month_number(found["month"]), found["year"], time.start_date)
                index = _likely(options, near, weekday, time)
                yield Told(index, *found.span(), by_date=True, weekday=weekday)


def _index(iso: str, time: WorkingTime) -> int | None:
    try:
        return time.day_index(date.fromisoformat(iso))
    except ValueError:
        return None


@lru_cache(maxsize=10_000)
def _options(day: int, month: int, year: str | None, begin: date | None) -> tuple[int, ...]:
    """The days that a date may be, in the years around the plan's beginning where it tells none; ascending."""
    start = begin or date.min
    years = [int(year)] if year else range(max(start.year - 1, 1), start.year + _YEARS)
    found = (_on(each, month, day) for each in years)
    return tuple((each - start).days for each in found if each)


def _likely(options: tuple[int, ...], near: list[int], weekday: int | None, time: WorkingTime) -> int | None:
    """The date nearest to a week beside it, else one on that weekday, else the first of the plan's time."""
    if near:
        return _nearest(options, near)
    first = time.start_date.weekday() if time.start_date else 0
    later = [each for each in options if each >= -_BEFORE] or options
    fitting = [each for each in later if weekday is None or (first + each) % WEEK_DAYS == weekday]
    return next(iter(fitting or later), None)


def _nearest(options: tuple[int, ...], near: list[int]) -> int | None:
    """The first of the options that come nearest to any of some days."""
    ways = ((abs(options[at] - day), options[at]) for day in near for at in _around(options, day))
    return min(ways, default=(0, None))[1]


def _around(options: tuple[int, ...], day: int) -> range:
    at = bisect_left(options, day)
    return range(max(at - 1, 0), min(at + 1, len(options)))


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _minutes(found: re.Match[str], time: WorkingTime) -> Decimal:
    day, week = (24 * 60, 7 * 24 * 60) if found["elapsed"] else (time.day_minutes, time.week_minutes)
    size = {"m": 1, "h": 60, "d": day, "w": week}[found["unit"][0]]
    return Decimal(found["amount"]) * size
