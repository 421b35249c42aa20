"""Lengths of time as prose tells them, before anybody asks what they are of."""

import re

from generator.literals.numbers import ONE_WORD
from generator.patterns import Pattern

MINUTES = {
    "minute": 1,
    "min": 1,
    "hour": 60,
    "day": 1440,
    "night": 1440,
    "week": 10080,
    "fortnight": 20160,
    "month": 43800,
}
UNIT = f"(?:{'|'.join(MINUTES)})"
WORDS = frozenset(f"{of}{unit}{s}" for of in ("", "work") for unit in MINUTES for s in ("", "s"))
"""Each length has one of them."""
LENGTH = Pattern(
    rf"\b(?:half|of|an?|hundred|thousand|{ONE_WORD})\s+(?:an?\s+)?(?:(?:whole|full|long)\s+)?(?:work(?:ing\s+)?)?{UNIT}s?\b",
    words=(WORDS,),
    flags=re.IGNORECASE,
)
"""What may be one: quick to try where many forms of a sentence cannot do without any."""
