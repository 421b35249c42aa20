"""A week or day of an item by its number, "its third week", where the item has not so many."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.ends import ends_of
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ITS = Pattern(
    rf"\b[Ii]ts\s+(?P<said>(?P<rank>{'|'.join(ORDINALS)})\s+week)\b", words=(any_of("its"), frozenset(ORDINALS))
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each week that the item of a text does not have any more."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] not in ITEM_KINDS or owner[0] in ("milestone", "checkpoint"):
        return
    for found in _ITS.finditer(passage.plain, passage.begin, passage.end):
        first, last = ends_of(owner[1], reading.facts.schedule)
        weeks = last.week - first.week + 1
        is_named = any(each.begin < found.start() and not each.partial for each in reading.mentions)
        if ORDINALS.index(found["rank"]) + 1 > weeks and not is_named and is_sure(reading, *found.span("said")):
            yield reading.claim("date", found.span("said"), f'"{owner[1]}" is in {weeks} weeks', agrees=False)
