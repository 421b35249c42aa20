"""Days of an entry's own text: "the last on 25 February", "signed by 2 September", "dry on the first day"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.days import MONTH, NO_DAY, day_index
from generator.literals.ends import ends_of
from generator.literals.stems import stem, stems
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.telling import full_date, week_and_day
from generator.scheduling.working_time import Day

_ONE_OF = Pattern(
    r"(?:,|,?\s+and)\s+the\s+(?P<end>first|last|final)(?:\s+(?:one|of\s+them))?\s+(?:(?:is|comes|goes|ends)\s+)?(?:on\s+)?$",
    words=(any_of("first last final"),),
)
"""Behind a number of things: the days of all of them are days of the work."""
_MADE = Pattern(
    r"(?<![\w-])(?P<verb>[a-z]{3,14})\s+(?P<when>by|on|before|until)\s+$", words=(any_of("by on before until"),)
)
_SOME = Pattern(r"\b(?:half|some|most|part|first|draft|drafts|parts|rest)\b", flags=re.IGNORECASE)
_PARTICIPLES = ("ed", "en", "wn", "ung", "ut", "aid", "ilt", "ade")
_BOTH = Pattern(
    rf"(?:^|(?<=[\s,;:]))[Oo]n\s+(?P<said>(?P<first>\d{{1,2}})\s+and\s+(?P<second>\d{{1,2}})\s+(?P<month>{MONTH}))(?=\s*(?:[.,;]|$))",
    words=(any_of("on"), any_of("and")),
)
_NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905 - one line
_NTH = Pattern(
    rf"(?:(?:It|She|He|They|This)\s[^.;:,]{{0,60}}\s)?[Oo]n\s+the\s+(?P<said>(?P<nth>{'|'.join(_NTHS)})\s+day)(?=\s*(?:[.,;]|$))",
    words=(frozenset(_NTHS), any_of("day")),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each day in a description that none of its entry's own days is."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] not in ITEM_KINDS or passage.pointer[-1] != "description":
        return
    if owner[0] == "task":
        yield from _of_parts(owner[1], reading)
        yield from _of_result(owner[1], reading)
        yield from _of_both(owner[1], reading)
    if owner[0] == "milestone":
        yield from _of_nth(owner[1], reading)


def _of_parts(task: str, reading: Reading) -> Iterator[Claim]:
    """Judge "four coats, the last on Thursday, 25 February": it is within the days of the work."""
    first, last = ends_of(task, reading.facts.schedule)
    for found in reading.days:
        before = reading.passage.plain[reading.passage.begin : found.start()]
        told = day_index(found["day"], reading.facts.schedule.time, last)
        if _ONE_OF.search(before) and told is not None and not first.index <= told <= last.index:
            yield from _claimed(task, "finishes", last, found.span("day"), reading)


def _of_result(task: str, reading: Reading) -> Iterator[Claim]:
    """Judge "signed by Thursday, 2 September" where the task delivers what is called signed."""
    item = reading.facts.index.by_kind["task"][task]
    words = frozenset[str]().union(
        *(reading.topics.words["deliverable", each] for each in getattr(item, "delivers", ()))
    )
    last = ends_of(task, reading.facts.schedule)[1]
    for found in reading.days if words and len(reading.days) == 1 else ():
        before = reading.passage.plain[reading.passage.begin : found.start()]
        made = None if _SOME.search(before) else _MADE.search(before)
        if not made or stem(made["verb"]) not in words or not made["verb"].endswith(_PARTICIPLES):
            continue
        told = day_index(found["day"], reading.facts.schedule.time, last)
        latest = None if told is None else told - 1 if made["when"] == "before" else told
        if latest is not None and (latest < last.index or (made["when"] == "on" and latest != last.index)):
            yield from _claimed(task, "finishes", last, found.span("day"), reading)


def _of_both(task: str, reading: Reading) -> Iterator[Claim]:
    """Judge "on 8 and 9 February" where nothing is spoken of but the work and what it delivers."""
    passage, time = reading.passage, reading.facts.schedule.time
    found = _BOTH.search(passage.plain, passage.begin, passage.end)
    first, last = ends_of(task, reading.facts.schedule)
    before = stems(passage.plain[passage.begin : found.start()]) if found else frozenset()
    if found is None or (before and not _own_words(task, reading) & before):
        return
    told = [day_index(f"{found[each]} {found['month']}", time, last) for each in ("first", "second")]
    if all(day is not None and not first.index <= day <= last.index for day in told):
        yield from _claimed(task, "finishes", last, found.span("said"), reading)


def _own_words(task: str, reading: Reading) -> frozenset[str]:
    words, item = reading.topics.words, reading.facts.index.by_kind["task"][task]
    things = (words["deliverable", each] for each in getattr(item, "delivers", ()))
    return words["task", task].union(*things)


def _claimed(item: str, verb: str, day: Day, span: tuple[int, int], reading: Reading) -> Iterator[Claim]:
    said = day_index(reading.passage.plain[slice(*span)], reading.facts.schedule.time, day)
    if said != NO_DAY and is_sure(reading, *span):
        told = full_date(day) if day.date else week_and_day(day)
        yield reading.claim("date", span, f'"{item}" {verb} {told}', agrees=False)


def _of_nth(milestone: str, reading: Reading) -> Iterator[Claim]:
    """Judge "on the first day" of a milestone: of the plan, its wave, its week, or of what it waits for."""
    passage, schedule = reading.passage, reading.facts.schedule
    found = _NTH.match(passage.plain, passage.words_begin, passage.end)
    if not found or reading.named or not is_sure(reading, *found.span()):
        return
    day, time = ends_of(milestone, schedule)[1], schedule.time
    item = reading.facts.plan.milestones[milestone]
    around = [item.wave, *(link.on for link in item.depends_on)]
    wave = reading.facts.plan.waves.get(item.wave or "")
    around.append(wave.phase if wave else None)
    known = (each for each in around if each and each in schedule.dates)
    begins = [schedule.start, *(schedule.dates[each].early_start for each in known)]
    end = schedule.dates[milestone].early_finish
    true = {time.workdays_between(begin, end) for begin in begins} | {day.number}
    true |= {day.index - time.day_of_start(begin).index + 1 for begin in begins}
    if _NTHS.index(found["nth"]) + 1 not in true:
        fact = f'"{milestone}" is on {week_and_day(day)}'
        yield reading.claim("date", found.span("said"), fact, agrees=False)
