"""Weeks and days of the week, as prose says them: "in the ninth week", "on Thursdays", "Friday, 3 April"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.literals.claims import Claim, Reading, live_fact
from generator.literals.context import is_of_another, is_sure
from generator.literals.days import (
    DAY_NAME,
    DAYS,
    ENDING,
    ONE_WEEK,
    STARTING,
    WEEKDAY,
    WEEKDAYS,
    WEEKS,
    date_of,
    week_of,
    weekday_named,
    weekday_of,
    weeks_of,
)
from generator.literals.ends import dates_of_plan, ends_of
from generator.literals.lexicon import Known, Mention
from generator.literals.passages import FACT
from generator.model.calendar import Weekday
from generator.model.communication import Meeting
from generator.model.text import ITEM_KINDS
from generator.patterns import DIGIT, Pattern, any_of

_MARK = r"[*_]{0,2}"
_WEEKS_FORM = Pattern(
    rf"{_MARK}(?:\s*[:(]\s*(?:in\s+)?|\s+(?:runs?|is\s+at\s+work|is\s+planned|takes\s+place|spans|lasts)"
    rf"(?:\s+(?:in|for|over|during|through|from))?\s+|\s+(?=in\s+weeks\s+\d+\s*[-–])in\s+)(?:the\s+)?{_MARK}{WEEKS}",
    words=(any_of("week weeks"), any_of(DIGIT)),
)
_BE = r"(?:(?:is|are|will\s+be|has\s+to\s+be|must\s+be)\s+)?(?:will\s+|all\s+|both\s+|only\s+)?"
_STARTS = rf"{_BE}(?:starts?|begins?|opens?|started|begun)"
_ENDS = (
    rf"{_BE}(?:finish(?:es|ed)?|ends?|completes?|completed|done|ready|over|closes?|delivered|declared|reached|passed|due|met"
    r"|handed\s+over)"
)
_IS = r"(?:is|are|runs?|falls|takes\s+place|is\s+held|happens|is\s+done)"
_WEEK = any_of("week")
_IN_WEEK = {
    "start": Pattern(rf"{_MARK}\s+{_STARTS}\s+(?:only\s+)?in\s+{ONE_WEEK}", STARTING, words=(_WEEK,)),
    "finish": Pattern(rf"{_MARK}\s+{_ENDS}\s+in\s+{ONE_WEEK}", ENDING, words=(_WEEK,)),
    "by": Pattern(
        rf"{_MARK}\s+{_ENDS}\s+(?:by|before)\s+(?:the\s+end\s+of\s+)?{ONE_WEEK}",
        ENDING,
        words=(_WEEK, any_of("by before")),
    ),
    "in": Pattern(rf"{_MARK}\s+{_IS}\s+in\s+{ONE_WEEK}", words=(_WEEK, any_of("in"))),
}
_ON_WEEKDAY = {
    "start": Pattern(
        rf"{_MARK}\s+{_STARTS}\s+on\s+(?:an?\s+|the\s+)?{WEEKDAY}(?!s|,?\s+(?:the\s+)?\d|\s+(?:of|in)\s+week)",
        STARTING,
        words=(DAYS,),
    ),
    "finish": Pattern(
        rf"{_MARK}\s+{_ENDS}\s+on\s+(?:an?\s+|the\s+)?{WEEKDAY}(?!s|,?\s+(?:the\s+)?\d|\s+(?:of|in)\s+week)",
        ENDING,
        words=(DAYS,),
    ),
    "in": Pattern(
        rf"{_MARK}\s+{_IS}\s+(?:always\s+)?(?:on\s+)?(?:an?\s+|the\s+)?{WEEKDAY}(?!,?\s+(?:the\s+)?\d|\s+(?:of|in)\s+week)",
        words=(DAYS,),
    ),
}
_BESIDE = Pattern(
    rf"\b(?:[Oo]n|an?|the|last|this|next)\s+{WEEKDAY}\b(?!,?\s+\d)(?:(?!{DAY_NAME})[^;:.|]){{0,60}}?\(\s*$",
    words=(DAYS,),
)
_OWN = Pattern(
    rf"(?:(?:(?!\b(?:is|are|was|were|has|have|will|must|can)\b)[^.;:,|]){{3,60}},\s+on|On)\s+an?\s+{WEEKDAY}\b(?!s|,?\s+\d)",
    words=(DAYS,),
)
"""A description without a verb tells the day of what it describes: "The point of no return, on a Tuesday"."""
_LAST = Pattern(rf",\s+(?:the|a)\s+(?:first|second|third|fourth|last)?\s*{WEEKDAY}\b", words=(DAYS,))
_LAST_LIVE = Pattern(
    rf"(?P<fact>{FACT}+)\)?,?\s+(?:(?:the|a)\s+(?:first|second|third|fourth|last)?\s*|\()?{WEEKDAY}\b",
    (FACT,),
    words=(DAYS,),
)
_CALL = Pattern(r"\{\{\s*(?P<fact>start|finish|date|first_day)\(\s*['\"](?P<item>[^'\"]+)['\"]\s*\)\s*\}\}")
_ROOM = timedelta(days=60)
_POINTS = ("milestone", "checkpoint")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of weeks and of days of the week."""
    if not reading.tells_days:
        return
    for mention in reading.mentions:
        if is_of_another(mention, reading):
            continue
        yield from _weeks(mention, reading)
        yield from _one_week(mention, reading)
        yield from _weekday(mention, reading)
    yield from _own(reading)
    yield from _weekdays(reading)


