"""Short codes that things are called by: D4, WP2, KP-3, FAL-201; those of one series share their letters."""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.words import level

_CODE = re.compile(r"(?<![\w.-])(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5})(?![\w]|[.,]\d|-[A-Za-z]|\s?%)")
_RANGE = re.compile(r"\s?(?:-|to|through)\s?(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5})(?!\w|[.,]\d)")
_MOST = 40
_LEADING = re.compile(r"\W*(?P<code>[A-Z]{1,5}-?\d{1,5})(?![\w.])")

Code = tuple[str, int, int]
"""The code without its hyphen, and where it stands."""


@dataclass(frozen=True, eq=False)
class CodeList:
    """The codes of one series that the entries or rows below a heading begin with."""

    letters: str
    title: str
    codes: dict[str, Quote]


def code_lists(reading: Reading) -> list[CodeList]:
    """Collect what lists and tables lead with, by heading and series."""
    found: dict[tuple[str, str, str, str], CodeList] = {}
    rows = [row.cells[0] for _, rows in reading.tables for row in rows if row.cells]
    for phrase in [*(each for each in reading.phrases if each.form == "item"), *rows]:
        code = leading_code(phrase.plain)
        if code:
            letters, title = series_of(code)[0], phrase.under[-1].text.plain if phrase.under else ""
            empty = CodeList(letters, title, {})
            listed = found.setdefault((phrase.text.file, title, letters, phrase.form), empty)
            listed.codes.setdefault(code, phrase.quote())
    return list(found.values())


def codes_in(text: str) -> list[Code]:
    """Find every code that a text names, those inside a range included."""
    return list(_codes(level(text)))


def leading_code(text: str) -> str:
    """Return the code that a cell, an entry or a heading begins with."""
    found = _LEADING.match(level(text))
    letters, number = series_of(found["code"].replace("-", "")) if found else ("", 0)
    return f"{letters}{number}" if found else ""


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
