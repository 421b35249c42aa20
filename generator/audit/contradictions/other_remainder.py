"""The remaining ones are told, and with those before them they do not make all.

Some are left out of the last step, or it waits for more than there are.

Fails:

```markdown
- Pilot: 80 people from IT and Finance
- Rollout: the remaining 440 people
- Done when all 500 people are covered
```

Passes:

```markdown
- Pilot: 80 people from IT and Finance
- Rollout: the remaining 420 people
- Done when all 500 people are covered
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_REST = re.compile(
    r"\b(?:the (?:remaining|other)|all (?:the )?(?:remaining|other)|the rest,|remaining)\s$", re.IGNORECASE
)
_ALL = re.compile(r"\ball (?:the |of the )?$", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:each|per|every|about|around|at least|at most|up to|more than|of the|of these|first)\W*$", re.IGNORECASE
)
_SLIP, _REACH, _MOST = 5, 24, 12
_Told = tuple[Phrase, Quantity]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rest that is near what the numbers before it leave of one whole, and makes none of any."""
    told = _counts(facts)
    for counts in told.values():
        for index, (phrase, rest) in enumerate(counts):
            if _before(phrase, rest, _REST):
                yield from _wrong(counts[:index], counts[index + 1 :], phrase, rest)


def _counts(facts: Facts) -> dict[str, list[_Told]]:
    """Numbers of things as texts tell them, by what is counted."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.is_spoken or phrase.form == "heading":
            for each in quantities_in(phrase.plain, comma=phrase.style.comma):
                if each.is_count and each.value > 1 and not _before(phrase, each, _UNSURE):
                    found[each.kind].append((phrase, each))
    return found


def _before(phrase: Phrase, each: Quantity, pattern: "re.Pattern[str]") -> bool:
    return bool(pattern.search(level(phrase.plain)[max(0, each.start - _REACH) : each.start]))


def _wrong(before: list[_Told], after: list[_Told], phrase: Phrase, rest: Quantity) -> Iterator[Contradiction]:
    parts = [each for each in before if _is_part(each, phrase)]
    taken = sum((each.value for _, each in parts), Decimal(0))
    others = [each for each in (*before, *after) if each not in parts]
    wholes = [(other, each) for other, each in others if each.value > max(taken, rest.value)]
    made = taken + rest.value
    near = [each for each in wholes if abs(each[1].value - made) * _SLIP < each[1].value]
    if not 0 < len(parts) <= _MOST or len({each.value for _, each in near}) != 1 or made == near[0][1].value:
        return
    (there, whole), right = near[0], near[0][1].value - taken
    if right > 0 and right != rest.value:
        message = f"{whole.value.normalize():f} less {taken.normalize():f} is {right.normalize():f}"
        here, quote = phrase.mark(rest.start, rest.last), there.mark(whole.start, whole.last)
        last = parts[-1][0].mark(parts[-1][1].start, parts[-1][1].last)
        told = f"{message}, not {rest.value.normalize():f}"
        yield Contradiction(told, here, (quote, last), f"write {right.normalize():f}, or mend another number")


def _is_part(told: _Told, phrase: Phrase) -> bool:
    """What the same list, or the same paragraph, takes before; what is told of all of them is no part."""
    other, each = told
    same = other is phrase or (
        other.form == phrase.form == "item" and other.under == phrase.under and other.text.file == phrase.text.file
    )
    return same and not _before(other, each, _ALL)
