"""Words around a figure that tell whether it is surely meant as the fact beside it."""

import re

from generator.literals.claims import Reading

END = r"(?=[*_)\]]*\s*(?:[.,;:!?)|]|—|–|$)|\s+(?:and|but|because|while|so|then|where|which)\b)"
"""The figure ends there: nothing narrows it down."""

_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBER = rf"(?:\d{{1,6}}|{'|'.join(_WORDS)})"
_DOUBT = re.compile(
    r"\b(?:would|could|might|(?-i:may)|should|original(?:ly)?|formerly|previous(?:ly)?|said|says|suppos\w+|hypothe\w+|assum\w+"
    r"|imagin\w+|instead|rather|not|never|no longer|draft|example|e\.g|perhaps|probably)\b|\?\s*$",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|had|were|when|whenever|once|provided)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:()]|,\s")
_NARROWED = re.compile(
    r"[*_)]*\s*(?:(?:or|at the (?:earliest|latest)|instead|if|unless|rather|originally|to|through)\b"
    r"|[-–]\s*(?:\d|[Ww]eek)|±)"
)


def number_of(text: str) -> int:
    """Read a number written in figures or as a word."""
    return int(text) if text.isdecimal() else _WORDS.index(text.lower()) + 1


def is_sure(reading: Reading, begin: int, end: int, *, conditions: bool = True) -> bool:
    """Tell whether a sentence states what stands between two places, rather than weighing or denying it."""
    passage = reading.passage
    before = passage.plain[passage.begin : begin]
    clause = _CLAUSE.split(before)[-1]
    is_conditional = conditions and _CONDITION.search(clause)
    doubted = _DOUBT.search(passage.plain[passage.begin : passage.end])
    return not (is_conditional or doubted or _NARROWED.match(passage.plain, end, passage.end))
