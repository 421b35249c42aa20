"""Numbers as prose writes them, in figures and as words."""

import re
from fractions import Fraction

from generator.patterns import DIGIT, Pattern

WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
LARGE = {"hundred": 100, "thousand": 1000}
_SMALL = "|".join(sorted(WORDS, key=len, reverse=True))
NUMBER = (
    rf"(?i:\d{{1,3}},\d{{3}}(?!\d)|\d{{1,6}}(?!,\d{{3}})"
    rf"|(?:(?:{'|'.join(_TENS)})(?:-(?:{_SMALL}))?|{_SMALL})(?:\s+(?:hundred|thousand))?|an?\s+(?:hundred|thousand))"
)
_REST = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{_SMALL}))?|(?:{_SMALL}))(?![-\w]|\s+(?:hundred|thousand)\b)"
LONG_NUMBER = rf"(?:(?i:(?:{_SMALL}|an?)\s+(?:hundred|thousand)(?:\s+and)?\s+{_REST})|{NUMBER})"
"""Hundreds with what is added to them, too; it takes longer to compile."""
ONE_WORD = (
    r"(?:\d{1,3},\d{3}(?!\d)|\d{1,6}(?!,\d{3})|[A-Za-z]{3,5}ty(?:-[a-z]{3,5})?|[A-Za-z]{3,5}teen|[Oo]ne|[Tt](?:wo|hree|en|welve)"
    r"|[Ff](?:our|ive)|[Ss](?:ix|even)|[Ee](?:ight|leven)|[Nn]ine)\b"
)
"""What is a number where `number_in_words` reads it: quick to compile."""
COUNTED = (
    r"(?:(?!hundred|thousand|dozen|million)[a-z-]{2,20}\s+){0,2}(?P<noun>[A-Za-z]{3,20}s|people|children|men|women)\b"
)
"""What a number counts, behind up to two words that tell of it."""
FRACTIONS = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4), "fifth": Fraction(1, 5),
    "sixth": Fraction(1, 6), "seventh": Fraction(1, 7), "eighth": Fraction(1, 8), "tenth": Fraction(1, 10),
}  # fmt: skip
_EACH = Pattern(rf"(?<!\w){LONG_NUMBER}(?!\w)")
NUMBERS = frozenset({*WORDS, *_TENS, *LARGE, DIGIT})
"""One of them is a word of every number."""


def number_of(text: str) -> int:
    """Read a number written in figures or as words."""
    digits = text.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    first, *rest = re.split(r"[\s-]+", text.lower())
    value = 1 if first in ("a", "an") else WORDS.index(first) + 1 if first in WORDS else 20 + 10 * _TENS.index(first)
    for word in rest:
        value = value * LARGE[word] if word in LARGE else value + _small(word)
    return value


def band_of(text: str) -> tuple[int, int]:
    """Read the first and the last of one or two numbers: `2-3`, `two or three`; `twenty-four` is one."""
    found = numbers_in(text)
    return found[0], found[-1]


def numbers_in(text: str) -> list[int]:
    """Read every number of a text, in figures and as words."""
    return [number_of(each.group()) for each in _EACH.finditer(text)]


def _small(word: str) -> int:
    """Read a part of a number below a hundred; "and" adds nothing itself."""
    if word in _TENS:
        return 20 + 10 * _TENS.index(word)
    return WORDS.index(word) + 1 if word in WORDS else 0


def whole_number(word: str) -> int | None:
    """Read `ONE_WORD`; nothing where it is another word, such as "empty"."""
    value = number_in_words(word.lower())
    return int(value) if value is not None and value.denominator == 1 else None


def number_in_words(word: str) -> Fraction | None:
    """Read a word that is a number by itself, such as `12`, `4.5`, `seven` or `twenty-two`."""
    plain = word.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return Fraction(plain)
    first, _, last = word.partition("-")
    if word in WORDS:
        return Fraction(WORDS.index(word) + 1)
    if first in _TENS and (not last or last in WORDS):
        return Fraction(20 + 10 * _TENS.index(first) + (WORDS.index(last) + 1 if last else 0))
    return None
