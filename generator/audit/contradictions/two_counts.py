"""The same things are counted twice, with two results.

One of the numbers is ordered, built or invited by; the other is what was meant.

Fails:

```markdown
The workshop builds and calibrates the twelve flux chambers.

The budget is dominated by the sixteen flux chambers.
```

Passes:

```markdown
The workshop builds and calibrates the twelve flux chambers.

The budget is dominated by the twelve flux chambers.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.claims import claims_in
from generator.audit.understanding.codes import codes_in, leading_code
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.told_of import label_of, part_before
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_DEFINITE = re.compile(r"\b(?:the|these|those|all(?: of)?(?: the)?|our|its|their)\W*$", re.IGNORECASE)
_REACH = 16
_VAGUE = frozenset(
    {"thing", "time", "point", "step", "option", "side", "part", "case", "place", "way", "person", "people"}
)


@dataclass(frozen=True)
class _Count:
    noun: tuple[str, ...]
    value: Quantity
    quote: Quote
    apart: bool = False
    """Told together with parts of the plan, each of which may have its own."""
    part: str = ""
    """The one part that the sentence, its label or the heading above it is about."""
    label: str = ""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each count of definite things, and of things of one row, that an earlier count contradicts."""
    yield from _differing(list(_definite(facts)))
    yield from _of_codes(facts)


def _definite(facts: Facts) -> Iterator[_Count]:
    """`the sixteen chambers`: a text that says *the* and a number means all of them."""
    for phrase in facts.reading.phrases:
        for claim, firm in claims_in(phrase):
            the = _DEFINITE.search(level(phrase.plain)[max(0, claim.start - _REACH) : claim.start])
            telling = len(claim.noun) > 1 or firm == "all"
            if the and telling and claim.head not in _VAGUE:
                quote, part = phrase.mark(claim.start, claim.last), part_before(phrase, claim.start)
                yield _Count(claim.noun, claim, quote, bool(phrase.units), part, label_of(phrase))


def _differing(counts: list[_Count]) -> Iterator[Contradiction]:
    labels: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for count in counts:
        labels[count.noun].add(count.label)
    first: dict[tuple[tuple[str, ...], str], list[_Count]] = {}
    for count in counts:
        several = len(labels[count.noun] - {""}) > 1
        known = first.setdefault((count.noun, count.part or (count.label if several else "")), [])
        others = [each for each in known if not (each.apart and count.apart)]
        if others and all(count.value.value != other.value.value for other in others):
            yield _told(count, others[0])
        known.append(count)


def _of_codes(facts: Facts) -> Iterator[Contradiction]:
    """A row counts something of the thing with a code; other cells that name this code alone count the same."""
    told: dict[tuple[str, str], _Count] = {}
    cells = [(row, cell) for _, rows in facts.reading.tables for row in rows for cell in row.cells]
    for row, cell in cells:
        code = leading_code(row.cells[row.grid.key_column].plain)
        for each in _things(cell) if code and not codes_in(cell.plain) else ():
            told.setdefault((code, each.head), _Count(each.noun, each, row.mark(cell)))
    for phrase in facts.reading.phrases:
        codes = codes_in(phrase.plain)
        for each in _things(phrase) if len(codes) == 1 and phrase.form in {"cell", "item", "paragraph"} else ():
            other = told.get((codes[0][0], each.head))
            if other and other.value.value != each.value and other.noun == each.noun:
                yield _told(_Count(each.noun, each, phrase.mark(each.start, each.last)), other)


def _things(phrase: Phrase) -> list[Quantity]:
    found = quantities_in(phrase.plain, comma=phrase.style.comma)
    return [each for each in found if each.is_count and each.value > 1]


def _told(count: _Count, other: _Count) -> Contradiction:
    one, two = (f"{each.value.value.normalize():f}" for each in (count, other))
    return Contradiction(f"{one} {' '.join(count.noun)}s are told, and {two}", count.quote, (other.quote,))
