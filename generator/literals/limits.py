"""Bounds of targets in other words: "no copy is more than ten minutes behind", "at least half of the shops count"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.literals.claims import Claim, Reading
from generator.literals.context import clause_around, is_sure
from generator.literals.lexicon import Known
from generator.literals.numbers import NUMBER, number_of
from generator.literals.stems import stems
from generator.model.notation import time_in_minutes
from generator.model.quantity import Threshold
from generator.patterns import Pattern, any_of

PARTS = {
    "half": 50,
    "a quarter": 25,
    "a third": 33,
    "two thirds": 67,
    "three quarters": 75,
    "a fifth": 20,
    "a tenth": 10,
}
_PART = "|".join(name.replace(" ", r"\s+") for name in sorted(PARTS, key=len, reverse=True))
_HOURS = {
    "a quarter of an hour": 15,
    "half an hour": 30,
    "three quarters of an hour": 45,
    "an hour": 60,
    "a minute": 1,
}
_HOUR = "|".join(name.replace(" ", r"\s+") for name in sorted(_HOURS, key=len, reverse=True))
_EITHER = r"[a-z]{3,12}er\s+than"
"""Thicker than, warmer than: to which side is left open."""
_QUALITIES = {
    "warmer": "warm warmth temperature", "colder": "cold temperature", "hotter": "hot heat temperature",
    "longer": "length", "wider": "width", "deeper": "depth", "higher": "height", "stronger": "strength",
    "thicker": "thickness", "faster": "speed", "slower": "speed", "heavier": "weight", "lighter": "weight",
}  # fmt: skip
"""What is measured, by what is said of two."""
_MORE = r"more\s+than|over|above|at\s+least|no\s+less\s+than|no\s+fewer\s+than"
_LESS = r"less\s+than|fewer\s+than|under|below|at\s+most|no\s+more\s+than|up\s+to|within"
_AMOUNT = (
    rf"(?P<said>(?:(?P<hours>{_HOUR})|(?P<part>{_PART})(?=\s+of\s+(?:the|all)\b)"
    rf"|(?P<amount>\d{{1,9}}(?:\.\d+)?|{NUMBER})(?:\s?(?P<unit>%|per\s?cent|degrees|°C|(?:ms|s|sec|min|h)\b|per\s+hour\b)"
    r"|\s+(?P<noun>(?:[a-z]{3,20}\s+)?[a-z]{3,20}))))"
)
_BOUND = Pattern(
    rf"(?<![\w-])(?i:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<either>{_EITHER}))\s+(?:an?\s+)?{_AMOUNT}(?P<after>\s+(?:at\s+most|or\s+less))?",
    words=(any_of("than over above under below least most up within"),),
)
_BARE = Pattern(
    rf"(?<![\w.,:/-]){_AMOUNT}(?:(?P<less>\s+(?:at\s+most|or\s+less|or\s+fewer))|(?P<more>\s+(?:at\s+least|or\s+more))"
    r"|\s+(?:of\s+[a-z]+\s+)?(?:are|is)\s+(?:enough|left|allowed|wanted|the\s+(?:aim|target|goal|limit)))",
    words=(
        any_of("most less fewer least more enough left allowed wanted aim target goal limit"),
        any_of("at or are is"),
    ),
)
_BARE_END = Pattern(
    r"\b(?:at\s+(?:most|least)|or\s+(?:less|fewer|more)|(?:are|is)\s+(?:enough|left|allowed|wanted|the\s+(?:aim|target|goal|limit)))\b",
    words=_BARE.words,
)
"""What such a bound ends with, which is quick to look for."""
_DENIED = re.compile(r"\b(?:no|nobody|none|nothing|never|not)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|whether|when|whenever|where|each|every|had|were)\b", re.IGNORECASE)
_NARROWED = re.compile(
    r"[*_)]*\s+(?:at|during|under|when|while|if|after|before|per|for|than|times|instead|in\s+(?:the|a|an|each|one)|of\s+(?:a|each|an|every)"
    r"|(?:earlier|later|more|away|long)\b)\b"
)
_SUBJECT = re.compile(r"\s*(?:(?:The|This|Its|Each|Every|All|No|Both)\s+)?[^\W\d_]{3,20}")
_MEASURED = re.compile(r"\s+of\s+([a-z]{3,20})")
_RARE = frozenset({"°C", "per hour", ""})
_TIMES = 5
"""What is so many times a figure measures something else."""
_ENOUGH = 2
"""Words of a target's name that make a clause one about it; of a rare unit one is enough."""


