"""One more than there were: "the list names seven sections", and "it has an eighth"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.numbers import ONE_WORD, whole_number
from generator.patterns import Pattern, any_of

_WORDS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
_ORDINALS = {word: number for number, word in enumerate(_WORDS.split(), 3)}
_ONE_MORE = Pattern(
    r"\b(?:has|have|gets?|adds?|gains?|receives?|there\s+is|with|opens?)\s+(?:also\s+|now\s+)?an?\s+"
    rf"(?P<said>{'|'.join(_ORDINALS)})\b(?!\s+of\b|\s+as\b|\s+(?:more|less)\b)",
    words=(frozenset(_ORDINALS), any_of("a an")),
)
_WERE = re.compile(rf"\b(?P<number>{ONE_WORD})\s+(?:[a-z]{{2,15}}\s+)?[a-z]{{3,20}}s\b")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each ordinal in a decision that leaves out numbers after the one that the earlier text counted up to."""
    passage = reading.passage
    found = _ONE_MORE.search(passage.plain, passage.begin, passage.end) if passage.pointer[-1] == "does" else None
    decision = reading.facts.plan.decisions.get(str(passage.pointer[1])) if found else None
    if found is None or decision is None:
        return
    told = [(number, each[0]) for each in _WERE.finditer(decision.said) if (number := whole_number(each["number"]))]
    if len(told) == 1 and _ORDINALS[found["said"].lower()] > told[0][0] + 1:
        yield reading.claim("count", found.span("said"), f'the earlier text says "{told[0][1]}"', agrees=False)
