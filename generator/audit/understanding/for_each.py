"""What a sentence tells for each of many: `everybody is trained for 4 hours` makes hours that no list adds up to."""

import re

from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level

_EACH = re.compile(
    r"\b(?:(?:each|every) (?P<noun>[a-z]+)|each|everybody|everyone|apiece|all of (?:them|these|those))\b",
    re.IGNORECASE,
)


def each_before(phrase: Phrase, total: Quantity) -> tuple[Quantity, str] | None:
    """Return the one amount of the total's kind that its sentence tells for each before it, and of what."""
    plain = level(phrase.plain)
    for start, end in sentences_of(plain):
        found = _EACH.search(plain, start, end) if start <= total.start < end else None
        amounts = quantities_in(phrase.plain, comma=phrase.style.comma) if found else []
        before = [each for each in amounts if start <= each.start < total.start]
        if found and len(before) == 1 and before[0].kind == total.kind != "" and before[0].unit == total.unit:
            return before[0], (found["noun"] or "").lower()
    return None
