"""How the exposure of some risks is said to compare with that of all others."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.numbers import ONE_WORD, whole_number
from generator.patterns import Pattern, any_of

_COMPARED = Pattern(
    r"\b(?P<whose>[Tt]heir|[Ii]ts)\s+exposure\s+is\s+(?P<said>(?P<side>below|under|lower\s+than|smaller\s+than|above|over|higher\s+than|greater\s+than)"
    rf"\s+(?:that\s+of\s+)?(?:the\s+(?:(?P<number>{ONE_WORD})|others?|rest)|(?:all|every)\s+others?))\b",
    words=(any_of("exposure"), any_of("their its")),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each comparison in which a risk named before is on the other side of one of the rest."""
    passage, risks = reading.passage, reading.facts.plan.risks
    for found in _COMPARED.finditer(passage.plain, passage.begin, passage.end):
        named = {
            name for mention in reading.mentions if mention.end <= found.start() for _, name in mention.of("risk")
        }
        meant = named or {name for kind, name in reading.context.before if kind == "risk"}
        owner = reading.context.owner
        own = meant or ({owner[1]} if owner and owner[0] == "risk" else set())
        others = [each for each in risks.values() if each.id not in own]
        number = whole_number(found["number"]) if found["number"] else len(others)
        if not own or not others or number != len(others) or not is_sure(reading, *found.span("said")):
            continue
        is_below = found["side"][0] in "bul" or found["side"].startswith("smaller")
        for name in sorted(own):
            wrong = [
                each.id
                for each in others
                if (each.exposure <= risks[name].exposure if is_below else each.exposure >= risks[name].exposure)
            ]
            if wrong:
                sizes = risks[name].exposure, risks[wrong[0]].exposure
                fact = f'the exposure of "{name}" is {sizes[0]}, that of "{wrong[0]}" {sizes[1]}'
                yield reading.claim("order", found.span("said"), fact, agrees=False)
                break
