"""Whoever is named to stand in for somebody, and is that very person."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.stems import stems
from generator.patterns import Pattern, any_of

_DEPUTY = Pattern(
    r"\b(?:[Dd]eput(?:y|ies)|[Ss]tand-ins?|[Ss]ubstitutes?)\b",
    words=(any_of("deputy deputies stand substitute substitutes"),),
)
_FOR = Pattern(r"[*_]{0,2}\s+for\s+(?:the\s+)?(?P<what>[\w-]{3,20}(?:\s+[\w-]{3,20})?)", words=(any_of("for"),))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each deputy for something that the same person's role answers for, which nobody else holds."""
    passage = reading.passage
    if not _DEPUTY.search(passage.plain, passage.begin, passage.end):
        return
    for mention in reading.named:
        found = _FOR.match(passage.plain, mention.end, passage.end) if len(mention.of("person")) == 1 else None
        role = _sole_role(mention.of("person")[0][1], reading) if found else None
        if found and role:
            item = reading.facts.plan.roles[role]
            if stems(found["what"].split()[0]) & stems(f"{item.name} {item.responsibilities or ''}"):
                fact = f'"{mention.of("person")[0][1]}" is the only "{role}"'
                yield reading.claim("owner", (mention.begin, mention.end), fact, agrees=False)


def _sole_role(person: str, reading: Reading) -> str | None:
    """The role of somebody who alone has it."""
    plan = reading.facts.plan
    role = plan.roles.get(plan.people[person].role)
    alone = [each for each in plan.people.values() if role and each.role == role.id]
    is_one = role is not None and (role.count.high == 1 if role.count else len(alone) == 1)
    return role.id if role and is_one else None
