"""Whether two limits are steps of one ladder: what is passed first calls for less."""

import re

from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level

_CONSEQUENCE = re.compile(r"\d[^:;.→]{0,30}(?::|→|->|=>)\s*[A-Za-z]")

_LABEL = re.compile(r"^\W*[A-Z][A-Za-z]* ?\d{1,3}:")

_WAY = re.compile(
    r"(?P<more>\b(?:above|over|more than|exceed\w*|higher than|greater than|reach\w*|pass(?:es)?)\b|>)"
    r"|\b(?:below|under|less than|lower than|at most|up to|within)\b|<",
    re.IGNORECASE,
)


def are_steps(one: Quote, other: Quote) -> bool:
    """`Gusts above 50 km/h: no lifting` beside `above 70 km/h: site closed`, or beside a mere limit."""
    calls = [calls_for_something(each) for each in (one, other)]
    return one.text == other.text or all(calls) or (any(calls) and bool(_ways(one) & _ways(other)))


def calls_for_something(quote: Quote) -> bool:
    """`above 70 km/h: site closed`."""
    return bool(_CONSEQUENCE.search(_LABEL.sub("", level(quote.text))))


def _ways(quote: Quote) -> set[bool]:
    """Whether it speaks of more, of less, or of both; where it calls for something, the sentence that does."""
    plain = level(quote.text)
    told = [plain[start:end] for start, end in sentences_of(plain) if _CONSEQUENCE.search(plain[start:end])]
    return {bool(found["more"]) for found in _WAY.finditer([*told, plain][0])}
