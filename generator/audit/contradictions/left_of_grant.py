"""What is left of a budget is not the budget less the total of the list above.

The rest is spent by those who read it, and is not there.

Fails:

```markdown
- Hall: £300
- Band: £450
- Flowers: £90
- Total: £840
- Granted: £1,000, which leaves £260
```

Passes:

```markdown
- Hall: £300
- Band: £450
- Flowers: £90
- Total: £840
- Granted: £1,000, which leaves £160
```
"""

import re
from collections.abc import Iterator

from generator.audit.blocks import Listing, Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import uses_decimal_comma
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.totals import like_total
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LEAVES = re.compile(
    r"[^.;\d]{0,30}\b(?:leav(?:es|ing)|so|the rest is|remain(?:s|ing)?)\s(?:us\s)?$",
    re.IGNORECASE,
)
_SO = re.compile(r"\bso\s$", re.IGNORECASE)
_REMAINS = re.compile(r"\s(?:(?:is|are|stays?)\s)?(?:left|over|in hand|unspent|to spare|remains?)\s*[.;)]?\s*")
_ENDS = re.compile(r"\s*[.;)]?\s*")
_NEAR = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rest in an entry below the total of a list, of the one other amount of that entry."""
    for document in facts.reading.documents:
        comma = uses_decimal_comma(text.plain for text in document.texts)
        for block in document.blocks:
            if isinstance(block, Listing):
                texts = [item.text for item in block.items if not item.depth]
                totals = [index for index, text in enumerate(texts) if like_total(text.plain)]
                below = texts[totals[0] + 1 :] if len(totals) == 1 else []
                for text in below[:1]:
                    yield from _held(texts[totals[0]], text, comma=comma)


def _held(total: Text, text: Text, *, comma: bool) -> Iterator[Contradiction]:
    spent, amounts = _money(total, comma=comma), _money(text, comma=comma)
    if len(spent) != 1 or len(amounts) != len("ab") or amounts[0].value <= spent[0].value:
        return
    granted, rest = amounts
    between, behind = level(text.plain)[granted.end : rest.start], level(text.plain)[rest.end :]
    right = granted.value - spent[0].value
    alone = _ENDS.fullmatch(behind) and not _SO.search(between)
    said = _LEAVES.fullmatch(between) and (alone or _REMAINS.fullmatch(behind))
    if said and granted.unit == rest.unit == spent[0].unit and 0 < abs(rest.value - right) <= right * _NEAR:
        told = f"{granted.value.normalize():f} less {spent[0].value.normalize():f} is {right.normalize():f}"
        here = Quote(text.plain.strip(), text.place(rest.start, rest.end))
        there = Quote(total.plain.strip(), total.place())
        yield Contradiction(f"{told}, not {rest.value.normalize():f}", here, (there,), "mend one of the amounts")


def _money(text: Text, *, comma: bool) -> list[Quantity]:
    return [each for each in quantities_in(text.plain, comma=comma) if each.is_money]