class _Said(NamedTuple):
    amount: Decimal
    unit: str
    side: str
    words: frozenset[str]
    subject: frozenset[str]


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each bound that no target which its clause is about has."""
    passage = reading.passage
    if passage.pointer[0] in ("targets", "alerts", "criteria", "rollbacks") or not reading.facts.plan.targets:
        return
    has_bare = _BARE_END.search(passage.plain, passage.begin, passage.end) is not None
    for form in (_BOUND, _BARE) if has_bare else (_BOUND,):
        for found in form.finditer(passage.plain, passage.begin, passage.end):
            said = _said(found, reading)
            if said:
                yield from _judged(said, found, reading)


def _said(found: re.Match[str], reading: Reading) -> _Said | None:
    """What is bounded, and to which side; nothing where it is weighed, denied otherwise, or narrowed down."""
    passage = reading.passage
    begin, end = clause_around(passage, *found.span())
    before = passage.plain[begin : found.start()]
    denied, either = _DENIED.search(before) is not None, found.groupdict().get("either")
    if _IF.search(before) or _NARROWED.match(passage.plain, found.end(), passage.end):
        return None
    if not is_sure(reading, *found.span("said"), conditions=False, doubts=not denied):
        return None
    side = "above" if found["more"] else "below" if found["less"] else ""
    if denied and not either:
        side = {"above": "below"}.get(side, "none")
    amount, unit = _amount(found, reading)
    if either and not unit:
        return None
    quality = _QUALITIES.get(either.split()[0].lower(), "") if either else ""
    words = stems(f"{before} {quality} {found['noun'] or ''} {passage.plain[found.end('said') : end]}")
    first, measured = _SUBJECT.match(before), _MEASURED.match(passage.plain, found.end("said"))
    subject = stems(f"{first.group() if first else ''} {measured[1] if measured else ''}")
    return _Said(amount, unit, side, words, subject) if side != "none" else None


def _amount(found: re.Match[str], reading: Reading) -> tuple[Decimal, str]:
    if found["hours"]:
        return Decimal(_HOURS[" ".join(found["hours"].lower().split())]), "min"
    if found["part"]:
        return Decimal(PARTS[" ".join(found["part"].lower().split())]), "%"
    text = found["amount"]
    amount = Decimal(text) if re.fullmatch(r"\d+(?:\.\d+)?", text) else Decimal(number_of(text))
    noun = (found["noun"] or "").split()[:1]
    unit = " ".join((found["unit"] or "").split())
    if noun and time_in_minutes(amount, noun[0]) is not None:
        return amount, noun[0]
    if noun and not unit and noun[0].lower() in _units(reading):
        return amount, noun[0]
    return amount, {"per cent": "%", "percent": "%", "degrees": "°C"}.get(unit, unit)


def _units(reading: Reading) -> frozenset[str]:
    """The units of the plan's own targets, whatever they are: microns, lux."""
    limits = (target.threshold for target in reading.facts.plan.targets.values())
    return frozenset(limit.unit.lower() for limit in limits if not limit.of)


def _judged(said: _Said, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Agreeing with any figure that shares a word is enough; of the others the target that shares most is meant."""
    near = sorted(_near(said, reading), key=lambda each: (-each[0], each[1]))
    if any(_is_same(said, limit) for _, _, limit in near):
        return
    least = 1 if said.unit in _RARE or said.unit.lower() in _units(reading) - {"%"} else _ENOUGH
    for score, known, limit in near:
        side = "above" if limit.operator in (">", ">=", "over", "above", "at least", "more than") else "below"
        is_likely = (
            limit.amount and said.amount and max(limit.amount, said.amount) < _TIMES * min(limit.amount, said.amount)
        )
        if known[0] == "target" and score >= least and said.side in ("", side) and is_likely:
            fact = f'the target "{known[1]}" is {limit}'
            yield reading.claim("figure", found.span("said"), fact, agrees=False)
            return


def _near(said: _Said, reading: Reading) -> Iterator[tuple[int, Known, Threshold]]:
    for known in reading.topics.touched_by(said.words, ("target", "alert")):
        limit = getattr(reading.facts.index.by_kind[known[0]][known[1]], "threshold", None)
        if isinstance(limit, Threshold) and _in_one_unit(said, limit):
            yield _score(said, known, reading), known, limit


def _score(said: _Said, known: Known, reading: Reading) -> int:
    """How many words are shared with a figure and its alerts; that of what is measured, and the subject, twice."""
    words = reading.topics.words[known].union(
        *(
            reading.topics.words["alert", alert.id]
            for alert in reading.facts.plan.alerts.values()
            if alert.target == known[1]
        )
    )
    return len(said.words & words) + len(said.subject & words)


def _in_one_unit(said: _Said, limit: Threshold) -> bool:
    times = time_in_minutes(said.amount, said.unit), time_in_minutes(limit.amount, limit.unit)
    unit = f"{limit.unit} {limit.of}" if limit.of else limit.unit
    return (None not in times and not limit.of) or said.unit.lower() == unit.lower()


def _is_same(said: _Said, limit: Threshold) -> bool:
    told, true = time_in_minutes(said.amount, said.unit), time_in_minutes(limit.amount, limit.unit)
    return told == true if told is not None and true is not None else said.amount == limit.amount
