"""Fractions in words: `two thirds of the 126`, `half`, `a quarter`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.audit.understanding.words import count_word, level

_PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_FRACTION = re.compile(
    rf"\b(?:(?P<half>(?:one |a )?half)|(?P<many>an?|one|two|three|four|five|six|seven|eight|nine)[- ]"
    rf"(?P<part>{'|'.join(_PARTS)})s?)\b(?![- ](?:hour|day|week|year|month|finals?|place)|\s(?:day|week|time"
    rf"|page)s?\b)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|barely|well|just|approximately|approx\.?|ca\.?|circa|over|under|than"
    r"|at (?:least|most)|up to|every|each|another|the other)\W*(?:a )?$|[~≈<>≤≥]\W*$",
    re.IGNORECASE,
)
_REACH = 20


@dataclass(frozen=True)
class Share:
    """A fraction and where it is told."""

    value: Fraction
    start: int
    end: int


def fractions_in(text: str) -> Iterator[Share]:
    """Find every fraction in words that is told for exact; halves of days and of games are none."""
    plain = level(text)
    for match in _FRACTION.finditer(plain):
        if is_exact(plain, match.start()):
            many = 1 if match["half"] or match["many"].lower() in {"a", "an"} else count_word(match["many"]) or 1
            part = 2 if match["half"] else _PARTS[match["part"].lower()]
            if many < part:
                yield Share(Fraction(many, part), match.start(), match.end())


def is_exact(plain: str, start: int) -> bool:
    """Tell whether no word such as *nearly* stands before a figure."""
    return not _ABOUT.search(plain[max(0, start - _REACH) : start])
