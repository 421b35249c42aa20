"""How long something takes, in hours and minutes: 45 min, 1 h 30, two hours and a half, 2 hours 45 minutes."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.audit.understanding.numbers import number
from generator.audit.understanding.words import NUMBER_WORD, count_word, level

_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10, "twelfth": 12}
_PART = (
    rf"(?:(?:(?P<times>an?|one|two|three|five)\s)?(?P<part>{'|'.join(_PARTS)})s?\sof\s(?:an|one)\shour\b"
    r"|(?P<quarters>three[ -]quarters?|a quarter)[ -](?:of[ -]an[ -])?hour\b)"
)
_N = rf"(?:\d{{1,4}}(?:[.,]\d{{1,2}})?|{NUMBER_WORD}|an?|half an)"
_H = r"(?:h|hrs?|hours?)"
_M = r"(?:min|mins|minutes?)"
_LENGTH = re.compile(
    rf"(?<![\w:.,/])(?:{_PART}|(?P<h>{_N})(?P<most>\sand a half)?[\s-]?{_H}\b\.?(?P<half>\sand a half)?"
    rf"(?:\s(?:and\s)?(?P<hm>\d{{1,2}})(?:\s?{_M}\b|(?![\w:.,/%-]|\s[A-Za-z%]|\s?-\s?\d)))?"
    rf"|(?P<ch>\d)h(?P<cm>[0-5]\d)\b|(?P<m>{_N})[\s-]?{_M}\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Length:
    """A length of time in minutes, and where it is told."""

    minutes: Decimal
    start: int
    end: int

    def __str__(self) -> str:
        return told_minutes(self.minutes)


def lengths_in(text: str) -> list[Length]:
    """Find every length of hours and minutes."""
    return list(_lengths(level(text)))


@lru_cache(maxsize=20_000)
def _lengths(plain: str) -> tuple[Length, ...]:
    return tuple(Length(_minutes(match), match.start(), match.end()) for match in _LENGTH.finditer(plain))


def whole_length(text: str) -> Length | None:
    """Return the length that is all of a text."""
    found = lengths_in(text)
    return found[0] if len(found) == 1 and found[0].end - found[0].start == len(text.strip()) else None


def told_minutes(minutes: Decimal | int) -> str:
    """Write a length: `1 h 15 min`."""
    hours, rest = divmod(Decimal(minutes), 60)
    parts = [f"{hours.normalize():f} h" if hours else "", f"{rest.normalize():f} min" if rest or not hours else ""]
    return " ".join(part for part in parts if part)


def _minutes(match: "re.Match[str]") -> Decimal:
    if match["part"]:
        return Decimal(60) / _PARTS[match["part"].lower()] * (count_word(match["times"] or "one") or 1)
    if match["quarters"]:
        return Decimal(45 if match["quarters"].lower().startswith("three") else 15)
    if match["ch"]:
        return Decimal(int(match["ch"]) * 60 + int(match["cm"]))
    if match["m"]:
        return _value(match["m"])
    half = Decimal(30) if match["half"] or match["most"] else Decimal(0)
    return _value(match["h"]) * 60 + half + int(match["hm"] or 0)


def _value(written: str) -> Decimal:
    plain = written.lower()
    if plain in {"a", "an"}:
        return Decimal(1)
    if plain == "half an":
        return Decimal("0.5")
    told = count_word(plain) if not plain[0].isdigit() else None
    return Decimal(told) if told is not None else number(plain, comma="," in plain)
