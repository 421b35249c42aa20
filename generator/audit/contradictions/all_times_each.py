"""So much is told for each, and for all of them another product than the number in the table makes.

What is booked by the product is too little for all, or too much.

Fails:

```markdown
| Batch | Staff to train |
|---|---|
| North | 96 |
| South | 154 |
| Total | 250 |

Everybody is trained for 4 hours; that makes 1,200 hours of training.
```

Passes:

```markdown
| Batch | Staff to train |
|---|---|
| North | 96 |
| South | 154 |
| Total | 250 |

Everybody is trained for 4 hours; that makes 1,000 hours of training.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.for_each import each_before
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.totals import is_total as is_told_as_total
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SO = re.compile(
    r"(?:\bso|\bhence|\bthus|\btherefore|\bwhich (?:is|are|makes?)|\bthat (?:is|are|makes?)"
    r"|\bmaking|\bgiving|:|=)\W*$",
    re.IGNORECASE,
)
_SLIP = 4
_REACH = 24
_Whole = tuple[Decimal, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each product that is near what one whole of the table above makes, and is none of any."""
    for section in sections_of(facts.reading):
        for phrase in section.texts:
            for total in quantities_in(phrase.plain, comma=phrase.style.comma):
                each = each_before(phrase, total) if _is_told(phrase, total) else None
                if each:
                    yield from _wrong(section, phrase, total, each)


def _is_told(phrase: Phrase, total: Quantity) -> bool:
    plain = level(phrase.plain)
    before = plain[max(0, total.start - _REACH) : total.start]
    return bool(_SO.search(before)) or is_told_as_total(plain, total)


def _wrong(section: Section, phrase: Phrase, total: Quantity, told: tuple[Quantity, str]) -> Iterator[Contradiction]:
    each, noun = told
    every = _wholes(section)
    wholes = [whole for header, whole in every if not noun or tokens_of(noun)[0][0] in header]
    after = [one.value for one in quantities_in(phrase.plain, comma=phrase.style.comma) if one.start > total.start]
    products = [number * each.value for _, (number, _) in every] + [number * each.value for number in after]
    near = [whole for whole in wholes if abs(whole[0] * each.value - total.value) * _SLIP < whole[0] * each.value]
    if len(near) == 1 and total.value not in products:
        number, quote = near[0]
        right = f"{(number * each.value).normalize():f}"
        message = (
            f"{number.normalize():f} times {each.value.normalize():f} is {right}, not {total.value.normalize():f}"
        )
        yield Contradiction(
            message, phrase.mark(total.start, total.last), (quote,), f"write {right}, or mend a factor"
        )


def _wholes(section: Section) -> list[tuple[frozenset[str], _Whole]]:
    """The total of each column of numbers, as its last row tells it, else as its rows make it."""
    found: list[tuple[frozenset[str], _Whole]] = []
    last = section.rows[-1] if section.rows and is_total(section.rows[-1]) else None
    body = [row for row in section.rows if not is_total(row)]
    for column, header in enumerate(section.grid.header):
        rows = [last] if last and last.cells[column].plain.strip() else body
        bands = [band_in(row.cells[column].plain, comma=header.style.comma) for row in rows]
        figures = [band.low for band in bands if band and band.low == band.high and not band.unit]
        if column != section.grid.key_column and len(figures) == len(rows) > 0:
            stems = frozenset(stem for stem, _, _ in tokens_of(header.plain))
            found.append((stems, (sum(figures, Decimal(0)), rows[-1].mark(rows[-1].cells[column]))))
    return found
