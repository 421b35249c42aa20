"""Things are used again, in another number than they are told in elsewhere.

What is done twice is the same both times; whoever does the second looks for what is not there.

Fails:

```markdown
1. Smoke test, 46 queries
2. Switch back
3. Run the 48 queries again
```

Passes:

```markdown
1. Smoke test, 48 queries
2. Switch back
3. Run the 48 queries again
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_THE = re.compile(r"\b(?:the|these|those|the same|all) $", re.IGNORECASE)
_AGAIN = re.compile(r"(?: (?:are|is|were) [a-z]+)? (?:once more|again|a second time)\b", re.IGNORECASE)
_ALONE = re.compile(r"(?:^|[,:(]\s?|\s-\s)(?:the |all )?$", re.IGNORECASE)
"""What is told so counts all of a thing: `smoke test, 48 queries`; `Ann trains 26 riders` may be some."""
_REACH, _NEAR = 12, 6
_Told = tuple[Phrase, Quantity]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each count of what is the same or used again that is a little off the one other count of it."""
    told = [
        (phrase, each)
        for phrase in facts.reading.phrases
        if phrase.form in {"paragraph", "item", "cell"}
        for each in quantities_in(phrase.plain, comma=phrase.style.comma)
        if each.is_count and each.value > 1
    ]
    for phrase, each in told:
        if _is_again(phrase, each):
            yield from _off(phrase, each, [other for other in told if _is_like(other[1], each)])


def _is_again(phrase: Phrase, each: Quantity) -> bool:
    plain = level(phrase.plain)
    before = plain[max(0, each.start - _REACH) : each.start]
    return bool(_THE.search(before) and _AGAIN.match(plain, each.last))


def _is_like(other: Quantity, each: Quantity) -> bool:
    """`48 queries` may be those of `46 smoke queries`, and no other kind of them."""
    size = min(len(other.noun), len(each.noun))
    return other is not each and other.noun[-size:] == each.noun[-size:]


def _off(phrase: Phrase, each: Quantity, others: list[_Told]) -> Iterator[Contradiction]:
    values = {other.value for _, other in others}
    if len(values) != 1 or each.value in values:
        return
    there, other = others[0]
    whole = _ALONE.search(level(there.plain)[: other.start])
    if whole and abs(other.value - each.value) * _NEAR <= max(other.value, each.value):
        message = f"{each.value.normalize():f} here, {other.value.normalize():f} there"
        yield Contradiction(message, phrase.mark(each.start, each.last), (there.mark(other.start, other.last),))
