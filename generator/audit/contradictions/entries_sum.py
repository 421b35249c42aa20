"""Entries of a list each end with the sum of what they count, and one of them with another number.

The others show how the sum is meant; this one is counted wrong, or a part of it is.

Fails:

```markdown
- **Early shift**: 6 nurses, 2 doctors, 1 porter - 9 people
- **Late shift**: 5 nurses, 2 doctors, 2 porters - 8 people
```

Passes:

```markdown
- **Early shift**: 6 nurses, 2 doctors, 1 porter - 9 people
- **Late shift**: 5 nurses, 2 doctors, 2 porters - 9 people
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.blocks import Listing, Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import uses_decimal_comma
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BETWEEN = re.compile(r"(?:\s[a-z-]+){0,2}(?:,|,? and|,? plus|\s\+)\s", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:\s[a-z-]+){0,2}\s?(?:-|=|:|,|;|\()\s?"
    r"(?:(?:together|in all|altogether|in total|makes|that makes|total|i\.e\.)\s)?",
    re.IGNORECASE,
)
_AT_END = re.compile(r"(?:\s(?:in all|in total|altogether|together))?\W*")
_PARTS, _FEWEST = 2, 2


@dataclass(frozen=True)
class _Reckoned:
    """An entry, the amounts that it counts one after the other, and what it closes with."""

    text: Text
    parts: tuple[Quantity, ...]
    told: Quantity

    @property
    def added(self) -> Decimal:
        """The sum of its parts."""
        return sum((each.value for each in self.parts), Decimal(0))

    @property
    def form(self) -> tuple[str, ...]:
        """What it counts, in its order."""
        return tuple(each.kind for each in (*self.parts, self.told))


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one entry of a list whose last number is not the sum of those before it, as that of the others is."""
    for document in facts.reading.documents:
        comma = uses_decimal_comma(text.plain for text in document.texts)
        for block in document.blocks:
            if isinstance(block, Listing):
                found = [each for item in block.items if (each := _reckoned(item.text, comma=comma))]
                yield from _odd(found)


def _odd(found: list[_Reckoned]) -> Iterator[Contradiction]:
    """Two entries that count the same things, or more that count others."""
    wrong = [each for each in found if each.told.value != each.added]
    right = [each for each in found if each.told.value == each.added]
    if len(wrong) != 1:
        return
    one = wrong[0]
    alike = [each for each in right if each.form == one.form and len(each.parts) > _PARTS]
    others = [each for each in right if len(each.parts) >= _PARTS and each.told.kind == one.told.kind]
    if alike or len(others) > _FEWEST:
        told = f"{one.added.normalize():f}"
        message = f"{one.told.value.normalize():f} are told, what stands before adds up to {told}"
        there = (alike or others)[0].text
        here = Quote(one.text.plain.strip(), one.text.place(one.told.start, one.told.last))
        yield Contradiction(
            message, here, (Quote(there.plain.strip(), there.place()),), f"write {told}, or mend a part"
        )


def _reckoned(text: Text, *, comma: bool) -> _Reckoned | None:
    """`10 pickers, 2 carriers, 1 driver - 13 people`, at the end of an entry."""
    plain, amounts = level(text.plain), quantities_in(text.plain, comma=comma)
    if len(amounts) <= _PARTS or not _AT_END.fullmatch(plain[amounts[-1].last :]):
        return None
    *before, told = amounts
    if not _CLOSES.fullmatch(plain[before[-1].last : told.start]) or not told.kind or told.head in TIMES:
        return None
    parts = before[-1:]
    for each in reversed(before[:-1]):
        if not _BETWEEN.fullmatch(plain[each.last : parts[0].start]):
            break
        parts = [each, *parts]
    units = {each.unit for each in (*parts, told)}
    return _Reckoned(text, tuple(parts), told) if len(parts) >= _PARTS and len(units) == 1 else None
