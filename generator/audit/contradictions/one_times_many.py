"""What one takes and what several take do not belong together.

The figure for one was changed and the sum for several forgotten, or the other way round.

Fails:

```markdown
A load takes 3 hours. A full day makes two loads, so 8 hours.
```

Passes:

```markdown
A load takes 3 hours. A full day makes two loads, so 6 hours.
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
from generator.audit.understanding.words import ahead, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_ONE = re.compile(
    r"(?:^|[.;:]\s|\*\*)(?:an?|one|each|every)\s(?P<what>[a-z-]+(?:\s[a-z-]+)?)\s(?=[^.;]{0,60}$)(?:[^.;]{0,50}\s)?"
    r"(?:takes|costs|weighs|needs|lasts|holds|carries|uses|yields|gives|brings|fills)\s(?:us\s)?$",
    re.IGNORECASE,
)
_SO = re.compile(
    r"\s?(?:,|-)?\s?(?:so|that is|that makes|which is|which makes|which takes|hence|i\.e\.|=|therefore)\s$",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:about|around|up to|at (?:least|most)|first|or|and a|at once|at the same time)\b|[~≈]", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"\s(?:with|without|after|before|including|plus|minus|less|more|instead|because|thanks|as|at|each|per|if)\b",
    re.IGNORECASE,
)
_SHORT = 12
_SIZES = {"min": Decimal(1), "minute": Decimal(1), "h": Decimal(60), "hour": Decimal(60)}


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each amount told for several right behind their number, which is not that many times the one's."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken:
            yield from _held(phrase, quantities_in(phrase.plain, comma=phrase.style.comma))


def _held(phrase: Phrase, amounts: list[Quantity]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    rates = [(found["what"], each) for each in amounts if (found := _ONE.search(ahead(plain, each.start)))]
    for many, told in pairwise(amounts):
        if not _SO.fullmatch(plain, many.last, told.start) or many.unit or not many.head:
            continue
        ones = [each for what, each in rates if many.head in _named(what) and _kind(each) == _kind(told)]
        if len(ones) == 1 and ones[0].last <= many.start and _is_sure(plain, ones[0], told):
            right = many.value * ones[0].value * _size(ones[0]) / _size(told)
            if right != told.value:
                message = f"{many.value:f} times {ones[0].value:f} is {right.normalize():f}, not {told.value:f}"
                quote = phrase.quote(ones[0].start, ones[0].last)
                yield Contradiction(message, phrase.mark(told.start, told.last), (quote,), "mend one of the figures")


def _is_sure(plain: str, one: Quantity, told: Quantity) -> bool:
    """Nothing from the one to the sum says that it is counted otherwise."""
    before, behind = plain[max(0, one.start - _SHORT) : told.start], plain[told.last :]
    return not _UNSURE.search(before) and not _OTHERWISE.match(behind)


def _named(what: str) -> frozenset[str]:
    """The stems of the words that name the thing."""
    return frozenset(stem for stem, _, _ in tokens_of(what))


def _kind(each: Quantity) -> str:
    """Hours and minutes are of one kind."""
    return "time" if (each.unit or each.head) in _SIZES else each.unit or each.head


def _size(each: Quantity) -> Decimal:
    return _SIZES.get(each.unit or each.head, Decimal(1))
