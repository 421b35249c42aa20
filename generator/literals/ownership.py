"""Who owns, leads or chairs what, as prose says it."""

import re
from collections.abc import Iterator
from functools import cache

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Known, Mention
from generator.model.text import Item
from generator.patterns import Pattern, any_of

_MARK = r"[*_]{0,2}"
_OF = (
    r"(?:(?:owns|leads|watches|chairs|heads|runs|manages|holds|answers\s+for|is\s+responsible\s+for|is\s+in\s+charge\s+of"
    r"|decides\s+on|looks\s+after|takes\s+care\s+of)"
    r"|is\s+(?:the\s+)?(?:owner|lead|leader|head|chair)\s+(?:of|for))"
)
_CHARGES = (
    "owns leads watches chairs heads runs manages holds answers responsible charge decides looks care owner lead"
    " leader head chair"
)
_ACTIVE = Pattern(rf"{_MARK}\s+{_OF}\s+(?:the\s+|this\s+)?{_MARK}", words=(any_of(_CHARGES),))
_IN_CHARGE = r"(?:owner|lead|leader|head|chair)"
_IT = Pattern(
    rf"{_MARK}\s+(?:{_OF}\s+(?:it|this|them)\b|is\s+its\s+{_IN_CHARGE}\b)",
    words=(any_of("it this them its"), any_of(_CHARGES)),
)
_ITS = Pattern(rf"\b[Ii]ts\s+{_IN_CHARGE}\s+(?:is|will\s+be)\s+{_MARK}$", words=(any_of("its"),))
_PASSIVE = Pattern(
    rf"{_MARK}\s+(?:is|are)\s+(?:owned|led|watched|chaired|headed|run|managed|decided|answered\s+for|looked\s+after)\s+by\s+{_MARK}",
    ("by",),
)
_APPOSED = re.compile(rf"{_MARK}\s*(?:,|\(|:|\s+is)\s*{_MARK}")
_HEAD = Pattern(
    r"\b(?:[Ll]ead(?:er)?|[Oo]wner|[Cc]hair)\s+(?:of|for)\s+(?:the\s+)?[*_]{0,2}$", ("ead", "wner", "hair")
)
_MOST = 3
"""Where more are named, it is a list."""
_KEYS = ("lead", "owner", "chair", "by")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each statement about who is in charge that the plan contradicts."""
    people = [mention for mention in reading.named if mention.of("person")]
    for person in people if len(people) <= _MOST else ():
        yield from _of_it(person, reading)
        for other in reading.mentions:
            if other is not person and not other.of("person"):
                yield from _of_other(person, other, reading)


def in_charge(known: Known, reading: Reading) -> Iterator[str]:
    """Yield whoever leads, owns, chairs or decides on an entry."""
    item = reading.facts.index.by_kind[known[0]][known[1]]
    yield from (value for key in _keys_of(type(item)) if isinstance(value := getattr(item, key), str))


@cache
def _keys_of(kind: type[Item]) -> tuple[str, ...]:
    return tuple(key for key in _KEYS if key in kind.model_fields)


def _of_it(person: Mention, reading: Reading) -> Iterator[Claim]:
    passage, context = reading.passage, reading.context
    found = _IT.match(passage.plain, person.end, passage.end) or _ITS.search(
        passage.plain[: person.begin], passage.begin
    )
    if found and (context.owner or context.before):
        things = (*((context.owner,) if context.owner else ()), *context.before)
        yield from _judged(person, things, (person.begin, max(person.end, found.end())), reading)


def _of_other(person: Mention, other: Mention, reading: Reading) -> Iterator[Claim]:
    plain = reading.passage.plain
    if person.end <= other.begin:
        if _ACTIVE.fullmatch(plain, person.end, other.begin):
            yield from _judged(person, other.items, (person.begin, other.end), reading)
        return
    is_said = _PASSIVE.fullmatch(plain, other.end, person.begin) or (
        _HEAD.search(plain[: other.begin], reading.passage.begin)
        and _APPOSED.fullmatch(plain, other.end, person.begin)
    )
    if is_said:
        yield from _judged(person, other.items, (other.begin, person.end), reading, every=other.every)


def _judged(
    person: Mention, things: tuple[Known, ...], span: tuple[int, int], reading: Reading, *, every: bool = False
) -> Iterator[Claim]:
    """Every entry that may be meant has somebody else; one of them, where all are."""
    charged = {known: tuple(in_charge(known, reading)) for known in things}
    charged = {known: who for known, who in charged.items() if who}
    said = {known[1] for known in person.of("person")}
    roles = {reading.facts.plan.people[each].role for each in said}
    wrong = {known: who for known, who in charged.items() if not (said | roles) & set(who)}
    if not wrong or (len(wrong) < len(charged) and not every):
        return
    if is_sure(reading, *span):
        known, who = next(iter(wrong.items()))
        fact = f'"{known[1]}" has "{who[0]}" in charge'
        yield reading.claim("owner", (person.begin, person.end), fact, agrees=False)