def _own(reading: Reading) -> Iterator[Claim]:
    passage, owner = reading.passage, reading.context.owner
    if owner is None or owner[0] not in ITEM_KINDS or passage.pointer[-1] != "description":
        return
    if not all(mention.partial for mention in reading.mentions):
        return
    found = _OWN.match(passage.plain, passage.words_begin, passage.end)
    days = set(_weekdays_of("in", owner, reading))
    if found and len(days) == 1 and weekday_named(found["weekday"]) not in days:
        fact = f'"{owner[1]}" is on {WEEKDAYS[days.pop()]}'
        yield reading.claim("date", found.span("weekday"), fact, agrees=False)


def _weeks(mention: Mention, reading: Reading) -> Iterator[Claim]:
    found = _WEEKS_FORM.match(reading.passage.plain, mention.end, reading.passage.end)
    items = mention.of("phase", "wave", "task")
    if not found or not items or not is_sure(reading, mention.begin, found.end("weeks")):
        return
    said, span = weeks_of(found["weeks"]), found.span("weeks")
    computed = {known: reading.facts.schedule.weeks(known[1]) for known in items}
    same = [known for known, weeks in computed.items() if (weeks.first, weeks.last) == said]
    known = same[0] if same else items[0]
    if not same and _is_committed(known, said, reading):
        return
    weeks = computed[known]
    fact = f'"{known[1]}" is at work in week{"s" if weeks.first != weeks.last else ""} {weeks}'
    live = live_fact(reading.facts, found["weeks"], "weeks", known)
    yield reading.claim("date", span, fact, agrees=bool(same), live=live)


def _is_committed(known: Known, said: tuple[int, int], reading: Reading) -> bool:
    """Weeks that the plan itself commits to are held against the schedule by a rule of their own."""
    weeks = getattr(reading.facts.index.by_kind[known[0]][known[1]], "weeks", None)
    return weeks is not None and (weeks.first, weeks.last) == said


def _one_week(mention: Mention, reading: Reading) -> Iterator[Claim]:
    """One week, of the beginning, the end, or all of an item."""
    for form, pattern in _IN_WEEK.items():
        found = pattern.match(reading.passage.plain, mention.end, reading.passage.end)
        items = mention.of(*ITEM_KINDS)
        if found and items and is_sure(reading, mention.begin, found.end("week")):
            said = week_of(found["week"])
            ranges = {known: reading.facts.schedule.weeks(known[1]) for known in items}
            if not any(_fits(form, said, weeks.first, weeks.last) for weeks in ranges.values()):
                weeks = ranges[items[0]]
                fact = f'"{items[0][1]}" is in week{"s" if weeks.first != weeks.last else ""} {weeks}'
                yield reading.claim("date", found.span("week"), fact, agrees=False)
            return


