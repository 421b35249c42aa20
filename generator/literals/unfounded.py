"""Days in a text that nothing it speaks of has: neither begins then, nor ends, nor takes place."""

import re
from collections.abc import Iterable, Iterator

from generator.literals.absences import days_away
from generator.literals.claims import Claim, Reading
from generator.literals.context import clause_around, is_sure
from generator.literals.days import NO_DAY, POSITION, day_index
from generator.literals.lexicon import Known
from generator.literals.stems import stems
from generator.model.text import ITEM_KINDS
from generator.scheduling.telling import full_date, week_and_day
from generator.scheduling.working_time import Day

_BY = re.compile(r"\b(?:by|before|no\s+later\s+than|until|till)\s+(?:the\s+)?(?:end\s+of\s+)?[*_]{0,2}$")
_ASKED = re.compile(r"\{\{\s*(?:start|finish|date|first_day|weeks)\(\s*['\"]([a-z0-9-]+)")
_WHOLE = ("summary", "approach", "principles")
_ROOM = 7
"""Days after the finish that a text may still take for days of the plan."""
_BACK_AFTER = 4
"""Days after a leave on which somebody may be told to be back."""
_KINDS = (*ITEM_KINDS, "deliverable")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each day of the plan that is no day of anything its sentence can be about."""
    for found in reading.days:
        if not is_sure(reading, found.start(), found.end("day")):
            continue
        index = day_index(found["day"], reading.facts.schedule.time, _last(reading))
        if index is not None and index != NO_DAY and 0 <= index <= _last(reading).index + _ROOM:
            yield from _judged(index, found, reading)


def _judged(index: int, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    strong = tuple(dict.fromkeys(_meant(found, reading)))
    days = {day.index: known for known in strong for day in _days(known, reading)}
    ends = {pair[1].index for known in strong for pair in _pairs(_days(known, reading))}
    if not days or index in days or index in _free_days(reading) or _is_judged(found, reading):
        return
    if _BY.search(reading.passage.plain[reading.passage.begin : found.start()]) and index > min(days.keys() & ends):
        return
    nearest = min(days, key=lambda each: (abs(each - index), each))
    day = reading.facts.schedule.time.day(nearest)
    told = week_and_day(day) if re.match(POSITION, found["day"]) else full_date(day)
    fact = f'nothing that is named there begins or ends then, "{days[nearest][1]}" does on {told}'
    yield reading.claim("date", found.span("day"), fact, agrees=False)


def _is_judged(found: re.Match[str], reading: Reading) -> bool:
    """A day in brackets behind a name is held against that one alone."""
    between = (reading.passage.plain[each.end : found.start()] for each in reading.named if each.end <= found.start())
    return any(re.fullmatch(r"[*_]{0,2}\s*\([*_]{0,2}", each) for each in between)


def _meant(found: re.Match[str], reading: Reading) -> Iterator[Known]:
    """Yield what the sentence can be about: what it names, else what it has words of, or what the text belongs to."""
    begin, end = clause_around(reading.passage, *found.span("day"))
    named = [each for each in reading.mentions if begin <= each.begin < end]
    touched = list(reading.topics.touched_by(stems(reading.passage.plain[begin:end]), _KINDS))
    owner = reading.context.owner
    own = [owner, *reading.topics.related(owner)] if owner else []
    near = [known for known in (*(known for each in named for known in each.items), *touched) if known[0] in _KINDS]
    asked = _ASKED.findall(reading.passage.text[begin:end])
    told = [(kind, name) for name in asked for kind in ITEM_KINDS if name in reading.facts.index.by_kind[kind]]
    among = (*near, *own, *told) or tuple(_of_all(reading))
    yield from (known for known in among if known[0] in _KINDS)


def _of_all(reading: Reading) -> Iterator[Known]:
    """A sentence about the plan speaks of what it names in other words, or of all there are of a kind."""
    if reading.passage.pointer[0] in _WHOLE:
        yield from reading.topics.named_in(reading.words, _KINDS)
        for kind in ("checkpoint", "milestone"):
            if kind in reading.words:
                yield from ((kind, name) for name in reading.facts.index.by_kind[kind])


def _days(known: Known, reading: Reading) -> Iterator[Day]:
    """Yield when an item begins and ends; of waves that settle something, when each member does."""
    schedule = reading.facts.schedule
    if known[0] == "deliverable":
        for maker in schedule.breakdown.makers.get(known[1], ()):
            yield from _days(("task", maker.id), reading)
        return
    owner = reading.context.owner
    is_of_all = owner is not None and owner[0] == "coordination"
    for item in (known[1], *(schedule.breakdown.members.get(known[1], ()) if is_of_all else ())):
        dates = schedule.dates[item]
        yield schedule.time.day_of_start(dates.early_start)
        yield schedule.time.day_of_finish(dates.early_finish)


def _pairs(days: Iterable[Day]) -> Iterator[tuple[Day, Day]]:
    """Pair each first day with its last."""
    every = iter(days)
    return zip(every, every, strict=True)


def _free_days(reading: Reading) -> Iterable[int]:
    """Days that any text may tell: the beginning and the end of the plan, its days off and its promises."""
    schedule = reading.facts.schedule
    yield schedule.time.day_of_start(schedule.start).index
    yield _last(reading).index
    named = (name for mention in reading.named for _, name in mention.of("person"))
    yield from (index + more for name in named for index in days_away(name, reading) for more in range(_BACK_AFTER))


def _last(reading: Reading) -> Day:
    schedule = reading.facts.schedule
    return schedule.time.day_of_finish(schedule.finish)
