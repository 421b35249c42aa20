"""Who is said to tell what a kind of entries has shown, where somebody else answers for all of that kind."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Mention
from generator.literals.ownership import in_charge
from generator.patterns import Pattern, any_of

_TOLD_BY = Pattern(
    r"\b(?P<kind>checkpoint|milestone|risk|target|alert|rollback)s?(?:\s+(?:is|are))?,?\s+(?:told|reported|presented|declared|shown|run)\s+by\s+[*_]{0,2}$",
    words=(any_of("told reported presented declared shown run"), any_of("by")),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield somebody who answers for none of them, where each has one who does."""
    passage = reading.passage
    for mention in reading.named:
        found = (
            _TOLD_BY.search(passage.plain[: mention.begin], passage.begin) if len(mention.of("person")) == 1 else None
        )
        every = reading.facts.index.by_kind[found["kind"]] if found else {}
        charged = {name: tuple(in_charge((found["kind"], name), reading)) for name in every} if found else {}
        person = mention.of("person")[0][1] if found else ""
        role = reading.facts.plan.people[person].role if found else ""
        owners = {owner for each in charged.values() for owner in each}
        if charged and all(charged.values()) and not {person, role} & owners and is_sure(reading, *_span(mention)):
            name = min(charged)
            yield reading.claim("owner", _span(mention), f'"{name}" has "{charged[name][0]}" in charge', agrees=False)


def _span(mention: Mention) -> tuple[int, int]:
    return mention.begin, mention.end
