"""What is said to be at work alone until something is done, while others are at work as well."""

from collections.abc import Iterator
from itertools import product

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Known
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_ALONE = Pattern(
    r"[*_]{0,2}\s+(?:runs?|works?|is|goes\s+on|stays)\s+(?:at\s+work\s+)?alone\s+until\s+(?:the\s+)?[*_]{0,2}",
    words=(any_of("alone"), any_of("until")),
)
_KINDS = ("wave", "phase")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each wave or phase beside which another of its own is at work before that."""
    for one, other in product(reading.named, reading.named):
        is_told = one.end <= other.begin and _ALONE.fullmatch(reading.passage.plain, one.end, other.begin)
        if is_told and len(one.of(*_KINDS)) == 1 and len(other.of(*ITEM_KINDS)) == 1:
            fact = _beside(one.of(*_KINDS)[0], other.of(*ITEM_KINDS)[0], reading)
            if fact and is_sure(reading, one.begin, other.end):
                yield reading.claim("order", (one.begin, other.end), fact, agrees=False)


def _beside(own: Known, until: Known, reading: Reading) -> str | None:
    schedule = reading.facts.schedule
    dates, parents = schedule.dates, schedule.breakdown.parents
    begin, end = dates[own[1]].early_start, dates[until[1]].early_finish
    if begin >= end:
        return f'"{own[1]}" begins after "{until[1]}"'
    for name in reading.facts.index.by_kind[own[0]]:
        is_like = name != own[1] and parents.get(name) == parents.get(own[1])
        if is_like and dates[name].early_start < end and dates[name].early_finish > begin:
            return f'"{name}" is at work before "{until[1]}" as well'
    return None
