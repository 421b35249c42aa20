"""From when to when people work on each day: rows, entries and headings of days with a first and a last time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY, weekday_number
from generator.audit.understanding.clocks import DAY, Clock, clocks_in, spans_in
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.words import level

_NAMED = re.compile(rf"\W*({WEEKDAY})s?\b", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:call|start|begin|from|on duty|in|crew call|report)s?\b\W*(?:at\s)?$", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:wrap|end|finish|close|until|till|to|off duty|out|off|release|stop)(?:s|es|ed)?\b\W*(?:at\s)?$",
    re.IGNORECASE,
)
_REACH = 20
_PAIR = 2


@dataclass(frozen=True)
class Shift:
    """A day, counted on a scale of its own, and the minutes of that day when work begins and ends."""

    scale: str
    day: int
    start: int
    end: int
    first: Quote
    last: Quote
    who: str = ""


def shifts_of(reading: Reading) -> list[Shift]:
    """Collect what lists, tables and headings tell of days."""
    spoken = [shift for phrase in reading.phrases if phrase.is_spoken for shift in _spoken(phrase)]
    return [*spoken, *(shift for _, rows in reading.tables for row in rows for shift in _row(row))]


def _spoken(phrase: Phrase) -> Iterator[Shift]:
    """The day stands in the entry itself, or in the heading above it."""
    times = _times(phrase)
    day = _day(phrase) or (_day_of_heading(phrase) if phrase.under else None)
    if times and day:
        start, end = times
        yield Shift(
            *day,
            start.minute,
            _after(start, end),
            phrase.mark(start.start, start.end),
            phrase.mark(end.start, end.end),
        )


def _day_of_heading(phrase: Phrase) -> tuple[str, int] | None:
    heading = phrase.under[-1].text
    return _day(_read_as(phrase, heading.plain))


def _read_as(phrase: Phrase, plain: str) -> Phrase:
    return Phrase(phrase.text._replace(plain=plain), "heading", phrase.under, phrase.style)


def _times(phrase: Phrase) -> tuple[Clock, Clock] | None:
    """The only span of an entry, or the times behind words for a beginning and an end."""
    spans, clocks, plain = spans_in(phrase.plain), clocks_in(phrase.plain), level(phrase.plain)
    if len(spans) == 1 and len(clocks) == _PAIR:
        return spans[0].first, spans[0].last
    if len(clocks) != _PAIR:
        return None
    begins, ends = (plain[max(0, clock.start - _REACH) : clock.start] for clock in clocks)
    return (clocks[0], clocks[1]) if _BEGINS.search(begins) and _ENDS.search(ends) else None


def _day(phrase: Phrase) -> tuple[str, int] | None:
    """A date goes before a number, a number before a weekday; a range is no day."""
    days = [
        (each.window.scale, each.window.first) for each in phrase.windows if each.window.first == each.window.last
    ]
    for scale in ("date", "day"):
        told = {day for one, day in days if one == scale and day is not None}
        if len(told) == 1:
            return scale, told.pop()
    named = _NAMED.match(level(phrase.plain))
    return ("weekday", weekday_number(named[1])) if named and not days else None


def _row(row: Row) -> Iterator[Shift]:
    cells = [(cell, clock) for cell in row.cells for clock in clocks_in(cell.plain)]
    days = [day for cell in row.cells if not clocks_in(cell.plain) and (day := _day(cell))]
    if len(cells) == _PAIR and days:
        (one, start), (other, end) = cells
        who = row.cell("owner", "name")
        told = who.plain.strip() if who and who not in (one, other) else ""
        yield Shift(*days[0], start.minute, _after(start, end), row.mark(one), row.mark(other), told)


def _after(start: Clock, end: Clock) -> int:
    return end.minute if end.minute > start.minute else end.minute + DAY
