"""An entry tells a number of all, and the entries below it come to another one.

Either a part was changed and the whole forgotten, or a part is missing.

Fails:

```markdown
- 90 beds in all
  - 40 surgical beds
  - 35 medical beds
  - 20 day beds
```

Passes:

```markdown
- 90 beds in all
  - 40 surgical beds
  - 35 medical beds
  - 15 day beds
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.blocks import Item, Listing, Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import uses_decimal_comma
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.totals import is_total
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST, _NEAR = 3, 3
"""A slip is off by less than a third of the sum."""
_SAID = re.compile(
    r"\b(?:is|are|has|have|had|can|may|must|needs?|with|without|each|per|every|about|at (?:least|most)|up to|of"
    r"|them|these|also|which|that)\b|[~≈<>≤≥%×]",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|per|every|about|around|at (?:least|most)|up to|or)\b|[~≈<>≤≥%×]", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of an entry that is not the sum of those below it."""
    for document in facts.reading.documents:
        comma = uses_decimal_comma(text.plain for text in document.texts)
        for block in document.blocks:
            if isinstance(block, Listing):
                for item, below in _families(block):
                    yield from _held(item.text, [each.text for each in below], comma=comma)


def _families(block: Listing) -> Iterator[tuple[Item, list[Item]]]:
    """Each entry with those right below it, where these are three or more."""
    for index, item in enumerate(block.items):
        below: list[Item] = []
        for each in block.items[index + 1 :]:
            if each.depth <= item.depth:
                break
            below += [each] if each.depth == item.depth + 1 else []
        if len(below) >= _FEWEST:
            yield item, below


def _held(text: Text, entries: list[Text], *, comma: bool) -> Iterator[Contradiction]:
    """What is told beside a number that fits is told of the same parts; else words must say that it is all."""
    if any(_EACH.search(level(each.plain)) for each in (text, *entries)):
        return
    wholes = [each for each in quantities_in(text.plain, comma=comma) if _adds(each)]
    sums = [(each, _sum(each, entries, comma=comma)) for each in wholes]
    borne_out = any(added == each.value for each, added in sums)
    said = any(_SAID.search(entry.plain) for entry in entries)
    for each, added in sums:
        firm = (is_total(text.plain, each) or _is_bracketed(text.plain, each)) and not said
        right = added if added is not None or not firm else _plain_sum(entries, comma=comma)
        if right is not None and (borne_out or firm) and 0 < abs(each.value - right) * _NEAR < right:
            told = f"{right.normalize():f}"
            message = f"{each.value.normalize():f} are told, what stands below it adds up to {told}"
            here = Quote(text.plain.strip(), text.place(each.start, each.last))
            parts = Quote(entries[0].plain.strip(), entries[0].place())
            yield Contradiction(message, here, (parts,), f"write {told}, or mend the part that is wrong")


def _is_bracketed(plain: str, each: Quantity) -> bool:
    """`Field team (6 engineers)`."""
    return plain[: each.start].endswith("(") and not plain[each.last :].strip(" *:").strip(")")


def _adds(each: Quantity) -> bool:
    return each.value > 0 and (each.is_money or (each.is_count and each.head not in TIMES))


def _sum(whole: Quantity, entries: list[Text], *, comma: bool) -> Decimal | None:
    """Add what each entry tells of the same kind, once."""
    found = [
        [each for each in quantities_in(entry.plain, comma=comma) if each.kind == whole.kind] for entry in entries
    ]
    if any(len(each) != 1 for each in found):
        return None
    return sum((each[0].value for each in found), Decimal(0))


def _plain_sum(entries: list[Text], *, comma: bool) -> Decimal | None:
    """`6 laboratories`, `1 hall`: entries of a number and a name alone are kinds of what is counted above."""
    found = [quantities_in(entry.plain, comma=comma) for entry in entries]
    plain = all(len(each) == 1 and not each[0].start and not each[0].unit for each in found)
    return None if not plain else sum((each[0].value for each in found), Decimal(0))
