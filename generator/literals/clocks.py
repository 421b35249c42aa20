"""The time of day at which something begins or ends, as prose says it: "at half past nine", "from ten on"."""

import re
from collections.abc import Iterator
from datetime import date

from generator.literals.claims import Claim, Reading
from generator.literals.context import clause_around, is_sure
from generator.literals.days import DAY_NAME, WEEKDAYS
from generator.literals.ends import ends_of
from generator.literals.lexicon import Known
from generator.literals.numbers import WORDS, number_of
from generator.literals.stems import stems
from generator.model.communication import Meeting
from generator.model.quantity import Position
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.working_time import minute_of

_HOUR = rf"(?:{'|'.join(sorted(WORDS[:12], key=len, reverse=True))}|midnight|noon|\d{{1,2}})"
_TIME = (
    rf"(?P<said>(?:(?P<part>half\s+past|(?:a\s+)?quarter\s+(?:past|to))\s+)?(?P<hour>\d{{1,2}}:\d{{2}}|{_HOUR})(?:\s+o'clock)?"
    r"(?:\s*(?P<half>in\s+the\s+(?:morning|afternoon|evening)|at\s+night|[ap]\.?m\b\.?))?)"
)
CLOCK = (
    rf"{_TIME}"
    r"(?=[*_)\]]*\s*(?:[.,;:!)|—–](?!\d)|$)|\s+(?:and|but|on|sharp|when|with|because|that|this|in)\b)"
)
_ON = rf"(?:\s+(?:on|again|only|not|already)\b|\s+on\s+(?:the\s+)?(?:first\s+|second\s+)?{DAY_NAME}|\s+{DAY_NAME})*"
_BEGINNING = any_of(
    "start starts begin begins open opens kick kicks meet meets sit sits gather gathers convene convenes assemble"
    " assembles place held"
)
_OVER = any_of("end ends finish finishes finished close closes over done ready empty closed locked complete out")
_AT = {
    "start": Pattern(
        rf"\b(?i:starts?|begins?|opens?|kicks?\s+off|meets?|sits?|gathers?|convenes?|assembles?|takes?\s+place|(?:is|are)\s+held)"
        rf"{_ON}\s+(?:at|from)\s+{CLOCK}",
        words=(_BEGINNING, any_of("at from")),
    ),
    "finish": Pattern(
        rf"\b(?i:ends?|finish(?:es)?|closes?|(?:is|are)\s+(?:over|done|finished|ready|empty|closed|locked|complete|out)){_ON}\s+at\s+{CLOCK}",
        words=(_OVER, any_of("at")),
    ),
    "by": Pattern(
        rf"\b(?i:ends?|finish(?:es|ed)?|closes?|(?:is|are|be)\s+(?:over|done|finished|ready|empty|closed|locked|complete|out)){_ON}"
        rf"\s+(?:by|before|no\s+later\s+than)\s+{CLOCK}",
        words=(_OVER, any_of("by before than")),
    ),
    "from": Pattern(rf"\b[Ff]rom\s+{CLOCK}(?=\s+on(?:wards?)?\b|,|\.|$)", words=(any_of("from"),)),
}
_OWN = Pattern(
    rf"(?<![^\W_])(?:[Aa]t|[Hh]eld\s+at|[Ss]tarts\s+at|[Bb]egins\s+at)\s+{CLOCK}(?=,|\.|;|$)", words=(any_of("at"),)
)
_FROM = Pattern(rf"\b[Ff]rom\s+{_TIME}\s+(?:to|until|till)\s+", words=(any_of("from"), any_of("to until till")))
_TO = Pattern(CLOCK)
_TOLD = Pattern(rf"\b(?:at|from|by|before|than)\s+(?:half|a\s+quarter|quarter|{_HOUR}|\d)", flags=re.IGNORECASE)
_KINDS = (*ITEM_KINDS, "deliverable", "meeting")
_DAY, _NOON, _HOUR_SIZE = 1440, 720, 60
_NAMED = {"midnight": 0, "noon": 12}
_PRONOUNS = stems("it this they")
_WEEKDAY = re.compile(DAY_NAME)
_SOON = 30
"""So many minutes after its end something is as it is said to be: "the park is empty at eleven"."""
_ENOUGH = 2
"""Words of a name that make a clause one about it."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each time of day at which nothing that its clause is about begins, or ends."""
    passage = reading.passage
    if not _TOLD.search(passage.plain, passage.begin, passage.end):
        return
    for form, pattern in _AT.items():
        for found in pattern.finditer(passage.plain, passage.begin, passage.end):
            told = "start on a day" if form == "start" and _WEEKDAY.search(found.group()) else form
            yield from _judged(told, _of_that_day(tuple(_meant(found, reading)), found, reading), found, reading)
    owner = reading.context.owner
    own = _OWN.match(passage.plain, passage.words_begin, passage.end)
    if own and owner and owner[0] == "task" and passage.pointer[-1] == "description":
        yield from _judged("at", (owner,), own, reading)
    if owner and owner[0] == "task" and passage.pointer[-1] == "description":
        yield from _stretch(owner[1], reading)


