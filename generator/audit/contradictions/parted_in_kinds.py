"""All things fall into two or more kinds, and the amounts of the kinds do not make the amount of all.

Their numbers do, so that none is left out: one of the amounts is wrong.

Fails:

```markdown
Five fields, 120 tonnes. Two are rented (45 tonnes), three are our own (85 tonnes).
```

Passes:

```markdown
Five fields, 120 tonnes. Two are rented (45 tonnes), three are our own (75 tonnes).
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

_BRACKET = re.compile(r"(?:\s[a-z-]+){1,5}\s\(\s?", re.IGNORECASE)
_SAME = {"min": "minute", "h": "hour", "t": "tonne", "m": "metre", "l": "litre"}
_FEWEST, _NEAR = 2, 4
_Part = tuple[Quantity, Quantity]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the amounts in brackets behind parts whose numbers add up to all, where the amounts do not."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken and "(" in phrase.plain:
            amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
            for start, end in sentences_of(phrase.plain):
                yield from _of_sentence(phrase, amounts, _parts(phrase, within(amounts, start, end)), start)


def _parts(phrase: Phrase, amounts: list[Quantity]) -> list[_Part]:
    """`Two are white (50 t)`: a number and the amount in brackets behind it."""
    plain, pairs = level(phrase.plain), pairwise(amounts)
    return [
        (one, other)
        for one, other in pairs
        if not one.unit
        and _BRACKET.fullmatch(plain, one.end, other.start)
        and plain[other.last :].lstrip().startswith(")")
    ]


def _of_sentence(phrase: Phrase, amounts: list[Quantity], parts: list[_Part], start: int) -> Iterator[Contradiction]:
    kinds = {_kind(amount) for _, amount in parts}
    if len(parts) < _FEWEST or len(kinds) != 1 or "" in kinds:
        return
    before = [
        each for each in amounts if each.start < min(start, parts[0][0].start) or each.last <= parts[0][0].start
    ]
    counts = [each for each in before if each.is_count and each.value == sum(one.value for one, _ in parts)]
    wholes = [each for each in before if _kind(each) in kinds]
    added = sum((amount.value for _, amount in parts), Decimal(0))
    if counts and len(wholes) == 1 and 0 < abs(added - wholes[0].value) * _NEAR < wholes[0].value:
        told = f"{added.normalize():f}"
        message = f"the parts come to {told}, all of them to {wholes[0].value.normalize():f}"
        last = parts[-1][1]
        yield Contradiction(message, phrase.mark(last.start, last.last), (), "mend one of the amounts")


def _kind(each: Quantity) -> str:
    """Tonnes and t, metres and m are one kind."""
    return _SAME.get(each.unit, each.unit) or each.head
