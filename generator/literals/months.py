"""The month or the part of a day in which something is: "it ends in March", "held in the morning"."""

import re
from collections.abc import Iterator
from datetime import date

from generator.formatting import MONTHS
from generator.literals.claims import Claim, Reading
from generator.literals.context import END, is_sure
from generator.literals.days import PARTS_OF_DAY
from generator.literals.ends import dates_of, told_dates
from generator.literals.lexicon import Known
from generator.literals.stems import stems
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern
from generator.scheduling.clock import DAY

_MONTH = rf"(?P<said>(?P<month>{'|'.join(MONTHS)}))(?!\s+\d|\w)"
_ENDS = (
    r"(?:(?:is|are|will\s+be)\s+(?:finished|over|done|ready|complete|closed|delivered|reached|handed\s+(?:in|over))"
    r"|ends?|finish(?:es)?|closes?)"
)
_STARTS = r"(?:starts?|begins?|opens?|will\s+(?:start|begin))"
_IN = Pattern(
    rf"[*_]{{0,2}}\s+(?:(?P<ends>{_ENDS})|(?P<starts>{_STARTS})|(?P<is>is|are|takes\s+place|is\s+held|falls))\s+(?:only\s+|already\s+)?"
    rf"(?P<word>in|by|before|after)\s+{_MONTH}{END}",
    MONTHS,
)
_CALLED = Pattern(
    rf"\b(?P<name>[A-Za-z]{{3,20}}\s+(?:(?P<ends>ends|closes|finishes|is\s+over)|(?P<starts>starts|begins|opens)))\s+(?:only\s+)?"
    rf"(?P<word>in|by|before|after)\s+{_MONTH}{END}",
    MONTHS,
)
"""A lease that ends is what is called Lease Ended."""
_OWN = Pattern(
    rf"(?:(?P<no>[Nn]ot)\s+before|(?P<word>[Ii]n))\s+{_MONTH}(?:\s+at\s+the\s+earliest)?(?=[.;,]|$)", MONTHS
)
_DAYTIME = Pattern(
    r"(?:(?:Held|Done|Begins|Starts|It\s+(?:is|begins|starts|takes\s+place))\s+)?(?P<said>(?:in|In)\s+the\s+(?P<part>morning|afternoon|evening)|(?:at|At)\s+(?P<night>night))"
    r"(?=[.;]|$)",
    ("morning", "afternoon", "evening", "night"),
)
_NIGHT, _DAWN = 20 * 60, 7 * 60
_YEAR = 365


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each month and part of a day in which an item neither begins nor ends as is told."""
    passage, owner = reading.passage, reading.context.owner
    for mention in reading.mentions:
        found = _IN.match(passage.plain, mention.end, passage.end)
        items = mention.of(*ITEM_KINDS)
        if found and items and is_sure(reading, mention.begin, found.end()):
            yield from _of_month(items, found, reading)
    for found in _CALLED.finditer(passage.plain, passage.begin, passage.end):
        told = stems(found["name"])
        called = [known for known in reading.topics.with_all(told, ITEM_KINDS) if told in reading.topics.told[known]]
        if called and is_sure(reading, *found.span()):
            yield from _of_month(tuple(called), found, reading)
    if owner is None or owner[0] not in ("task", "milestone") or passage.pointer[-1] != "description":
        return
    own = _OWN.match(passage.plain, passage.words_begin, passage.end)
    if own and is_sure(reading, *own.span(), doubts=own["no"] is None):
        yield from _of_own(owner, own, reading)
    daytime = _DAYTIME.match(passage.plain, passage.words_begin, passage.end)
    if daytime and is_sure(reading, *daytime.span("said")):
        yield from _of_daytime(owner, daytime, reading)


def _of_month(items: tuple[Known, ...], found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    month = MONTHS.index(found["month"]) + 1
    spans = {item: span for _, item in items if (span := dates_of(item, reading.facts.schedule))}
    if spans and not any(_fits(found, month, span) for span in spans.values()):
        item, span = next(iter(spans.items()))
        yield reading.claim("date", found.span("said"), told_dates(item, *span), agrees=False)


def _fits(found: re.Match[str], month: int, span: tuple[date, date]) -> bool:
    first, last = span
    if (last - first).days > _YEAR - 31:
        return True
    day = last if found["ends"] else first
    if found["word"] == "in":
        return day.month == month if found["ends"] or found["starts"] else month in _months(first, last)
    begin = date(day.year + round((day.month - month) / 12), month, 1)
    if found["word"] == "after":
        return (day.year, day.month) > (begin.year, begin.month)
    return day < begin or (found["word"] == "by" and day.month == month)


def _of_own(owner: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    span, month = dates_of(owner[1], reading.facts.schedule), MONTHS.index(found["month"]) + 1
    if span is None:
        return
    begin = date(span[0].year + round((span[0].month - month) / 12), month, 1)
    if span[0] < begin if found["no"] else month not in _months(*span):
        yield reading.claim("date", found.span("said"), told_dates(owner[1], *span), agrees=False)


def _of_daytime(owner: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """What is told by the clock, and lasts no day."""
    dates = reading.facts.schedule.dates[owner[1]]
    begin, end = dates.early_start % DAY, (dates.early_finish - 1) % DAY
    item = reading.facts.index.by_kind[owner[0]][owner[1]]
    if dates.early_finish - dates.early_start >= DAY // 3 or getattr(item, "start", None) is None:
        return
    if found["night"]:
        fits = begin >= _NIGHT or end < _DAWN
    else:
        first, last = PARTS_OF_DAY[found["part"]]
        fits = first <= begin < last or first <= end < last
    if not fits:
        fact = f'"{owner[1]}" begins at {begin // 60:02}:{begin % 60:02}'
        yield reading.claim("date", found.span("said"), fact, agrees=False)


def _months(first: date, last: date) -> set[int]:
    months = (last.year - first.year) * 12 + last.month - first.month
    return {(first.month - 1 + each) % 12 + 1 for each in range(months + 1)}
