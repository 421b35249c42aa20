"""How long work is likely to take, and at worst, as its own description says it: "likely 6 days, worst 9 days"."""

from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.numbers import ONE_WORD, whole_number
from generator.model.quantity import Duration, Unit
from generator.patterns import Pattern

_POINTS = {
    "likely": "likely",
    "best": "optimistic",
    "optimistic": "optimistic",
    "worst": "pessimistic",
    "pessimistic": "pessimistic",
}
_TOLD = Pattern(
    r"\b(?P<point>(?i:likely|best|optimistic|worst|pessimistic))(?:\s+case)?:?,?\s+(?:(?:it|this)\s+takes\s+)?"
    rf"(?P<said>(?P<amount>{ONE_WORD})\s*(?:working\s+|work)?(?P<unit>days?|d|weeks?|wks?|w|hours?|h))"
    r"(?=[.,;)]|\s+and\b|$)",
    words=(frozenset(_POINTS),),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each of the three points that the task of a description has otherwise."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    schedule = reading.facts.schedule
    day, week, estimate = schedule.time.day_minutes, schedule.time.week_minutes, schedule.estimate(owner[1])
    for found in _TOLD.finditer(passage.plain, passage.begin, passage.end):
        true: Duration = getattr(estimate, _POINTS[found["point"].lower()])
        amount = Decimal(whole_number(found["amount"]) or 0)
        said = Duration(amount, Unit(found["unit"][0]), true.elapsed, found["said"])
        is_other = amount and estimate.is_range and said.minutes(day, week) != true.minutes(day, week)
        if is_other and is_sure(reading, *found.span("said"), doubts=False):
            fact = f'"{owner[1]}" takes {estimate}'
            yield reading.claim("duration", found.span("said"), fact, agrees=False)
