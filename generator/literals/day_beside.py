"""The day before or after one that the sentence tells: "it opens on 9 October; the preview is on the day before"."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.days import NO_DAY, day_index
from generator.literals.ends import ends_of
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.telling import full_date, week_and_day

_BESIDE = Pattern(
    r"[*_]{0,2},?\s+(?:(?:is|takes\s+place|is\s+held|follows|comes)\s+)?on\s+the\s+(?P<said>day\s+(?P<side>before|after))(?=\s*(?:[.;,]|$))",
    words=(any_of("day"), any_of("before after")),
)
_WEEKEND = 3
"""So many days at most lie between a day and the next one of work."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each side of the only day told on which what is named beside it is not."""
    if len(reading.days) != 1 or not _BESIDE.search(
        reading.passage.plain, reading.passage.begin, reading.passage.end
    ):
        return
    told, schedule = reading.days[0], reading.facts.schedule
    for mention in reading.mentions:
        found = _BESIDE.match(reading.passage.plain, mention.end, reading.passage.end)
        items = mention.of(*ITEM_KINDS)
        if not found or mention.begin < told.end() or len(items) != 1:
            continue
        first, last = ends_of(items[0][1], schedule)
        day = day_index(told["day"], schedule.time, last)
        if day in (None, NO_DAY) or first.index != last.index or not is_sure(reading, *found.span("said")):
            continue
        apart = (last.index - (day or 0)) * (1 if found["side"] == "after" else -1)
        if not 0 < apart <= _WEEKEND:
            is_on = full_date(last) if last.date else week_and_day(last)
            yield reading.claim("date", found.span("said"), f'"{items[0][1]}" is on {is_on}', agrees=False)
