"""A text tells what is left, and no way to add and take away what it tells before leads there.

The rest is spent or given away by those who read it, and is not there.

Fails:

```markdown
Balance in January: £3,410. Income since then £620 (rents £540, sales £80). Spent £385. Balance today £3,745.
```

Passes:

```markdown
Balance in January: £3,410. Income since then £620 (rents £540, sales £80). Spent £385. Balance today £3,645.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.terms import Term, terms_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BEFORE = re.compile(
    r"\b(?:what (?:is|remains)(?: left| over)?|leav(?:es|ing)|left over|the remaining"
    r"|the (?:rest|remainder)(?: is| are)?"
    r"|(?:new |closing )?balance(?: today| now| then| is| of)*|(?:a |the )?(?:surplus|deficit|profit|shortfall|gap)"
    r"(?: is| of)?)(?: of)?[,:]?\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s(?:(?:is|are) )?(?:left|over|unspent|remain(?:s|ing)?)\b", re.IGNORECASE)
_FORMULA = re.compile(r"\s*[×x*=]")
_UNSURE = re.compile(
    r"\b(?:each|per|about|around|last year|if|would|limit|at (?:least|most)|up to)\b|[~≈]", re.IGNORECASE
)
_FEWEST, _MOST, _NEAR = 2, 6, 6


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rest that is near what the amounts before it leave, and is none of what they can leave."""
    for phrase in facts.reading.phrases:
        terms = terms_of(phrase) if phrase.is_spoken else []
        for index, rest in enumerate(terms):
            if _is_rest(phrase, rest):
                yield from _wrong(phrase, terms[:index], rest)


def _is_rest(phrase: Phrase, each: Term) -> bool:
    plain = level(phrase.plain)
    said = _BEFORE.search(plain, max(0, each.start - 40), each.start)
    return bool(each.kind) and not each.bracketed and bool(said or _AFTER.match(plain, each.last))


def _wrong(phrase: Phrase, before: list[Term], rest: Term) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    parts = [each for each in before if each.kind == rest.kind and not each.bracketed]
    parts = [each for each in parts if not _FORMULA.match(plain, each.last)]
    if not _FEWEST <= len(parts) <= _MOST or _UNSURE.search(plain, parts[0].start, rest.start):
        return
    some = _signed([each.value for each in parts], (0, 1, -1))
    every = _signed([each.value for each in parts], (1, -1))
    nearest = min(
        (value for value in every if value > 0), key=lambda value: abs(value - rest.value), default=Decimal(0)
    )
    if rest.value not in some and abs(nearest - rest.value) * _NEAR < nearest:
        told = f"{nearest.normalize():f}"
        message = f"what is left is {rest.value.normalize():f}, the {len(parts)} amounts before it leave {told}"
        yield Contradiction(message, phrase.mark(rest.start, rest.last), (), f"write {told}, or mend an amount")


def _signed(values: list[Decimal], signs: tuple[int, ...]) -> set[Decimal]:
    """All that the values come to, each added or taken away, or left out where 0 is a sign."""
    found = {Decimal(0)}
    for value in values:
        found = {each + sign * value for each in found for sign in signs}
    return found
