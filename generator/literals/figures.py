"""Thresholds, limits and times of day, as prose says them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.errors import BadValueError
from generator.literals.claims import Claim, Reading, live_fact
from generator.literals.context import END, is_sure
from generator.literals.lexicon import Known, Mention
from generator.literals.numbers import NUMBER, NUMBERS, number_of
from generator.model.communication import Meeting
from generator.model.monitoring import Alert, Target
from generator.model.notation import parse_time, signed, time_in_minutes
from generator.model.quantity import Threshold
from generator.model.rollback import Rollback
from generator.patterns import DIGIT, Pattern, any_of

DIRECTIONS = {
    **dict.fromkeys((">", ">=", "≥", "over", "above", "more than", "at least", "no less than"), "above"),
    **dict.fromkeys(("<", "<=", "≤", "under", "below", "less than", "at most", "no more than"), "below"),
}
OPERATOR = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(DIRECTIONS, key=len, reverse=True))
SIGNS = (*"<>≤≥", "over", "above", "under", "below", "than", "least", "most")
"""A bound cannot do without one of them."""
_BOUND = rf"(?P<operator>{OPERATOR})\s*(?P<amount>[-−]?\d+(?:\.\d+)?)(?!\w*\d)"
_UNIT = re.compile(r"\s*(?P<unit>%|[^\W\d_]+|°\w)(?!\w)")
_STAYS = r"(?:is|are|must\s+be|has\s+to\s+be|stays|remains|is\s+kept|is\s+to\s+be|must\s+stay)"
_FIGURE = Pattern(
    rf"[*_]{{0,2}}(?:\s*[:(,]\s*|\s+)(?:(?P<stays>{_STAYS})\s+|(?P<fires>alerts?|fires?|rings?|wakes?|calls?|warns?)\s+)?[*_]{{0,2}}{_BOUND}",
    SIGNS,
    words=(any_of(DIGIT),),
)
_LIMIT = Pattern(
    rf"[*_]{{0,2}}\s*(?:[:(|]|(?:is|must\s+be|gets|are)\s+(?:rolled\s+back|undone|restored|taken\s+back))\s*"
    rf"(?P<said>(?:within|in\s+under|in\s+less\s+than|under|<)\s+(?P<amount>\d+|{NUMBER})\s+(?P<unit>s|seconds?|min|minutes?|hours?))\b",
    ("within", "under", "less", "<"),
    words=(NUMBERS, any_of("s second seconds min minute minutes hour hours")),
)
_CLOCK = r"(?P<said>\d{1,2}:\d{2}(?:\s*(?:[AaPp]\.[Mm]\.|[AaPp][Mm]\b))?)(?![:\d])"
_AT = Pattern(
    rf"[*_]{{0,2}}\s*(?:\(|:|,)?\s*(?:(?:are|is|starts?|begins?)\s+)?(?:held\s+)?at\s+{_CLOCK}",
    (":",),
    words=(any_of("at"), any_of(DIGIT)),
)
_END = Pattern(END)
_CONDITIONAL = re.compile(r"\b(?:if|when|whenever|once|until|while|unless|where|each|every)\b", re.IGNORECASE)


class _Bound(NamedTuple):
    """A bound as a text tells it, and the threshold that it is held against."""

    known: Known
    threshold: Threshold
    span: tuple[int, int]
    agrees: bool


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of targets, alerts, rollbacks and meetings."""
    for mention in reading.mentions if reading.tells_number else ():
        yield from _bounds(mention, reading)
        yield from _limits(mention, reading)
        yield from _times(mention, reading)


def _bounds(mention: Mention, reading: Reading) -> Iterator[Claim]:
    found = _FIGURE.match(reading.passage.plain, mention.end, reading.passage.end)
    if not found:
        return
    kinds = ("alert",) if found["fires"] else ("target", "alert")
    read = (_read(known, found, reading) for known in mention.of(*kinds))
    bounds = [bound for bound in read if bound and is_sure(reading, mention.begin, bound.span[1])]
    agreeing = [bound for bound in bounds if bound.agrees]
    bound = next(iter(agreeing or bounds), None)
    if bound and (bound.agrees or _is_the_bound(bound, reading, is_fired=bool(found["fires"]))):
        said = reading.passage.text[slice(*bound.span)]
        live = live_fact(reading.facts, said, "value", bound.known)
        fact = f'the {bound.known[0]} "{bound.known[1]}" is {bound.threshold}'
        yield reading.claim("figure", bound.span, fact, agrees=bound.agrees, live=live)


