"""How long before or after another an item comes, as prose says it: "it follows a week after the inspection"."""

import re
from collections.abc import Iterator
from itertools import product

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.done_to import is_of_a_thing
from generator.literals.lexicon import Known, Mention
from generator.literals.numbers import NUMBER, number_of
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30}
_AWAY = (
    rf"(?P<said>(?:only\s+|about\s+)?(?P<amount>{NUMBER}|an?|[Tt]he)\s+(?:working\s+)?"
    r"(?P<unit>day|night|week|fortnight|month)s?\s+(?P<side>before|after))"
)
_THE = r"(?:\s+(?:the|all|of|both|its))*\s+[*_]{0,2}"
_VERB = (
    r"(?:\s+(?:is|are|will|can|must|be|been|has|have|to))*\s+(?:starts?|begins?|opens?|ends?|finish(?:es|ed)?|comes?"
    r"|follows?|goes|happens?|runs?|takes\s+place|falls?|held|done|due|ready|[a-z]{3,12}ed)"
)
_BETWEEN = Pattern(rf"[*_]{{0,2}}{_VERB}\s+(?:only\s+|on\s+\w+day,?\s+)?{_AWAY}{_THE}")
_OWN = Pattern(rf"(?:[A-Z][a-z]{{2,12}}(?:ed|en|d|ne|un|lt|t)\s+)?{_AWAY}{_THE}", flags=re.IGNORECASE)
_TOLD = Pattern(
    r"\b(?:days?|nights?|weeks?|fortnights?|months?)\s+(?:before|after)\b",
    words=(any_of("before after"), any_of("day days night nights week weeks fortnight fortnights month months")),
)
_DAY = 1440


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each distance between two items that is not nearly that of the schedule."""
    passage = reading.passage
    if not _TOLD.search(passage.plain, passage.begin, passage.end):
        return
    mentions = [mention for mention in reading.mentions if mention.of(*ITEM_KINDS)]
    others = [mention for mention in mentions if not is_of_a_thing(mention, reading)]
    for one, other in product(mentions, others):
        found = _BETWEEN.fullmatch(passage.plain, one.end, other.begin) if one.end <= other.begin else None
        if found:
            yield from _judged(one.of(*ITEM_KINDS), other, found, reading)
    owner = reading.context.owner
    for other in others if owner and owner[0] == "task" and passage.pointer[-1] == "description" else ():
        found = _OWN.fullmatch(passage.plain, passage.words_begin, other.begin)
        if found and owner:
            yield from _judged((owner,), other, found, reading)


def _judged(items: tuple[Known, ...], other: Mention, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    pairs = [(a[1], b[1]) for a, b in product(items, other.of(*ITEM_KINDS)) if a != b]
    days = (1 if found["amount"].lower() in ("a", "an", "the") else number_of(found["amount"])) * _DAYS[
        found["unit"].lower()
    ]
    side = 1 if found["side"].lower() == "after" else -1
    if pairs and not any(_is_near(side * days, *pair, reading) for pair in pairs) and is_sure(reading, *found.span()):
        one, two = pairs[0]
        apart = _apart(one, two, reading)[0 if side > 0 else 1]
        told = f"{abs(apart)} day{'s' if abs(apart) != 1 else ''} {'after' if apart >= 0 else 'before'}"
        yield reading.claim("order", found.span("said"), f'"{one}" comes {told} "{two}"', agrees=False)


def _is_near(days: int, one: str, other: str, reading: Reading) -> bool:
    """A free day more or less, or whatever ends are meant, is no contradiction; another side is."""
    room = 1 + abs(days) * 0.3 + (2 if abs(days) % 7 else 0)
    return any(abs(days - each) <= room and days * each >= 0 for each in _apart(one, other, reading))


def _apart(one: str, other: str, reading: Reading) -> tuple[int, ...]:
    """Days from the end of the other to the beginning of the one, and from each of its ends to each of the one's."""
    dates = reading.facts.schedule.dates
    mine, others = dates[one], dates[other]
    return (
        round((mine.early_start - others.early_finish) / _DAY),
        round((mine.early_finish - others.early_start) / _DAY),
        round((mine.early_start - others.early_start) / _DAY),
        round((mine.early_finish - others.early_finish) / _DAY),
    )
