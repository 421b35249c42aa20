"""Live figures that stand right behind the name of another target, alert or rollback than they are asked of."""

from collections.abc import Iterator

from generator.errors import BadValueError
from generator.literals.claims import Claim, Reading
from generator.literals.lexicon import Mention
from generator.literals.passages import FACT
from generator.patterns import Pattern
from generator.prose import tell
from generator.templates.facts import FactCall, calls_in

_BEHIND = Pattern(rf"[*_]{{0,2}}\s*(?::|\(|\b(?:is|of|at|stays|must\s+be))?\s*[*_]{{0,2}}(?P<fact>{FACT}+)", (FACT,))
_KINDS = {"value": ("target", "alert"), "within": ("rollback",)}


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each figure of another entry than the one whose name it follows."""
    passage = reading.passage
    if "value(" not in passage.text and "within(" not in passage.text:
        return
    for mention in reading.named:
        found = _BEHIND.match(passage.plain, mention.end, passage.end)
        calls = calls_in(passage.text[slice(*found.span("fact"))], *_KINDS) if found else ()
        if found and len(calls) == 1:
            yield from _judged(mention, calls[0], found.span("fact"), reading)


def _judged(mention: Mention, call: FactCall, span: tuple[int, int], reading: Reading) -> Iterator[Claim]:
    items, item = mention.of(*_KINDS[call.name]), str(call.arguments[0]).rpartition(":")[2]
    if not items or item in {name for _, name in mention.items}:
        return
    asked = _told(call.name, item, reading)
    true = [_told(call.name, f"{kind}:{name}", reading) for kind, name in items]
    if asked and all(true) and asked not in true:
        kind, name = items[0]
        fact = f'the {"time limit of" if kind == "rollback" else kind} "{name}" is {true[0]}'
        yield reading.claim("figure", span, fact, agrees=False)


def _told(fact: str, item: str, reading: Reading) -> str | None:
    try:
        return tell(reading.facts, fact, item)
    except BadValueError:
        return None
