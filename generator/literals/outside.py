"""The end of something outside that comes before the limit which is set for it: "the festival closes on 16 May"."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.days import NO_DAY, day_index
from generator.literals.ends import ends_of
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.telling import full_date

_CLOSES = Pattern(
    r"(?:(?:[Tt]he|[Tt]heir|[Oo]ur|[Ii]ts)\s+)?[A-Za-z][\w-]*(?:\s+of\s+the\s+[a-z]+)?\s+(?:closes|shuts|ends|expires|runs\s+out)\s+(?:on\s+)?",
    words=(any_of("closes shuts ends expires runs"),),
)
_OWN = any_of("it this that work everything all")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the only day of a description on which something else ends, after the work and before the limit set."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] not in ITEM_KINDS or passage.pointer[-1] != "description" or len(reading.days) != 1:
        return
    schedule, day = reading.facts.schedule, reading.days[0]
    limit = getattr(reading.facts.index.by_kind[owner[0]][owner[1]], "finish_by", None)
    if limit is None or not _CLOSES.fullmatch(passage.plain, passage.words_begin, day.start()):
        return
    if passage.plain[passage.words_begin : day.start()].split()[0].lower() in _OWN or reading.mentions:
        return
    last = ends_of(owner[1], schedule)[1]
    index, most = day_index(day["day"], schedule.time, last), schedule.time.day_index(limit)
    if index is None or most is None or index == NO_DAY or not last.index <= index < most:
        return
    if is_sure(reading, passage.words_begin, day.end("day")):
        fact = f'"{owner[1]}" may be finished by {full_date(schedule.time.day(most))}'
        yield reading.claim("date", day.span("day"), fact, agrees=False)