def _read(known: Known, found: re.Match[str], reading: Reading) -> _Bound | None:
    """Read a bound in the unit of an item's threshold; nothing where it bounds the other side, or something else."""
    item = reading.facts.index.by_kind[known[0]][known[1]]
    threshold = item.threshold if isinstance(item, Target | Alert) else None
    operator = DIRECTIONS[" ".join(found["operator"].split())]
    if threshold is None or DIRECTIONS.get(threshold.operator) != operator:
        return None
    amount, begin, end = signed(found["amount"]), found.start("operator"), found.end("amount")
    tail = str(threshold)[re.search(r"[\d.]*\d", str(threshold)).end() :]  # type: ignore[union-attr] # it has an amount
    if tail and reading.passage.text.startswith(tail, end):
        return _Bound(known, threshold, (begin, end + len(tail)), amount == threshold.amount)
    unit = _UNIT.match(reading.passage.plain, end, reading.passage.end)
    told = unit["unit"] if unit else ""
    amounts = _in_one_unit((amount, told), (threshold.amount, threshold.unit)) if not threshold.of else None
    return (
        _Bound(known, threshold, (begin, unit.end() if unit else end), amounts[0] == amounts[1]) if amounts else None
    )


def _in_one_unit(one: tuple[Decimal, str], other: tuple[Decimal, str]) -> tuple[Decimal, Decimal] | None:
    times = time_in_minutes(*one), time_in_minutes(*other)
    if times[0] is not None and times[1] is not None:
        return times[0], times[1]
    return (one[0], other[0]) if one[1].lower() == other[1].lower() else None


def _is_the_bound(bound: _Bound, reading: Reading, *, is_fired: bool) -> bool:
    """Tell whether no other bound may be meant: an alert's in a trigger, a target's but in its own criterion."""
    passage = reading.passage
    is_ended = _END.match(passage.plain, bound.span[1], passage.end) is not None
    is_conditional = _CONDITIONAL.search(passage.plain, passage.begin, passage.end) is not None
    criterion = reading.facts.plan.criteria.get(str(passage.pointer[1])) if passage.pointer[0] == "criteria" else None
    is_meant = bound.known[0] == "target" or passage.pointer[-1] == "trigger" or is_fired
    return is_meant and is_ended and not is_conditional and not (criterion and criterion.target == bound.known[1])


def _limits(mention: Mention, reading: Reading) -> Iterator[Claim]:
    found = _LIMIT.match(reading.passage.plain, mention.end, reading.passage.end)
    items = mention.of("rollback")
    if not found or len(items) != 1 or not is_sure(reading, mention.begin, found.end("said")):
        return
    rollback = reading.facts.index.by_kind["rollback"][items[0][1]]
    limit = rollback.within if isinstance(rollback, Rollback) else None
    told = time_in_minutes(limit.amount, limit.unit) if limit else None
    said = time_in_minutes(Decimal(number_of(found["amount"])), found["unit"])
    if told is None or said is None:
        return
    fact = f'the time limit of "{items[0][1]}" is {limit}'
    live = live_fact(reading.facts, found["said"], "within", items[0])
    yield reading.claim("figure", found.span("said"), fact, agrees=told == said, live=live)


def _times(mention: Mention, reading: Reading) -> Iterator[Claim]:
    found = _AT.match(reading.passage.plain, mention.end, reading.passage.end)
    items = mention.of("meeting")
    if not found or len(items) != 1 or not is_sure(reading, mention.begin, found.end("said")):
        return
    meeting = reading.facts.index.by_kind["meeting"][items[0][1]]
    at = meeting.at if isinstance(meeting, Meeting) else None
    try:
        said = parse_time(found["said"])
    except BadValueError:
        return
    if at is not None:
        fact = f'"{items[0][1]}" is at {at}'
        live = live_fact(reading.facts, found["said"], "time", items[0])
        yield reading.claim("figure", found.span("said"), fact, agrees=said == at, live=live)
