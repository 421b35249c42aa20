"""Amounts in a row of which only one says what all of them count, or that stand behind names in brackets."""

import re
from dataclasses import replace
from itertools import pairwise

from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity
from generator.audit.understanding.words import level

_ENUMERATED = re.compile(r"\s*(?:,|,? and|,? &)\s+")
_ENTRY = re.compile(r"\s(?:in|at|on|for|from|to|by|of) [^,;.:()]{2,40}?(?:,|,? and)\s")
_IN_BRACKETS = re.compile(r"\w \(\d[\d.,]*\)")
_REACH = 3


def chained(phrase: Phrase, amounts: list[Quantity]) -> list[Quantity]:
    """In `22, 28 and 24 m` all are metres."""
    plain, found = level(phrase.plain), list(amounts)
    for index in range(len(found) - 2, -1, -1):
        one, other = found[index], found[index + 1]
        if not one.kind and other.kind and _ENUMERATED.fullmatch(plain[one.end : other.start]):
            found[index] = replace(one, unit=other.unit, noun=other.noun)
    return found


def run_of(plain: str, amounts: list[Quantity]) -> list[Quantity]:
    """`8 users in Linz, 4 in Graz and 3 in Wels`: the first alone says what all of them count."""
    named = [index for index, each in enumerate(amounts) if each.kind]
    parts = amounts[named[-1] :] if named else []
    joined = all(_ENTRY.fullmatch(plain[one.last : other.start]) for one, other in pairwise(parts))
    return parts if joined and parts and parts[0].is_count else []


def bracketed(plain: str, amounts: list[Quantity]) -> list[Quantity]:
    """`Leeds (120), York (80) and Hull (60)`: every amount before stands behind a name, in brackets of its own."""
    alone = all(_IN_BRACKETS.fullmatch(plain[max(0, each.start - _REACH) : each.end + 1]) for each in amounts)
    return amounts if alone else []
