"""Parts of which only the first tells what is counted come to another number than told behind them.

Fewer words make the sum no truer; whoever plans by it has one too many or too few.

Fails:

```markdown
Eight guards stand at the gate, 4 at the lake and 3 in the tower, 17 in all.
```

Passes:

```markdown
Eight guards stand at the gate, 4 at the lake and 3 in the tower, 15 in all.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_PLACE = (
    r"(?:\s(?:in|at|on|for|from|by|with|to|near|under|above|along|behind|beside|before|over|below|around|inside"
    r"|outside)\s[^,;:.()\d]{2,40}?)"
)
_NEXT = re.compile(rf"(?:\s[a-z]+)?{_PLACE}(?:,|,? and|;)\s", re.IGNORECASE)
_TOGETHER = re.compile(
    rf"{_PLACE}(?:,|;|:|\s-)?\s\(?(?:together|in all|altogether|in total|all together|that makes|that is|=)\s"
    r"(?:it is\s|they are\s)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"{_PLACE}(?:,|;|:|\s-)\s$", re.IGNORECASE)
_ALL = re.compile(r"\s(?:in all|altogether|in total|together|all told)(?=[.;,)]|$)", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.;,)]|$)")
_FEWEST, _NEAR = 2, 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each sum behind parts of one noun that they do not make."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken:
            amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
            for start, end in sentences_of(phrase.plain) if len(amounts) > _FEWEST else ():
                yield from _of_sentence(phrase, within(amounts, start, end))


def _of_sentence(phrase: Phrase, amounts: list[Quantity]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for index, total in enumerate(amounts):
        parts = _parts(plain, amounts[:index])
        if len(parts) < _FEWEST or total.kind not in {"", parts[0].kind} or not _is_sum(plain, parts[-1], total):
            continue
        added = sum((each.value for each in parts), Decimal(0))
        if 0 < abs(added - total.value) * _NEAR < added:
            told = f"{added.normalize():f}"
            message = f"the total is {total.value.normalize():f}, the parts before it add up to {told}"
            yield Contradiction(message, phrase.mark(total.start, total.end), (), f"write {told}, or mend a part")


def _is_sum(plain: str, last: Quantity, total: Quantity) -> bool:
    between = plain[last.last if last.kind else last.end : total.start]
    behind = _BEHIND.fullmatch(between) and (_ALL.match(plain, total.end) or _ALL.match(plain, total.last))
    closes = _ENDS.match(plain, total.end) or (total.kind and _ENDS.match(plain, total.last))
    return bool((_TOGETHER.fullmatch(between) and closes) or behind)


def _parts(plain: str, amounts: list[Quantity]) -> list[Quantity]:
    """Go back over bare numbers with a place each, to the one with a noun."""
    bare = [each for each in amounts[-1:] if not each.kind]
    found = bare
    for one, other in pairwise(reversed(amounts)) if bare else ():
        if not _NEXT.fullmatch(plain, other.last if other.kind else other.end, one.start):
            return []
        found = [other, *found]
        if other.kind:
            return found
    return []
