"""A sentence tells a total and its parts, and they do not add up.

Whoever plans with the total has too much or too little, and nobody knows which part is wrong.

Fails:

```markdown
The school sends 84 pupils: 28 from class A, 29 from class B and 25 from class C.
```

Passes:

```markdown
The school sends 82 pupils: 28 from class A, 29 from class B and 25 from class C.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import TIMES, Quantity
from generator.audit.understanding.sentences import Stretch, amounts_by_sentence
from generator.audit.understanding.totals import alike, is_each, is_slip, is_total
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import counted

SEVERITY = Severity.ERROR

_OPENS = re.compile(r":\W*\s|;\s|\bof (?:which|whom|them)\b|\bmade up of\b|\b(?:split|divided) into\b|\(")
_SPLIT = re.compile(r"\s*[,;]\s+(?:and\s)?|\s+(?:and|plus)\s+|\s\+\s")
_LIMIT = re.compile(
    r"[<>≤≥]|\b(?:at least|at most|up to|less than|more than|below|above|between|until|after)\b", re.IGNORECASE
)
_FEWEST = 2
_MOST = 6
"""Colons in one sentence; nobody writes more."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total in a sentence that its parts, after or before it, do not make up."""
    for phrase in facts.reading.phrases:
        if phrase.form not in {"paragraph", "item"}:
            continue
        for sentence, inside in amounts_by_sentence(phrase.plain, comma=phrase.style.comma):
            found = _parts_after(phrase, inside, sentence) or _parts_before(phrase, inside)
            if found:
                total, added, parts = found
                told = f"the total is {total.value.normalize():f}, its {counted(parts, 'part')} add up to {added:f}"
                quote = phrase.mark(total.start, max(total.end, total.last))
                yield Contradiction(told, quote, (), f"write {added:f}, or mend the part that is wrong")


_Found = tuple[Quantity, Decimal, int] | None


def _parts_after(phrase: Phrase, amounts: list[Quantity], sentence: Stretch) -> _Found:
    """`84 pupils: 28 in A, 29 in B`; the number of the parts themselves is told beside their total."""
    plain = level(phrase.plain)
    for opening in islice(_OPENS.finditer(plain, *sentence), _MOST):
        closed = plain.find(")", opening.end()) if opening.group() == "(" else -1
        end = closed if closed >= 0 else sentence[1]
        told = [each for each in amounts if each.end <= opening.start()]
        parts = _listed(plain, amounts, opening.end(), end)
        between = plain[parts[0].start : parts[-1].start] if parts else ""
        if not told or len(parts) < _FEWEST or is_each(between) or _LIMIT.search(plain, opening.end(), end):
            continue
        added = sum((each.value for each in parts), Decimal(0)).normalize()
        totals = [each for each in told if _may_be_total(each, parts)]
        right = any(each.value == added for each in told)
        if len(totals) == 1 and not right and is_slip(totals[0], added):
            return totals[0], added, len(parts)
    return None


def _may_be_total(each: Quantity, parts: list[Quantity]) -> bool:
    largest = max(part.value for part in parts)
    return each.unit == parts[0].unit and each.value > largest and each.value != len(parts) and each.head not in TIMES


def _listed(plain: str, amounts: list[Quantity], start: int, end: int) -> list[Quantity]:
    """Return the one amount of each entry of a list; nothing where an entry has none or several."""
    edges = [(found.start(), found.end()) for found in _SPLIT.finditer(plain, start, end)]
    starts, ends = [start, *(last for _, last in edges)], [*(first for first, _ in edges), end]
    found = [[each for each in amounts if one <= each.start < other] for one, other in zip(starts, ends, strict=True)]
    single = all(len(each) == 1 for each in found)
    parts = [each[0] for each in found] if single else []
    return parts if len({(each.unit, each.head in TIMES) for each in parts}) == 1 else []


def _parts_before(phrase: Phrase, amounts: list[Quantity]) -> _Found:
    """`8 in the north, 6 in the south, 15 in all`."""
    for index, total in enumerate(amounts):
        if not total.kind or not is_total(phrase.plain, total):
            continue
        parts = [each for each in amounts[:index] if each.kind == total.kind and alike(each, total)]
        between = level(phrase.plain)[parts[0].start : total.start] if parts else ""
        if len(parts) < _FEWEST or is_each(between):
            continue
        added = sum((each.value for each in parts), Decimal(0)).normalize()
        smaller = all(each.value < total.value for each in parts) and not _LIMIT.search(between)
        if smaller and is_slip(total, added):
            return total, added, len(parts)
    return None
