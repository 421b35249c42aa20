"""The weekday on which a task begins or ends, as its own description says it: "ends Mon 14:00", "starts Friday"."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.days import DAYS, WEEKDAYS
from generator.literals.ends import ends_of
from generator.literals.stems import stem
from generator.patterns import Pattern, any_of

_TOLD = Pattern(
    r"(?:^|(?<=[.,;:]\s))(?:[Ii]t\s+)?(?:(?P<start>[Ss]tarts?|[Bb]egins?)|(?P<end>[Ee]nds?|[Ff]inish(?:es)?))\s+"
    r"(?:on\s+)?(?:(?:an?|the)\s+)?(?P<day>(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|day|sday|nesday|rsday|urday)?)"
    r"(?![\w'’-])(?=\.?(?:,?\s+(?:at\s+)?\d{1,2}:\d{2})?\s*(?:[.;)]|$|,\s+[a-z]|\s(?:after|before)\b))",
    words=(any_of("start starts begin begins end ends finish finishes"),),
)
_ON_A = Pattern(
    rf"(?:^|,\s+|\s)[Oo]n\s+an?\s+(?P<day>(?P<name>{'|'.join(WEEKDAYS)})\s+(?:morning|afternoon|evening|night))\b",
    words=(any_of("on"), any_of("morning afternoon evening night")),
)
_DAY = (
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|day|sday|nesday|rsday|urday)?"
    r"(?:\s+(?:early|late|mornings?|afternoons?|evenings?|nights?))?"
)
_SPAN = Pattern(
    rf"(?:[Ff]rom\s+|[Oo]n\s+)?(?P<day>(?P<first>{_DAY})\s*(?:\band|\bto|\buntil|\btill|[-–])\s*(?P<last>{_DAY}))(?=\s*(?:[.,;]|$))",
    words=(frozenset({*DAYS, *(day[:3].lower() for day in WEEKDAYS), "tues", "thur", "thurs"}),),
)
_IS_ON = Pattern(
    r"(?:The\s+)?(?P<noun>[A-Za-z]{3,20})\s+(?:is|are|takes\s+place|is\s+held)\s+(?=[Oo]n\s)", words=(any_of("on"),)
)
"""What a description begins with, as "Market is on Friday and Saturday.", tells when its task begins and ends."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each weekday that is not the one on which the task of a description begins or ends."""
    owner, passage, schedule = reading.context.owner, reading.passage, reading.facts.schedule
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    dates, time = schedule.dates[owner[1]], schedule.time
    yield from _span(owner[1], reading)
    yield from _part_of_day(owner[1], reading)
    for found in _TOLD.finditer(passage.plain, passage.begin, passage.end):
        day = time.day_of_start(dates.early_start) if found["start"] else time.day_of_finish(dates.early_finish)
        true = WEEKDAYS[day.weekday]
        if not true.startswith(found["name"]) and is_sure(reading, *found.span("day")):
            fact = f'"{owner[1]}" {"begins" if found["start"] else "ends"} on a {true}'
            yield reading.claim("date", found.span("day"), fact, agrees=False)


def _part_of_day(task: str, reading: Reading) -> Iterator[Claim]:
    """Judge "on a Friday night" by the days on which a short task is at work."""
    passage = reading.passage
    first, last = ends_of(task, reading.facts.schedule)
    found = _ON_A.search(passage.plain, passage.begin, passage.end)
    if not found or last.index - first.index > 1 or not is_sure(reading, *found.span("day")):
        return
    days = {WEEKDAYS[day.weekday] for day in (first, last)}
    if found["name"] not in days and not any(each.begin < found.start() for each in reading.named):
        fact = f'"{task}" is on a {WEEKDAYS[first.weekday]}'
        yield reading.claim("date", found.span("day"), fact, agrees=False)


def _span(task: str, reading: Reading) -> Iterator[Claim]:
    passage, schedule = reading.passage, reading.facts.schedule
    told = _IS_ON.match(passage.plain, passage.words_begin, passage.end)
    is_own = told and stem(told["noun"]) in reading.topics.words["task", task]
    begin = told.end() if told and is_own else passage.words_begin
    found = _SPAN.match(passage.plain, begin, passage.end)
    if not found or not is_sure(reading, *found.span("day")):
        return
    first, last = ends_of(task, schedule)
    is_short = last.index - first.index < len(WEEKDAYS)
    names = WEEKDAYS[first.weekday], WEEKDAYS[last.weekday]
    is_true = names[0].startswith(found["first"][:3]) and names[1].startswith(found["last"][:3])
    if is_short and not is_true:
        fact = f'"{task}" begins on a {names[0]} and ends on a {names[1]}'
        yield reading.claim("date", found.span("day"), fact, agrees=False)