def _stretch(task: str, reading: Reading) -> Iterator[Claim]:
    """Judge "from six in the evening to four", where one end is that of the task and the other is not."""
    passage, dates = reading.passage, reading.facts.schedule.dates[task]
    begin = _FROM.search(passage.plain, passage.begin, passage.end)
    end = _TO.match(passage.plain, begin.end(), passage.end) if begin else None
    if not begin or not end or dates.early_finish - dates.early_start >= _DAY:
        return
    is_clock = any(
        each["half"] or each["part"] or ":" in each["hour"] or each["hour"] in _NAMED for each in (begin, end)
    )
    is_alone = not passage.plain[clause_around(passage, *begin.span())[0] : begin.start()].strip(" *_")
    true = dates.early_start % _DAY, dates.early_finish % _DAY
    wrong = [each for each, minute in zip((begin, end), true, strict=True) if minute not in set(minutes_of(each))]
    if is_clock and is_alone and len(wrong) == 1 and is_sure(reading, begin.start(), end.end()):
        told = " to ".join(f"{each // _HOUR_SIZE:02}:{each % _HOUR_SIZE:02}" for each in true)
        yield reading.claim("date", wrong[0].span("said"), f'"{task}" is from {told}', agrees=False)


def _judged(form: str, items: tuple[Known, ...], found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    said = set(minutes_of(found))
    true = {minute: known for known in items for minute in _times(form, known, reading)}
    if not said or not true or said & true.keys() or not is_sure(reading, *found.span("said")):
        return
    if form == "by" and any(minute <= (told or _DAY) for minute in true for told in said):
        return
    is_state = form == "finish" and found.group()[:3].lower() in ("is ", "are")
    if is_state and any(0 <= (minute - each) % _DAY <= _SOON for minute in said for each in true):
        return
    nearest = min(true, key=lambda minute: min(abs(minute - each) for each in said))
    verb = "ends" if form in ("finish", "by") else "begins"
    fact = f'"{true[nearest][1]}" {verb} at {nearest // _HOUR_SIZE:02}:{nearest % _HOUR_SIZE:02}'
    yield reading.claim("date", found.span("said"), fact, agrees=False)


def minutes_of(found: re.Match[str]) -> Iterator[int]:
    """Every minute of a day that a time of day may mean: "at nine" is one in the morning and one in the evening."""
    hour, half = found["hour"].lower(), (found["half"] or "").replace(".", "")
    if ":" in hour:
        hours, minutes = map(int, hour.split(":"))
    else:
        hours, minutes = _NAMED[hour] if hour in _NAMED else number_of(hour), 0
    part = found["part"] or ""
    minutes += 30 if part.startswith("half") else -15 if part.endswith("to") else 15 if part else 0
    is_sole = hour in _NAMED or (":" in hour and not half) or hours > 12  # noqa: PLR2004 - hours of half a day
    told = hours % 24 * _HOUR_SIZE if is_sole else hours % 12 * _HOUR_SIZE
    if is_sole or half.endswith(("morning", "am")):
        yield (told + minutes) % _DAY
    elif half.endswith(("afternoon", "evening", "pm")):
        yield (told + _NOON + minutes) % _DAY
    else:
        yield from ((told + each + minutes) % _DAY for each in (0, _NOON))


def _meant(found: re.Match[str], reading: Reading) -> Iterator[Known]:
    """Yield what a clause names, by its name or by two of its words; a text without a subject is about its own."""
    passage, owner = reading.passage, reading.context.owner
    begin, end = clause_around(passage, *found.span())
    words = stems(f"{passage.plain[begin : found.start('said')]} {passage.plain[found.end('said') : end]}")
    beside = (
        each for each in reading.mentions if begin <= each.begin < found.start() or found.end() <= each.begin < end
    )
    named = [known for each in beside for known in each.items if known[0] in _KINDS]
    touched = [
        known
        for known in reading.topics.touched_by(words, _KINDS)
        if len(words & reading.topics.words[known]) >= _ENOUGH and known[0] != "meeting"
    ]
    yield from (*named, *touched)
    before = stems(passage.plain[begin : found.start()]) - _PRONOUNS
    is_own = not before or (found.re is _AT["from"].compiled and owner and before & reading.topics.words[owner])
    if owner and owner[0] == "task" and passage.pointer[-1] == "description" and is_own and not named:
        yield owner


def _of_that_day(items: tuple[Known, ...], found: re.Match[str], reading: Reading) -> tuple[Known, ...]:
    """Of several things those alone that are on the one weekday that the clause tells, if there are any."""
    begin, end = clause_around(reading.passage, *found.span())
    told = {each[0] for each in _WEEKDAY.finditer(reading.passage.plain, begin, end)} or _of_title(reading)
    if len(told) != 1:
        return items
    schedule, wanted = reading.facts.schedule, told.pop()
    then = tuple(
        known
        for known in items
        if known[1] in schedule.dates and wanted in {WEEKDAYS[day.weekday] for day in ends_of(known[1], schedule)}
    )
    return then or items


def _of_title(reading: Reading) -> set[str]:
    """The weekday of which a decision's title speaks: "When Saturday ends"."""
    pointer = reading.passage.pointer
    decision = reading.facts.plan.decisions.get(str(pointer[1])) if pointer[0] == "decisions" else None
    return set(_WEEKDAY.findall(decision.title)) if decision else set()


def _times(form: str, known: Known, reading: Reading) -> Iterator[int]:
    """Minutes of the day at which an item begins or ends, where it is told by the clock."""
    item, schedule = reading.facts.index.by_kind[known[0]][known[1]], reading.facts.schedule
    if known[0] == "deliverable":
        for task in schedule.breakdown.makers.get(known[1], ()):
            yield from _times(form, ("task", task.id), reading)
    elif isinstance(item, Meeting):
        yield from (item.at.hour * _HOUR_SIZE + item.at.minute,) if item.at and form not in ("finish", "by") else ()
    elif known[0] in ITEM_KINDS:
        dates = schedule.dates[known[1]]
        if dates.early_finish - dates.early_start < _DAY or form in ("from", "start on a day"):
            is_end = form in ("finish", "by")
            yield dates.early_finish % _DAY if is_end else dates.early_start % _DAY
            yield from _limits(item) if is_end else ()


def _limits(item: object) -> Iterator[int]:
    for key in ("deadline", "finish_by", "finish_on"):
        when = getattr(item, key, None)
        minute = minute_of(when) if isinstance(when, Position | date) else None
        if minute is not None:
            yield minute % _DAY
