"""What one takes or costs is told, and what several take or cost is no multiple of it.

What is ordered or allowed by the product is too little or too much.

Fails:

```markdown
One box holds 18 kg.

We lift a pallet with 48 boxes (846 kg) at a time.
```

Passes:

```markdown
One box holds 18 kg.

We lift a pallet with 48 boxes (864 kg) at a time.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_ONE = re.compile(
    r"\b(?:one|an?|each|every)\s(?P<thing>[a-z-]+)\s(?:holds?|weighs?|costs?|is|takes?|needs?|carries|seats|gets?|uses?)\s$",
    re.IGNORECASE,
)
_PER = re.compile(r"\s(?:a|per|each|every|for (?:each|every|an?))\s(?P<thing>[a-z-]+)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:^|[.;:]\s|\bthe\s)(?:The |A )?(?P<what>[A-Za-z-]+(?: [a-z-]+)?) (?:costs?|is|are|takes?|comes? to) $"
)
_OPENS = re.compile(r"\s?\(|\s?=\s?|:\s")
_ABOUT = re.compile(
    r"\b(?:about|around|up to|at (?:least|most)|more|less|nearly|each|every|per)\W*$|[~≈<>≤≥]\W*$", re.IGNORECASE
)
_ROW = re.compile(r"\((?P<many>\d{1,4}) (?P<thing>[a-z]+)\)")
_NEAR, _REACH = 3, 60


@dataclass(frozen=True)
class _Rate:
    """So much for one of a thing, told of some subject."""

    value: Decimal
    unit: str
    thing: str
    subject: frozenset[str]
    quote: Quote


_Rates = dict[str, list[_Rate]]
"""By the thing that one is told of, the first ones."""
_MOST = 20


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each amount told for so many things that is near, but not, so many times what one of them has."""
    rates: _Rates = defaultdict(list)
    for rate in (rate for phrase in facts.reading.phrases if phrase.is_spoken for rate in _rates(phrase)):
        rates[rate.thing] += [rate] if len(rates[rate.thing]) < _MOST else []
    for phrase in facts.reading.phrases if rates else ():
        yield from _bracketed(phrase, rates) if phrase.is_spoken else ()
    for _, rows in facts.reading.tables if rates else ():
        for row in rows:
            yield from _of_row(row, rates)


def _rates(phrase: Phrase) -> Iterator[_Rate]:
    plain = level(phrase.plain)
    for each in quantities_in(phrase.plain, comma=phrase.style.comma):
        if not each.unit or each.unit == "%":
            continue
        before = plain[max(0, each.start - _REACH) : each.start]
        found, subject = _PER.match(plain, each.last) or _ONE.search(before), _SUBJECT.search(before)
        if found and not _ABOUT.search(before):
            words = frozenset(_stems(subject["what"])) if subject else frozenset()
            yield _Rate(each.value, each.unit, _stems(found["thing"])[-1], words, phrase.mark(each.start, each.last))


def _stems(words: str) -> list[str]:
    return [stem for stem, _, _ in tokens_of(words)] or [""]


def _bracketed(phrase: Phrase, rates: _Rates) -> Iterator[Contradiction]:
    """`48 boxes (864 kg)`."""
    plain, amounts = level(phrase.plain), quantities_in(phrase.plain, comma=phrase.style.comma)
    for many, told in pairwise(amounts):
        if many.is_count and told.unit and _OPENS.fullmatch(plain, many.last, told.start):
            meant = [rate for rate in rates.get(many.head, ()) if rate.unit == told.unit]
            before = plain[max(0, many.start - _REACH) : many.start]
            alone = not _PER.match(plain, told.last) and not _ABOUT.search(before)
            found = _wrong(many.value, told, meant) if alone else None
            if found:
                yield _told(phrase.mark(told.start, told.last), many.value, told.value, found)


def _of_row(row: Row, rates: _Rates) -> Iterator[Contradiction]:
    """`Ferry hire (3 days) | 6,600`, where the ferry costs so much a day."""
    name = level(row.cells[row.grid.key_column].plain)
    found = _ROW.search(name)
    thing, words = (_stems(found["thing"])[-1], set(_stems(name))) if found else ("", set())
    meant = [rate for rate in rates.get(thing, ()) if rate.subject & words]
    for cell in row.cells if found and meant else ():
        band = band_in(cell.plain, comma=cell.style.comma)
        if found and band and cell is not row.cells[row.grid.key_column] and len({rate.value for rate in meant}) == 1:
            told = Quantity(band.high, meant[0].unit, (), 0, 0, 0)
            rate = _wrong(Decimal(found["many"]), told, meant)
            if rate:
                yield _told(row.mark(cell), Decimal(found["many"]), band.high, rate)


def _wrong(many: Decimal, told: Quantity, rates: list[_Rate]) -> _Rate | None:
    products = [rate.value * many for rate in rates]
    near = [rate for rate, made in zip(rates, products, strict=True) if abs(made - told.value) * _NEAR < made]
    return near[0] if near and told.value not in products else None


def _told(quote: Quote, many: Decimal, told: Decimal, rate: _Rate) -> Contradiction:
    made = f"{(many * rate.value).normalize():f}"
    message = f"{many.normalize():f} times {rate.value.normalize():f} {rate.unit} is {made}, not {told.normalize():f}"
    return Contradiction(message, quote, (rate.quote,), f"write {made}, or mend a factor")
