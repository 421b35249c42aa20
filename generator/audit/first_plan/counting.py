"""Days that documents count from the first one, told as dates where they tell the date of one of them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from generator.audit.calendar import WEEKDAY
from generator.audit.first_plan.fitting import works_every_day
from generator.audit.first_plan.lengths import WORKDAYS
from generator.audit.first_plan.retelling import retold
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Reading
from generator.audit.understanding.windows import WEEK, Found, Window
from generator.audit.understanding.words import level

_IS = re.compile(rf"\s*(?:is|=|:|falls on|means|,|\()\s*(?:on\s)?(?:{WEEKDAY}\b\.?,?\s*)?", re.IGNORECASE)
_COUNTED = re.compile(r"\bdays?\s*\d", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each|per|a|any|one)\s+$", re.IGNORECASE)
_OF_WORK = re.compile(r"\b(\d{1,3}) (?:working|business|work) ?days\b", re.IGNORECASE)
_MOST = 2000


@dataclass(frozen=True)
class DayCount:
    """What a day's number stands for: a day of the calendar from a date on, or of the first week without one."""

    first: int | None
    works_weekends: bool = True

    def dated(self, window: Window) -> Window:
        """Tell a stretch of counted days in dates, or in days of the first week."""
        if window.scale != "day" or (window.first or window.last or 0) < 1:
            return window
        if self.first is None and not self.works_weekends:
            return replace(window, scale="week", first=_in_week(window.first), last=_in_week(window.last))
        if self.first is None:
            is_told = max(window.first or 0, window.last or 0) <= WORKDAYS
            return replace(window, scale="week") if is_told else window
        first, last = (None if day is None else self._date(day) for day in (window.first, window.last))
        return Window("date", first, last)

    def _date(self, number: int) -> int:
        start, offset = self.first or 1, min(number, _MOST) - 1
        if self.works_weekends:
            return start + offset
        before = date.fromordinal(start).weekday()
        weeks, days = divmod(before + offset, WORKDAYS)
        return start - before + weeks * 7 + days


def _in_week(number: int | None) -> int | None:
    """The sixth day of work is the first one of the second week."""
    return None if number is None else (number - 1) // WORKDAYS * WEEK + (number - 1) % WORKDAYS + 1


def _working_days(phrases: Iterable[Phrase]) -> set[int]:
    """How many days of work documents say there are."""
    return {int(found[1]) for each in phrases for found in _OF_WORK.finditer(level(each.plain)) if each.is_spoken}


def counted_days(reading: Reading) -> DayCount | None:
    """Return what the days of documents count from, where all of them can be told in a plan."""
    phrases = [*reading.phrases, *(cell for _, rows in reading.tables for row in rows for cell in row.cells)]
    told = [each.window for phrase in phrases for each in phrase.windows if _is_counted(phrase, each)]
    largest = max((each.last or each.first or 0 for each in told), default=0)
    anchors = dict(anchor for phrase in phrases for anchor in _anchors(phrase))
    if not largest:
        return None
    if not anchors:
        weeks = largest > WORKDAYS and largest in _working_days(reading.phrases)
        return DayCount(None, works_weekends=not weeks) if weeks or largest <= WORKDAYS else None
    return _agreed(anchors, largest, works_every_day=works_every_day(reading.phrases))


def _is_counted(phrase: Phrase, found: Found) -> bool:
    """A day by its number, and not how often something is: `every day 05:30`."""
    return found.window.scale == "day" and not _EVERY.search(level(phrase.plain)[: found.start])


def _anchors(phrase: Phrase) -> Iterator[tuple[int, int]]:
    """`Day 1 is Monday 11 January 2027`."""
    for day, on in pairwise(phrase.windows):
        single = day.window.first == day.window.last and on.window.first == on.window.last
        beside = _IS.fullmatch(level(phrase.plain)[day.end : on.start])
        if single and beside and (day.window.scale, on.window.scale) == ("day", "date"):
            yield day.window.first or 1, on.window.first or 1


def _agreed(anchors: Mapping[int, int], largest: int, *, works_every_day: bool) -> DayCount | None:
    """The way of counting that all dates agree with, if the days that are told do not tell one from the other."""
    firsts = {day - number + 1 for number, day in anchors.items()}
    if len(firsts) == 1:
        first = firsts.pop()
        near = largest <= WORKDAYS - date.fromordinal(first).weekday()
        return DayCount(first) if works_every_day or near or _spans_weekend(anchors) else None
    number, day = min(anchors.items())
    count = DayCount(day, works_weekends=False)
    agrees = number == 1 and all(count.dated(Window("day", each, each)).first == on for each, on in anchors.items())
    return count if agrees else None


def _spans_weekend(anchors: Mapping[int, int]) -> bool:
    return max(anchors.values()) - min(anchors.values()) > WORKDAYS


def with_dates(reading: Reading, count: DayCount) -> Reading:
    """Let every text tell its counted days as dates."""

    def dated(phrase: Phrase) -> list[Found]:
        return [
            replace(each, window=count.dated(each.window)) if _is_counted(phrase, each) else each
            for each in phrase.windows
        ]

    return retold(reading, dated)


def dated_stays(facts: Facts, count: DayCount) -> Facts:
    """Tell when parts are at work in dates; a bare number below *Days* may be a length, and stays."""
    stays = (
        replace(each, window=count.dated(each.window)) if _COUNTED.search(level(each.quote.text)) else each
        for each in facts.stays
    )
    return replace(facts, stays=tuple(stays))
