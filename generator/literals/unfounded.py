"""Days in a text that nothing it speaks of has: neither begins then, nor ends, nor takes place."""

import re
from collections.abc import Iterable, Iterator

from generator.literals.absences import days_away
from generator.literals.claims import Claim, Reading
from generator.literals.context import clause_around, is_sure
from generator.literals.days import NO_DAY, POSITION, day_index
from generator.literals.lexicon import Known
from generator.literals.plainly import is_in_brackets, is_of_its_own, statement_around, tells_nothing_else
from generator.literals.stems import plain_form, stem, stems
from generator.model.text import ITEM_KINDS
from generator.scheduling.telling import full_date, week_and_day
from generator.scheduling.working_time import Day

_BY = re.compile(r"\b(?:by|before|no\s+later\s+than|until|till)\s+(?:the\s+)?(?:end\s+of\s+)?[*_]{0,2}$")
_OF_AN_END = re.compile(
    r"(?:\b(?:from|since|until|till|to|through|begun|begins|starts|done|finished|finishes|ends|ending|over|ready)"
    r"(?:\s+(?:on|by))?|\d\s*(?:and|[-–]))\s+(?:the\s+)?[*_]{0,2}$"
)
"""Words that make a day the first or the last of a stretch, or one of two."""
_SUPPOSED = frozenset({"said", "on_failure", "contingency", "trigger"})
"""Texts of what may come, or of what was not decided."""
_ASKED = re.compile(r"\{\{\s*(?:start|finish|date|first_day|weeks)\(\s*['\"]([a-z0-9-]+)")
_WHOLE = ("summary", "approach", "principles")
_ROOM = 7
"""Days after the finish that a text may still take for days of the plan."""
_BACK_AFTER = 4
"""Days after a leave on which somebody may be told to be back."""
_SURE = 2
"""Words of a name that leave little doubt."""
_KINDS = (*ITEM_KINDS, "deliverable")
_OF_DAYS = (*ITEM_KINDS, "coordination")
"""Kinds of entries whose texts tell their own days; one of a risk or an assumption tells any."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each day of the plan that is no day of anything its sentence can be about."""
    if not _SUPPOSED.isdisjoint(reading.passage.pointer):
        return
    for found in reading.days:
        if not is_sure(reading, found.start(), found.end("day")):
            continue
        index = day_index(found["day"], reading.facts.schedule.time, _last(reading))
        if index is not None and index != NO_DAY and 0 <= index <= _last(reading).index + _ROOM:
            yield from _judged(index, found, reading)


def _judged(index: int, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    strong = tuple(dict.fromkeys(_meant(found, reading)))
    days = {day.index: known for known in strong for day in _days(known, reading)}
    stretches = [pair for known in strong for pair in _pairs(_days(known, reading))]
    if not days or index in days or index in _free_days(reading) or _is_judged(found, reading):
        return
    before = reading.passage.plain[reading.passage.begin : found.start()]
    if _BY.search(before) and index > min(days.keys() & {last.index for _, last in stretches}):
        return
    is_of_plan = _is_position(found)
    is_amidst = any(first.index < index < last.index for first, last in stretches)
    is_sure_of_end = _OF_AN_END.search(before) or not is_amidst
    if not is_of_plan and not (is_sure_of_end and _is_told_plainly(found, strong, reading)):
        return
    nearest = min(days, key=lambda each: (abs(each - index), each))
    day = reading.facts.schedule.time.day(nearest)
    told = week_and_day(day) if is_of_plan else full_date(day)
    fact = "nothing that is named there begins or ends then"
    if _is_named(days[nearest], found, reading):
        fact += f', "{days[nearest][1]}" does on {told}'
    yield reading.claim("date", found.span("day"), fact, agrees=False)


def _is_position(found: re.Match[str]) -> bool:
    """Tell whether a day is told by the plan's own weeks, which nobody does of what goes on around the plan."""
    return re.match(POSITION, found["day"]) is not None


def _is_told_plainly(found: re.Match[str], strong: tuple[Known, ...], reading: Reading) -> bool:
    """Tell whether the sentence says of nothing else, and nothing else, that it is then."""
    owner = reading.context.owner
    if owner is not None and owner[0] in _OF_DAYS:
        return is_of_its_own(found, owner, strong, reading) and tells_nothing_else(
            found, strong, reading, is_own=True
        )
    return any(_is_named(known, found, reading) for known in strong) and tells_nothing_else(
        found, strong, reading, is_own=False
    )


def _is_named(known: Known, found: re.Match[str], reading: Reading) -> bool:
    """Tell whether a sentence names an item beside a day, or has all, or two, of the words of its name."""
    begin, end = statement_around(found, reading)
    if any(known in each.items for each in reading.mentions if begin <= each.begin < end):
        return True
    if known[1] in _ASKED.findall(reading.passage.text[begin:end]):
        return True
    words = reading.words | {stem(plain_form(word)) for word in reading.passage.words}
    if is_in_brackets(found, reading) and known[0] not in ("milestone", "checkpoint"):
        return False
    return any(told and len(told & words) >= min(len(told), _SURE) for told in reading.topics.told[known])


def _is_judged(found: re.Match[str], reading: Reading) -> bool:
    """A day in brackets behind a name is held against that one alone."""
    between = (reading.passage.plain[each.end : found.start()] for each in reading.named if each.end <= found.start())
    return any(re.fullmatch(r"[*_]{0,2}\s*\([*_]{0,2}", each) for each in between)


def _meant(found: re.Match[str], reading: Reading) -> Iterator[Known]:
    """Yield what the sentence can be about: what it names, else what it has words of, or what the text belongs to."""
    is_of_plan = _is_position(found)
    begin, end = (
        clause_around(reading.passage, *found.span("day")) if is_of_plan else statement_around(found, reading)
    )
    named = [each for each in reading.mentions if begin <= each.begin < end]
    words = stems(reading.passage.plain[begin:end]) - (frozenset() if is_of_plan else reading.topics.people_words)
    touched = list(reading.topics.touched_by(words, _KINDS))
    owner = reading.context.owner
    own = [owner, *reading.topics.related(owner)] if owner and (is_of_plan or owner[0] in _OF_DAYS) else []
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
