"""Short codes that things are called by: D4, WP2, KP-3, FAL-201; those of one series share their letters."""

import re
from functools import lru_cache

from generator.audit.understanding.words import level

_CODE = re.compile(r"(?<![\w.-])(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5})(?![\w]|[.,]\d|-[A-Za-z]|\s?%)")
_RANGE = re.compile(r"\s?(?:-|to|through)\s?(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5})(?!\w|[.,]\d)")
_MOST = 40
_LEADING = re.compile(r"\W*(?P<code>[A-Z]{1,5}-?\d{1,5})(?![\w.])")

Code = tuple[str, int, int]
"""The code without its hyphen, and where it stands."""


def codes_in(text: str) -> list[Code]:
    """Find every code that a text names, those inside a range included."""
    return list(_codes(level(text)))


def leading_code(text: str) -> str:
    """Return the code that a cell, an entry or a heading begins with."""
    found = _LEADING.match(level(text))
    return found["code"].replace("-", "") if found else ""


def series_of(code: str) -> tuple[str, int]:
    """Part a code into the letters of its series and its number."""
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :])


@lru_cache(maxsize=20_000)
def _codes(plain: str) -> tuple[Code, ...]:
    found: list[Code] = []
    for match in _CODE.finditer(plain):
        found.append((f"{match['letters']}{int(match['number'])}", match.start(), match.end()))
        last = _RANGE.match(plain, match.end())
        if last and last["letters"] == match["letters"]:
            inside = range(int(match["number"]) + 1, min(int(last["number"]), int(match["number"]) + _MOST))
            found += [(f"{match['letters']}{number}", match.start(), last.end()) for number in inside]
    return tuple(found)
