"""Weeks that documents tell with their dates, and the first day of a plan that follows from them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.audit.first_plan.lengths import WORKDAYS
from generator.audit.first_plan.retelling import retold
from generator.audit.first_plan.times import is_dated
from generator.audit.understanding.phrases import Phrase, Reading
from generator.audit.understanding.times import bare_window
from generator.audit.understanding.windows import WEEK, Found, Window
from generator.audit.understanding.words import level

_SIDE_BY_SIDE = re.compile(r"\s*(?:\(|,|:|-|=|is)\s*(?:(?:from|starts?|begins?|of)\s(?:on\s)?)?\(?", re.IGNORECASE)
"""What stands between weeks and their dates."""


def first_days(reading: Reading) -> Iterator[int]:
    """Yield the first day of the first week, as each week that is told with its dates puts it."""
    for phrase in (*reading.phrases, *(cell for _, rows in reading.tables for row in rows for cell in row.cells)):
        yield from _of_phrase(phrase)
    for _, rows in reading.tables:
        for row in rows:
            told, when = row.cell("week"), row.cell("start", "when")
            week_told = bare_window(told.plain, "week", told.style.dates) if told else None
            if week_told and when and len(when.windows) == 1:
                yield from _first_day(week_told, when.windows[0].window)


def in_weeks(reading: Reading) -> Reading:
    """Let texts that tell weeks with their dates tell the weeks alone: the dates follow from the start."""
    return retold(reading, _week_alone)


def _week_alone(phrase: Phrase) -> list[Found]:
    return phrase.windows[:1] if any(True for _ in _of_phrase(phrase)) else phrase.windows


def _of_phrase(phrase: Phrase) -> Iterator[int]:
    """The first day that `Weeks 1-3 (1-19 June 2026)` tells."""
    if len(phrase.windows) == len("=>") and phrase.windows[0].window.scale == "week":
        week, day = phrase.windows
        if _SIDE_BY_SIDE.fullmatch(level(phrase.plain)[week.end : day.start]):
            yield from _first_day(week.window, day.window)


def _first_day(week: Window, told: Window) -> Iterable[int]:
    """Where a stretch of dates is a stretch of weeks, or a Monday leads one; the first week may begin later."""
    if week.scale != "week" or week.grain != WEEK or not week.is_whole or told.scale != "date" or not told.is_whole:
        return ()
    first, last, number = told.first or 1, told.last or 1, week.first or 1
    weekday = date.fromordinal(first).weekday()
    end = first - weekday + (week.last or number) - number
    is_stretch = end - (WEEK - WORKDAYS) <= last <= end and weekday < WORKDAYS
    fits = is_dated(told) and (is_stretch or (first == last and not weekday))
    return (first - number + 1,) if fits and (not weekday or number == 1) else ()
