"""Stretches of the calendar as words tell them: "the first days of October", "the week before Easter", "late May"."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.formatting import MONTHS
from generator.literals.claims import Reading
from generator.literals.ends import dates_of_plan
from generator.literals.feasts import feast_days
from generator.literals.numbers import number_in_words
from generator.literals.sense.words import Clause
from generator.model.quantity import Position
from generator.patterns import any_of

_MONTHS = tuple(month.lower() for month in MONTHS)
_PARTS = {
    "early": (1, 11), "mid": (9, 22), "middle": (9, 22), "late": (19, 31), "beginning": (1, 10), "start": (1, 10),
    "end": (20, 31), "close": (20, 31),
}  # fmt: skip
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1}
_OF = frozenset({"of", "in", "the"})
_SIDES = {
    "in": "in", "on": "in", "at": "in", "during": "in", "over": "in", "into": "in", "by": "by", "before": "before",
    "until": "until", "till": "until", "after": "after", "past": "after",
    "to": "until",
}  # fmt: skip
_PASSED = any_of(
    """
    the only just already well long even right about around deep not of middle
    """
)
_AWAY = frozenset({"leave", "holiday", "holidays"})
_ROOM = timedelta(days=60)


@dataclass(frozen=True)
class Stretch:
    """Some days in a row, on which side of them something is said to be, and the words that say so."""

    begin: date
    end: date
    side: str
    first: int
    last: int


def stretches(clause: Clause, reading: Reading) -> Iterator[Stretch]:
    """Yield each stretch of days that a clause tells, in each year in which it is near the plan."""
    for index, text in enumerate(clause.texts):
        if clause.words[index].is_capital:
            months = _of_month(clause.texts, index, reading) if text in _MONTHS else ()
            for begin, end, first in (*months, *_of_holiday(clause, index, reading)):
                yield Stretch(begin, end, _side(clause.texts, first), first, index)


def _of_month(texts: tuple[str, ...], index: int, reading: Reading) -> Iterator[tuple[date, date, int]]:
    """Read a month and what narrows it, in each year in which it is near; a number beside it makes it a date."""
    beside = texts[max(0, index - 1) : index] + texts[index + 1 : index + 2]
    if any(number_in_words(text) or text[0].isdigit() for text in beside):
        return
    month = _MONTHS.index(texts[index]) + 1
    for year in _years(month, reading):
        length = monthrange(year, month)[1]
        first = index
        while first and texts[first - 1] in _OF:
            first -= 1
        (begin, end), first = _narrowed(texts, first, index, length)
        yield date(year, month, begin), date(year, month, min(end, length)), first


def _narrowed(texts: tuple[str, ...], first: int, index: int, length: int) -> tuple[tuple[int, int], int]:
    before = texts[first - 1] if first else ""
    part = before.split("-")[0]
    if part in _PARTS:
        return _PARTS[part], first - 1
    earlier = texts[first - 2] if first > 1 else ""
    if before in ("week", "days", "half", "day", "weeks") and earlier in _NTH:
        return _piece(before, _NTH[earlier], length), first - 2
    if before in _NTH and first < index and _NTH[before] == 0:
        return (1, 1), first - 1
    return (1, length), index


def _piece(unit: str, nth: int, length: int) -> tuple[int, int]:
    """The days of a month's first week, last days, second half."""
    if unit == "half":
        return (1, 16) if nth == 0 else (15, length)
    if unit == "day":
        return (length, length) if nth < 0 else (nth + 1, nth + 1)
    if unit in ("days", "weeks"):
        return (max(1, length - 8), length) if nth < 0 else (1, 8)
    return (length - 8, length) if nth < 0 else (max(1, nth * 7 - 1), nth * 7 + 9)


def _years(month: int, reading: Reading) -> list[int]:
    """The years in which a month is near the plan."""
    ends = dates_of_plan(reading.facts.schedule)
    if ends is None:
        return []
    first, last = ends
    return [
        year
        for year in range(first.year - 1, last.year + 2)
        if first - _ROOM <= date(year, month, monthrange(year, month)[1]) and date(year, month, 1) <= last + _ROOM
    ]


def _of_holiday(clause: Clause, index: int, reading: Reading) -> Iterator[tuple[date, date, int]]:
    """Read a feast or a holiday of the plan, the first day behind it, the week before it."""
    off = _days_off(clause, index, reading)
    if off is None:
        return
    texts, first = clause.texts, index
    while first and texts[first - 1] in ("the", "her", "his", "their", "our"):
        first -= 1
    side = texts[first - 1] if first else ""
    lead = texts[: first - 1] if side in ("before", "after", "from") else ()
    lead = lead[:-1] if lead[-1:] == ("back",) else lead
    if lead[-2:-1] and lead[-2] in _NTH and lead[-1] in ("day", "week"):
        begin, end = _beside(off, is_before=side == "before", is_week=lead[-1] == "week", reading=reading)
        yield begin, end, len(lead) - 2
    else:
        yield (*off, first)


def _beside(off: tuple[date, date], *, is_before: bool, is_week: bool, reading: Reading) -> tuple[date, date]:
    time, step = reading.facts.schedule.time, timedelta(days=-1 if is_before else 1)
    day = (off[0] if is_before else off[1]) + step
    while not is_week and not time.is_workday(time.day_index(day) or 0) and abs((day - off[1]).days) < _ROOM.days:
        day += step
    if is_week:
        return (day - timedelta(days=8), day) if is_before else (day, day + timedelta(days=8))
    return day, day


def _days_off(clause: Clause, index: int, reading: Reading) -> tuple[date, date] | None:
    """The holiday of the plan, or somebody's leave, that a word names; else the feast of this name."""
    text, plan = clause.texts[index], reading.facts.plan
    leave = [each for person in plan.people.values() for each in person.leave] if clause.spoken & _AWAY else []
    off = [(each.name, each.date, each.until) for each in leave]
    off += [(each.name, each.date, each.until) for each in plan.calendar.holidays]
    for name, begin, until in off:
        if text in (name or "").lower().split():
            first, last = (_date(each, reading) for each in (begin, until or begin))
            return (first, last) if first and last else None
    return feast_days(text.capitalize(), reading)


def _date(when: Position | date, reading: Reading) -> date | None:
    index = reading.facts.schedule.time.day_index(when)
    return reading.facts.schedule.time.day(index).date if index is not None else None


def _side(texts: tuple[str, ...], first: int) -> str:
    index = first - 1
    while index > 0 and texts[index] in _PASSED:
        index -= 1
    return _SIDES.get(texts[index], "") if index >= 0 else ""
