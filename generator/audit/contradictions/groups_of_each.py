"""Something goes in so many groups of so many each, and that is not as many as its section tells of it.

The groups are booked one by one; at the end some are left over, or the last group is empty.

Fails:

```markdown
## Cohort South

- 14,400 accounts: Spain, Portugal
- Migration in three runs of 4,500 accounts
```

Passes:

```markdown
## Cohort South

- 14,400 accounts: Spain, Portugal
- Migration in three runs of 4,800 accounts
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import ahead, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_IN = re.compile(r"\b(?:in|into|as|over|with|,|:)\s$|^\W*$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|with|at|for|a|à)\s", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|up to|at (?:most|least)|around|roughly|and (?:one|two|a) )", re.IGNORECASE)
_LEADS = re.compile(r"(?:^|[.;:]\s|\bof (?:the|all)\s)\W*(?:all |the |of (?:the |all )?)*$", re.IGNORECASE)
"""What a text begins with is all of it."""
_NEAR, _SLIP, _MOST = 16, 3, 12
_Told = tuple[Phrase, Quantity]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each product that no count of its things below the same heading or entry makes, and one is near to."""
    places: dict[object, list[_Told]] = defaultdict(list)
    spoken = [phrase for phrase in facts.reading.phrases if phrase.is_spoken]
    for phrase in spoken:
        for each in quantities_in(phrase.plain, comma=phrase.style.comma):
            if each.is_count and _LEADS.search(ahead(level(phrase.plain), each.start)):
                places[phrase.text.file, phrase.under].append((phrase, each))
    for phrase in spoken:
        for one, other in _groups(phrase):
            yield from _off(phrase, one, other, places[phrase.text.file, phrase.under])


def _groups(phrase: Phrase) -> Iterator[tuple[Quantity, Quantity]]:
    """`in three runs of 4,500 accounts`, where the sentence tells no more of the same."""
    plain, amounts = level(phrase.plain), quantities_in(phrase.plain, comma=phrase.style.comma)
    for one, other in pairwise(amounts[:_MOST]):
        joined = _OF.fullmatch(plain, one.last, other.start) and _IN.search(
            plain[max(0, one.start - _NEAR) : one.start]
        )
        alone = sum(each.kind == other.kind for each in amounts) == 1 and not _ABOUT.search(plain)
        if joined and alone and one.is_count and other.is_count and one.value > 1 and one.kind != other.kind:
            yield one, other


def _off(phrase: Phrase, one: Quantity, other: Quantity, told: list[_Told]) -> Iterator[Contradiction]:
    whole = [(there, each) for there, each in told if each.noun == other.noun and there is not phrase]
    product = one.value * other.value
    near = [each for each in whole if abs(each[1].value - product) * _SLIP < product and each[1].value > other.value]
    if near and all(each.value != product for _, each in whole):
        there, each = near[0]
        made = f"{one.value.normalize():f} times {other.value.normalize():f} is {product.normalize():f}"
        message = f"{made}, not {each.value.normalize():f}"
        quote = there.mark(each.start, each.last)
        yield Contradiction(
            message, phrase.mark(one.start, other.last), (quote,), "mend a factor, or the number of all"
        )