def _fits(form: str, said: int, first: int, last: int) -> bool:
    if form == "start":
        return said == first
    if form == "finish":
        return said == last
    return last <= said if form == "by" else first <= said <= last


def _weekday(mention: Mention, reading: Reading) -> Iterator[Claim]:
    for form, pattern in _ON_WEEKDAY.items():
        found = pattern.match(reading.passage.plain, mention.end, reading.passage.end)
        if found and is_sure(reading, mention.begin, found.end("weekday")):
            said = weekday_named(found["weekday"])
            days = {known: set(_weekdays_of(form, known, reading)) for known in mention.items}
            told = {known: each for known, each in days.items() if each}
            wrong = {known: each for known, each in told.items() if said not in each}
            if wrong and (mention.every or len(wrong) == len(told)):
                known, true = next(iter(wrong.items()))
                names = " and ".join(WEEKDAYS[each] for each in sorted(true))
                yield reading.claim("date", found.span("weekday"), f'"{known[1]}" is on {names}', agrees=False)
            return


def _weekdays_of(form: str, known: Known, reading: Reading) -> Iterator[int]:
    """The days of the week that an entry may be told on."""
    item = reading.facts.index.by_kind[known[0]][known[1]]
    if isinstance(item, Meeting):
        yield from (day.number for day in item.on if isinstance(day, Weekday)) if isinstance(item.on, tuple) else ()
    if known[0] not in ITEM_KINDS:
        return
    first, last = ends_of(known[1], reading.facts.schedule)
    if form == "in":
        yield from {index % 7 for index in range(first.weekday, first.weekday + last.index - first.index + 1)}
    else:
        yield (first if form == "start" and known[0] not in _POINTS else last).weekday


def _weekdays(reading: Reading) -> Iterator[Claim]:
    """A weekday beside a date is the calendar's; a year left out is one of the plan's."""
    passage = reading.passage
    for day in reading.days:
        beside = _BESIDE.search(passage.plain[: day.start()], passage.begin)
        last = _LAST.match(passage.plain, day.end(), passage.end)
        named = [weekday_named(found["weekday"]) for found in (beside, last) if found]
        yield from _checked(next(iter(named), weekday_of(day["day"])), day, reading)
    for found in _LAST_LIVE.finditer(passage.plain, passage.begin, passage.end):
        yield from _last_of_fact(found, reading)


def _last_of_fact(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A weekday that is told beside a live fact."""
    call = _CALL.fullmatch(reading.passage.text[slice(*found.span("fact"))])
    item = call and call["item"].rpartition(":")[2]
    if call is None or item not in reading.facts.schedule.dates:
        return
    first, last = ends_of(item or "", reading.facts.schedule)
    true = first if call["fact"] in ("start", "first_day") else last
    if true.weekday != weekday_named(found["weekday"]):
        fact = f'"{item}" is on {WEEKDAYS[true.weekday]}'
        yield reading.claim("date", found.span("weekday"), fact, agrees=False)


def _checked(said: int | None, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    on = _date(found["day"], reading) if said is not None else None
    if on and on.weekday() != said and is_sure(reading, found.start(), found.end("day")):
        yield reading.claim("date", found.span("day"), f"{on} is a {WEEKDAYS[on.weekday()]}", agrees=False)


def _date(text: str, reading: Reading) -> date | None:
    """Read a date; without a year it is that of the plan, if the plan has but one such day."""
    told, ends = date_of(text, None), dates_of_plan(reading.facts.schedule)
    if told or ends is None:
        return told
    first, last = ends
    years = {date_of(text, year) for year in (first.year, last.year)}
    near = [each for each in years if each and first - _ROOM <= each <= last + _ROOM]
    return near[0] if len(near) == 1 else None
