"""When somebody is away, and back again, as prose says it."""

import re
from collections.abc import Iterator
from datetime import timedelta

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.days import NO_DAY, day_index
from generator.patterns import Pattern
from generator.scheduling.telling import full_date, week_and_day

_AWAY = Pattern(
    r"[*_]{0,2}\s+(?:(?:is|will\s+be)\s+(?:away|on\s+leave|absent|off|out|on\s+holiday|at\s+(?:the|a)\s+[a-z]+)"
    r"|(?:has|takes)\s+(?:leave|holidays?|days?\s+off))\b",
    ("away", "leave", "absent", "off", "out", "holiday", " at "),
)
_BACK = Pattern(r"[*_]{0,2}\s+(?:comes\s+back|returns|(?:is|will\s+be)\s+back)\b", ("back", "returns"))
_WEEK = re.compile(
    r"\bthe\s+(?P<nth>first|second|third|fourth)\s+week\s+of\s+"
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NTH = ("first", "second", "third", "fourth")
_NEAR = timedelta(days=4)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each day of absence or return that the leave of a person does not have."""
    passage = reading.passage
    for mention in reading.named:
        people = [name for _, name in mention.of("person") if reading.facts.plan.people[name].leave]
        if len(people) != 1 or len(mention.items) != 1:
            continue
        away, back = (each.match(passage.plain, mention.end, passage.end) for each in (_AWAY, _BACK))
        found = away or back
        if found and is_sure(reading, mention.begin, found.end()):
            yield from _judged(people[0], found, reading, is_back=back is not None)


def _judged(person: str, found: re.Match[str], reading: Reading, *, is_back: bool) -> Iterator[Claim]:
    away = set(days_away(person, reading))
    wanted = (
        {index for index in range(min(away), max(away) + _NEAR.days + 1) if index not in away} if is_back else away
    )
    for day in reading.days:
        index = day_index(day["day"], reading.facts.schedule.time, reading.facts.schedule.time.day(min(away)))
        if day.start() < found.end() or index is None or index == NO_DAY:
            continue
        if index not in wanted:
            yield reading.claim("date", day.span("day"), _told(person, away, reading), agrees=False)
            return
    week = _WEEK.search(reading.passage.plain, found.end(), reading.passage.end)
    if week and not is_back and not any(_is_in(index, week, reading) for index in away):
        yield reading.claim("date", week.span(), _told(person, away, reading), agrees=False)


def days_away(person: str, reading: Reading) -> Iterator[int]:
    """Yield each day of somebody's leave."""
    time = reading.facts.schedule.time
    for leave in reading.facts.plan.people[person].leave:
        first, last = time.day_index(leave.date), time.day_index(leave.until or leave.date)
        yield from range(first, last + 1) if first is not None and last is not None else ()


def _is_in(index: int, week: re.Match[str], reading: Reading) -> bool:
    on, nth = reading.facts.schedule.time.day(index).date, _NTH.index(week["nth"])
    return on is not None and on.strftime("%B") == week["month"] and nth * 7 - 3 <= on.day <= nth * 7 + 10


def _told(person: str, away: set[int], reading: Reading) -> str:
    first, last = (reading.facts.schedule.time.day(each) for each in (min(away), max(away)))
    tell = full_date if first.date else week_and_day
    return f'"{person}" is away {"on" if first == last else "from"} {tell(first)}' + (
        f" to {tell(last)}" if first != last else ""
    )
