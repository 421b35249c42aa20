"""How long something is to be left alone: "nobody heats it for five weeks", of a wait by the clock of three."""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.literals.claims import Claim, Reading
from generator.literals.numbers import ONE_WORD, whole_number
from generator.patterns import Pattern, any_of

_HOURS = {"hour": 1, "day": 24, "night": 24, "week": 168, "fortnight": 336}
_UNITS = frozenset(f"{unit}{s}" for unit in _HOURS for s in ("", "s"))
_LEFT = Pattern(
    r"\b(?:nobody|no\s+[a-z]+|nothing|none|untouched|covered|closed|shut|wet|dry|warm|damp|alone)\b[^.,;:]{0,40}?"
    rf"\bfor\s+(?P<said>(?P<amount>{ONE_WORD}|an?)\s+(?:full\s+|whole\s+)?(?P<unit>hour|day|night|week|fortnight)s?)(?=[.,;]|\s+and\b|$)",
    words=(any_of("for"), _UNITS),
    flags=re.IGNORECASE,
)
_WEIGHED = re.compile(r"\b(?:if|unless|would|could|otherwise|after\s+(?:it|that)|then|from\s+then)\b", re.IGNORECASE)
_HOUR = 60


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each length for which a wait is to be left alone that is longer than the wait itself."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    bounds = passage.plain, passage.begin, passage.end
    estimate = reading.facts.schedule.estimate(owner[1])
    if not estimate.likely.elapsed or _WEIGHED.search(*bounds):
        return
    most = Fraction(estimate.pessimistic.minutes(24 * _HOUR, 168 * _HOUR)) / _HOUR
    for found in _LEFT.finditer(*bounds):
        amount = 1 if found["amount"].lower() in ("a", "an") else whole_number(found["amount"]) or 0
        if amount * _HOURS[found["unit"].lower()] > most:
            told = f'"{owner[1]}" is over after {estimate.pessimistic}'
            yield reading.claim("duration", found.span("said"), told, agrees=False)
