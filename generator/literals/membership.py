"""Which wave or phase something belongs to, as prose says it."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Known, Mention
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_BELONGS = Pattern(
    r"[*_]{0,2}\s+(?:both\s+|all\s+)?(?:belongs?\s+to|(?:is|are)\s+(?:(?:a\s+)?(?:part|tasks?|work)\s+of|in|done\s+(?:in|by)"
    r"|made\s+(?:in|by)|built\s+(?:in|by)|delivered\s+by))\s+(?:the\s+)?[*_]{0,2}",
    ("belong", "of", "in", "by"),
)
_OPENS = Pattern(r"[*_]{0,2}\s+opens\s+(?:the\s+)?[*_]{0,2}", words=(any_of("opens"),))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each statement of where something belongs that the plan contradicts."""
    for one in reading.mentions:
        for other in reading.mentions:
            if one.end <= other.begin and (
                _BELONGS.fullmatch(reading.passage.plain, one.end, other.begin)
                or _OPENS.fullmatch(reading.passage.plain, one.end, other.begin)
            ):
                yield from _judged(one, other, reading)


def _judged(one: Mention, other: Mention, reading: Reading) -> Iterator[Claim]:
    things, wholes = one.of(*ITEM_KINDS, "deliverable"), other.of("wave", "phase")
    wholes_of = {thing: set(above(thing, reading)) for thing in things}
    wholes_of = {thing: each for thing, each in wholes_of.items() if each}
    if not wholes_of or not wholes or any(whole[1] in each for each in wholes_of.values() for whole in wholes):
        return
    if is_sure(reading, one.begin, other.end):
        thing, true = next(iter(wholes_of.items()))
        fact = f'"{thing[1]}" belongs to "{min(true)}"'
        yield reading.claim("member", (other.begin, other.end), fact, agrees=False)


def above(known: Known, reading: Reading) -> Iterator[str]:
    """The waves and phases that an item is part of."""
    facts = reading.facts
    names = [known[1]]
    if known[0] == "deliverable":
        names = [task.id for task in facts.schedule.breakdown.makers.get(known[1], ())]
    for name in names:
        whole = facts.schedule.breakdown.parents.get(name)
        if whole:
            yield whole
            yield from above(("wave", whole), reading)
        wave = getattr(facts.plan.milestones.get(name), "wave", None)
        if wave:
            yield wave
            yield from above(("wave", wave), reading)
