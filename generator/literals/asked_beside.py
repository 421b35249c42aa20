"""Live days that a verb ties to the item before them: "… and completes it", "… is ready at"."""

import re
from collections.abc import Iterator

from generator.literals.asked import call_of
from generator.literals.claims import Claim, Reading
from generator.literals.ends import ends_of
from generator.literals.lexicon import Mention
from generator.literals.passages import FACT
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.telling import week_and_day

_ENDS = Pattern(
    rf"(?:\s+(?P<it>and\s+(?:completes|finishes|ends|closes)\s+it)|\s+(?:is|are)\s+(?:ready|finished|done|complete)(?:\s+for\s+(?:{FACT}+|\w+))?)"
    rf"\s+(?:(?:at|on|by)\s+)?(?P<fact>{FACT}+)",
    (FACT,),
    words=(any_of("completes finishes ends closes ready finished done complete"),),
)
_DAYS = ("start(", "finish(", "date(", "first_day(")
_UNTIL_START = Pattern(rf"\b[Uu]ntil\s+(?P<fact>{FACT}+)\s+[*_]{{0,2}}$", (FACT,), words=(any_of("until"),))
_COLON = Pattern(rf"[*_]{{0,2}}:\s+(?:from|on|at)\s+(?P<fact>{FACT}+)", (FACT,))
_UNTIL = Pattern(
    rf"\b[Ww]hat\s+follows\s+until\s+(?P<fact>{FACT}+)\s+(?:is|are)\b[^:;.]{{0,60}}:",
    (FACT,),
    words=(any_of("until"),),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each live day on which the item that is tied to it does not end."""
    passage = reading.passage
    told = passage.text[passage.begin : passage.end]
    if "{{" not in told or not any(day in told for day in _DAYS):
        return
    for mention in reading.named:
        found = _ENDS.match(passage.plain, mention.end, passage.end) if _is_one(mention) else None
        if found:
            yield from _judged([mention], found, reading)
        yield from _behind_colon(mention, reading) if _is_one(mention) else ()
        yield from _until_itself(mention, reading)
    for found in _UNTIL.finditer(passage.plain, passage.begin, passage.end):
        listed = [each for each in reading.named if each.begin >= found.end() and _is_one(each)]
        yield from _judged(listed, found, reading)


def _until_itself(mention: Mention, reading: Reading) -> Iterator[Claim]:
    """Nothing does anything until its own start: "until … Wave 3 may use all of it"."""
    passage = reading.passage
    found = _UNTIL_START.search(passage.plain[: mention.begin], passage.begin)
    call = call_of(passage.text[slice(*found.span("fact"))]) if found else None
    if found and call and call[0] in ("start", "first_day") and any(name == call[1] for _, name in mention.items):
        yield reading.claim("date", found.span("fact"), f'until its start "{call[1]}" does nothing', agrees=False)


def _behind_colon(mention: Mention, reading: Reading) -> Iterator[Claim]:
    """Judge "they meet at the switch: from …"."""
    passage, schedule = reading.passage, reading.facts.schedule
    found = _COLON.match(passage.plain, mention.end, passage.end)
    call = call_of(passage.text[slice(*found.span("fact"))]) if found else None
    kind, name = mention.items[0]
    if not found or not call or kind == "deliverable" or call[1] not in schedule.dates or call[1] == name:
        return
    told = ends_of(call[1], schedule)[call[0] not in ("start", "first_day")]
    if told.index not in {day.index for day in ends_of(name, schedule)}:
        fact = f'"{name}" starts {week_and_day(ends_of(name, schedule)[0])}'
        yield reading.claim("date", found.span("fact"), fact, agrees=False)


def _is_one(mention: Mention) -> bool:
    return len(mention.items) == 1 and mention.items[0][0] in (*ITEM_KINDS, "deliverable")


def _judged(mentions: list[Mention], found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """None of them ends on the day, and what is asked for is neither one of them nor what they belong to."""
    call, schedule = call_of(reading.passage.text[slice(*found.span("fact"))]), reading.facts.schedule
    if call is None or call[0] in ("start", "first_day") or call[1] not in schedule.dates or not mentions:
        return
    makers, parents = schedule.breakdown.makers, schedule.breakdown.parents
    items = [
        name
        for mention in mentions
        for kind, known in mention.items
        for name in ((task.id for task in makers.get(known, ())) if kind == "deliverable" else (known,))
    ]
    told = ends_of(call[1], schedule)[1]
    is_one = any(name == call[1] or parents.get(name) == call[1] for name in items)
    if items and not is_one and all(ends_of(name, schedule)[1].index != told.index for name in items):
        last = max(items, key=lambda name: schedule.dates[name].early_finish)
        fact = f'"{last}" finishes {week_and_day(ends_of(last, schedule)[1])}'
        yield reading.claim("date", found.span("fact"), fact, agrees=False)
