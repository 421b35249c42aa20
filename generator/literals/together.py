"""What two items do together, or apart: "both start on the same day", "they end a week apart"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Known, Mention
from generator.literals.numbers import NUMBER
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern

_AND = re.compile(r"[*_]{0,2}(?:,|\s+and|,\s+and)(?:\s+(?:the|both))?\s+[*_]{0,2}")
_DO = Pattern(
    r"[*_]{0,2}\s+(?:both\s+|all\s+)?(?:(?P<start>starts?|begins?)|(?P<end>ends?|finish(?:es)?|are\s+(?:done|over|finished)))\s+"
    r"(?:(?P<same>together|at\s+the\s+same\s+time|on\s+(?:the\s+same|one)\s+(?:day|night))"
    rf"|(?P<apart>one\s+after\s+(?:the\s+other|another)|on\s+different\s+days|(?:{NUMBER}|an?)\s+(?:day|week|fortnight|month)s?\s+apart))\b",
    ("together", "same", "one ", "different", "apart"),
)
_PAIR = 2


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each beginning or end in common that items do not have, or do have though they are told apart."""
    passage = reading.passage
    groups = _groups(reading)
    for first, last, items in groups:
        found = _DO.match(passage.plain, last.end, passage.end)
        if found and is_sure(reading, first.begin, found.end()):
            yield from _judged(items, (first.begin, found.end()), found, reading)


def _groups(reading: Reading) -> Iterator[tuple[Mention, Mention, tuple[Known, ...]]]:
    """Names in a row, and what stands for all of a kind."""
    plain = reading.passage.plain
    mentions = [each for each in reading.mentions if each.of(*ITEM_KINDS)]
    for one, other in pairwise(mentions):
        pair = (*one.of(*ITEM_KINDS), *other.of(*ITEM_KINDS))
        if len(pair) == _PAIR and _AND.fullmatch(plain, one.end, other.begin):
            yield one, other, pair
    yield from ((each, each, each.items) for each in mentions if each.every)


def _judged(
    items: tuple[Known, ...], span: tuple[int, int], found: re.Match[str], reading: Reading
) -> Iterator[Claim]:
    schedule = reading.facts.schedule
    days = {
        known: (
            schedule.time.day_of_start(schedule.dates[known[1]].early_start)
            if found["start"]
            else schedule.time.day_of_finish(schedule.dates[known[1]].early_finish)
        ).index
        for known in items
        if known[0] in ITEM_KINDS
    }
    is_same = len(set(days.values())) == 1
    if len(days) >= _PAIR and is_same != bool(found["same"]):
        names = " and ".join(f'"{name}"' for _, name in days)
        verb = "begin" if found["start"] else "end"
        fact = f"{names} {verb} on {'one day' if is_same else 'different days'}"
        yield reading.claim("order", span, fact, agrees=False)
