"""Bounds in a text that no target, alert or time limit it can speak of has."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import END, clause_around, is_sure
from generator.literals.figures import DIRECTIONS, OPERATOR, SIGNS
from generator.literals.lexicon import Known
from generator.literals.numbers import NUMBER, NUMBERS, number_of
from generator.literals.stems import stems
from generator.model.notation import time_in_minutes
from generator.model.quantity import Threshold
from generator.patterns import Pattern, any_of

_AMOUNT = rf"(?P<amount>\d{{1,9}}(?:\.\d+)?|{NUMBER})"
_UNIT = r"\s?(?P<unit>%|°[CF]|ms|s|sec|seconds?|min|minutes?|h|hours?|days?)(?![\w/])"
_WINDOW = r"(?:\s+(?:for|in)\s+\d+\s*\w+)?"
_BOUND = Pattern(rf"(?P<said>(?P<operator>{OPERATOR})\s*{_AMOUNT}{_UNIT}{_WINDOW})", SIGNS)
_HOLDS = Pattern(
    rf"\b(?:holds|seats|has\s+room\s+for|takes\s+at\s+most)\s+(?P<said>{_AMOUNT})(?:\s+people)?{END}",
    words=(any_of("holds seats room most"), NUMBERS),
)
_END = Pattern(END)
_NARROWED = re.compile(r"\s+(?:in|at|during|on|under)\b")
_ACCEPTANCE = frozenset({"exit", "passes", "entry", "text", "trigger"})
"""Where a text tells what has to hold."""
_KINDS = ("target", "alert", "rollback")
_BY_WORD = {"rollback": "rollback", "procedur": "rollback", "target": "target", "alert": "alert"}


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each bound that is none of what its sentence can be about; a criterion has a rule of its own."""
    passage = reading.passage
    if passage.pointer[0] == "criteria" or not reading.tells_number:
        return
    for found in _BOUND.finditer(passage.plain, passage.begin, passage.end):
        is_end = _ACCEPTANCE.intersection(passage.pointer[-2:]) or _is_quoted(found, reading)
        if (is_end or _END.match(passage.plain, found.end())) and is_sure(reading, *found.span()):
            unit, direction = found["unit"], DIRECTIONS[" ".join(found["operator"].split())]
            yield from _judged((_number(found["amount"]), unit, direction), found, reading)
    for found in _HOLDS.finditer(passage.plain, passage.begin, passage.end):
        if is_sure(reading, *found.span("said")):
            yield from _judged((_number(found["amount"]), "", ""), found, reading)


def _is_quoted(found: re.Match[str], reading: Reading) -> bool:
    """A sign and a number restate a figure, unless a time or a load behind them narrows it down."""
    passage = reading.passage
    return passage.plain[found.start()] in "<>≤≥" and not _NARROWED.match(passage.plain, found.end(), passage.end)


def _judged(said: tuple[Decimal, str, str], found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A bound that any figure of the plan has, on the same side, is let be."""
    every = {known: limit for kind in _KINDS for known, limit in _thresholds(kind, reading)}
    for limit in every.values():
        if _compared(said, limit) == (True, True) and said[2] in ("", DIRECTIONS.get(limit.operator)):
            return
    for known in _meant(found, reading):
        meant = every.get(known)
        comparable, _ = _compared(said, meant) if meant else (False, False)
        if meant and comparable and said[2] in ("", DIRECTIONS.get(meant.operator)):
            fact = f'the {"time limit of" if known[0] == "rollback" else known[0]} "{known[1]}" is {meant}'
            yield reading.claim("figure", found.span("said"), fact, agrees=False)
            return


def _meant(found: re.Match[str], reading: Reading) -> Iterator[Known]:
    begin, end = clause_around(reading.passage, *found.span("said"))
    words = stems(reading.passage.plain[begin:end])
    owner = reading.context.owner
    beside = [each for each in reading.mentions if begin <= each.begin < end]
    yield from (known for mention in (*beside, *reading.mentions) for known in mention.items)
    yield from reading.topics.touched_by(words, _KINDS)
    if owner:
        yield from (owner, *reading.topics.related(owner))
    asked = reading.topics.asked.get(reading.passage.pointer[:2], frozenset())
    yield from ((kind, name) for kind in _KINDS for name in reading.facts.index.by_kind[kind] if name in asked)
    for word, kind in _BY_WORD.items():
        if word in reading.words and reading.passage.plain[found.start("said")] in "<>":
            yield from ((kind, name) for name in reading.facts.index.by_kind[kind])


def _thresholds(kind: str, reading: Reading) -> Iterator[tuple[Known, Threshold]]:
    for name, item in reading.facts.index.by_kind[kind].items():
        limit = getattr(item, "threshold", None) or getattr(item, "within", None)
        if isinstance(limit, Threshold) and not limit.of:
            yield (kind, name), limit


def _compared(said: tuple[Decimal, str, str], limit: Threshold) -> tuple[bool, bool]:
    """Tell whether two amounts are of one unit, and whether they are one."""
    told, true = time_in_minutes(said[0], said[1]), time_in_minutes(limit.amount, limit.unit)
    if told is not None and true is not None:
        return True, told == true
    is_one = said[1].lower() == limit.unit.lower()
    return is_one, is_one and said[0] == limit.amount


def _number(text: str) -> Decimal:
    return Decimal(text) if text[0].isdigit() and "," not in text else Decimal(number_of(text))
