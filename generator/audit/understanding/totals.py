"""Which of the amounts in a sentence is told as a total of others."""

import re

from generator.audit.understanding.quantities import Quantity
from generator.audit.understanding.words import NUMBER_WORD, level

_BEFORE = re.compile(
    r"(?:\b(?:in total|(?:all )?in all|totals?(?:ling)?(?: of)?|altogether|together|sums? (?:of|to)"
    r"|adds? up to|makes?(?: up)?"
    r"|that(?: is|'s)|(?:whole|entire|complete) [a-z]+ (?:costs|takes|weighs)|comes? to|amounts? to|hence"
    r"|so there (?:will be|are))|=)\W*(?:is|are|of|have|has|we have)?\W*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s(?:a|per) (?:day|week|month|year|night))?[\s,)]*(?:of \w+\s)?(?:(?:are|is|take|takes|cost|costs)\s+)?"
    r"(?:in total|altogether|in all|together|overall|all told)\b(?!\W*(?:[€$£]|EUR|USD|GBP|CHF)?\s?\d)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:grand |overall |sub-?)?(?:(?:in )?totals?|sum|altogether|together|overall|combined"
    r"|(?:in )?all(?: told| together)?"
    r"|that (?:makes|is))(?:\s(?:of|for|time|cost|costs|amount|duration|length|value)(?:\s(?:the"
    r"|all)\s\w+)?)?\W*(?=[:=(|]|\d|$|[€$£*])",
    re.IGNORECASE,
)
_REACH = 40
_EACH = re.compile(r"\b(?:each|per|every|apiece|a day|a week|times|of)\b|[×x*@]", re.IGNORECASE)
_SOME = re.compile(
    rf"\b(?:first|last|next|other|remaining|former|latter|upper|lower) (?:{NUMBER_WORD}|\d{{1,2}})\b"
    rf"|\b(?:those|some|most|many|(?:{NUMBER_WORD})) of\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"\b[A-Za-z]+s \d{1,2}(?:, \d{1,2})*,? (?:and|&) \d{1,2}\b")
_LITTLE, _MUCH = 2, 3
"""A slip is no more than half or three times what is right; what is farther off means something else."""


def like_total(text: str) -> bool:
    """Tell whether an entry or a cell begins as a total does: `Total`, `All told`, `Sum`."""
    return bool(_LABEL.match(level(text)))


def is_total(plain: str, each: Quantity) -> bool:
    """Tell whether words beside an amount say that it is a total."""
    before = level(plain)[max(0, each.start - _REACH) : each.start]
    return bool(_BEFORE.search(before) or _AFTER.match(level(plain), each.last))


def alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts count the same kind of thing, as far as both tell."""
    return one.unit == other.unit and (one.kind == other.kind or not one.kind or not other.kind)


def is_slip(told: Quantity, right: object) -> bool:
    """Tell whether a total is near enough to another figure to be meant for it."""
    value = float(str(right))
    return value > 0 and value / _LITTLE <= float(told.value) <= value * _MUCH and float(told.value) != value


def is_each(text: str) -> bool:
    """Tell whether words between two amounts say that the one is told for each of the other."""
    return bool(_EACH.search(text))


def tells_of_some(said: str, entries: int) -> bool:
    """Tell whether words before a total narrow it: `the first three stages`, `wards 1 and 3`, `those of`."""
    numbered = _NUMBERED.search(said)
    return bool(_SOME.search(said)) or (numbered is not None and len(_DIGITS.findall(numbered.group())) < entries)
