"""The rows of a table come to another number than the text tells of all of them.

There is no row with the total in which one would see it.

Fails:

```markdown
The study enrols 180 participants from three sites.

| Site | Planned participants |
|---|---|
| Leiden | 78 |
| Porto | 62 |
| Graz | 50 |
```

Passes:

```markdown
The study enrols 180 participants from three sites.

| Site | Planned participants |
|---|---|
| Leiden | 78 |
| Porto | 52 |
| Graz | 50 |
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.blocks import Under
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.claims import claims_in
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sections import sections_of
from generator.audit.understanding.totals import is_slip
from generator.audit.understanding.words import ahead, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_ALL = re.compile(r"\ball(?: the| our)?\s+$", re.IGNORECASE)
_FEWEST, _TWICE = 3, 2
_NEAR = Decimal("0.4")
_ADDED = frozenset(
    ["planned", "number", "no", "expected", "total", "registered", "target", "many", "needed", "booked", "estimated"]
)


@dataclass(frozen=True)
class _Sum:
    """What a column without a total adds up to."""

    noun: str
    value: Decimal
    rows: int
    listed: str
    """What the rows are."""
    called: frozenset[str]
    quote: Quote


@dataclass(frozen=True)
class _Claim:
    """A number of all things of a kind, and what else its text counts."""

    phrase: Phrase
    each: Quantity
    beside: frozenset[tuple[str, Decimal]]
    is_of_all: bool


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each column that does not come to what the text tells, where a second statement bears the text out."""
    sums = [*_sums(facts.reading), *_listed(facts.reading)]
    claims = [claim for phrase in facts.reading.phrases for claim in _claims(phrase)] if sums else []
    parts = _figures(facts.reading) if sums else set()
    for each in sums:
        told = [claim for claim in claims if claim.each.head == each.noun]
        values = {claim.each.value for claim in told}
        if not told or each.value in values or (each.noun, each.value) in parts:
            continue
        others = [one for one in sums if one.noun == each.noun and one is not each]
        agreeing = {one.value for one in others if one.called == each.called}
        meant = [
            claim for claim in told if _is_borne_out(claim, each, told, agreeing) or (claim.is_of_all and not others)
        ]
        if len({claim.each.value for claim in meant}) == 1 and _is_near(meant[0].each, each.value):
            claim = meant[0].each
            message = f"the rows add up to {each.value.normalize():f}, {claim.value.normalize():f} are told in all"
            there = meant[0].phrase.mark(claim.start, claim.last)
            yield Contradiction(message, each.quote, (there,), "mend the row that is wrong, or the total")


def _is_borne_out(claim: _Claim, each: _Sum, told: list[_Claim], agreeing: set[Decimal]) -> bool:
    """Its text counts the rows as well, another table of the same rows comes to it, or two texts tell it."""
    texts = {id(one.phrase) for one in told if one.each.value == claim.each.value}
    rows = (each.listed, Decimal(each.rows)) in claim.beside
    return rows or claim.each.value in agreeing or len(texts) >= _TWICE


def _is_near(claim: Quantity, value: Decimal) -> bool:
    return is_slip(claim, value) and abs(claim.value - value) <= value * _NEAR


def _figures(reading: Reading) -> set[tuple[str, Decimal]]:
    """Return what single cells count: a table that comes to one of these tells of that row alone."""
    return {
        (noun, value)
        for grid, rows in reading.tables
        for column, header in enumerate(grid.header)
        for noun, _, _ in tokens_of(header.plain)
        for row in rows
        if (value := _whole(row, column)) is not None
    }


def _claims(phrase: Phrase) -> Iterator[_Claim]:
    if phrase.form not in {"paragraph", "item"}:
        return
    amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
    beside = frozenset((each.head, each.value) for each in amounts if each.noun)
    for each, _ in claims_in(phrase):
        if len(each.noun) == 1:
            yield _Claim(phrase, each, beside, bool(_ALL.search(ahead(phrase.plain, each.start))))


def _sums(reading: Reading) -> Iterator[_Sum]:
    for section in sections_of(reading):
        if len(section.rows) < _FEWEST or any(is_total(row) for row in section.rows):
            continue
        key = section.grid.header[section.grid.key_column]
        for column in range(len(section.grid.header)):
            noun = _counted(section.grid, column)
            values = [_whole(row, column) for row in section.rows] if noun else []
            told = [each for each in values if each is not None]
            if told and len(told) == len(values):
                listed = [stem for stem, _, _ in tokens_of(key.plain)]
                first = section.rows[0]
                total = sum(told, Decimal(0))
                quote = first.mark(first.cells[column])
                called = frozenset(row.cells[section.grid.key_column].plain.strip() for row in section.rows)
                yield _Sum(noun, total, len(told), listed[-1] if listed else "", called, quote)


def _listed(reading: Reading) -> Iterator[_Sum]:
    """Entries of one list that each count the same once: `Amber: tools, 8 screens, 900 seats`."""
    lists: dict[Under, list[Phrase]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.item and not phrase.item.depth:
            lists[phrase.under].append(phrase)
    for items in lists.values():
        counts = [_counts(item) for item in items] if len(items) >= _FEWEST else []
        for noun in frozenset(counts[0]).intersection(*counts) if counts else ():
            values = [count[noun] for count in counts]
            if all(value is not None for value in values):
                total = sum((value for value in values if value is not None), Decimal(0))
                called = frozenset(item.plain.strip() for item in items)
                yield _Sum(noun, total, len(values), "", called, items[0].quote())


def _counts(item: Phrase) -> dict[str, Decimal | None]:
    """What an entry counts behind its name; nothing of what it counts twice."""
    found: dict[str, Decimal | None] = {}
    for each in quantities_in(item.plain, comma=item.style.comma):
        if len(each.noun) == 1 and each.is_count and each.start:
            found[each.head] = None if each.head in found else each.value
    return found


def _counted(grid: Grid, column: int) -> str:
    """The one thing that a column counts: `participants`, `planned participants`."""
    stems = [stem for stem, _, _ in tokens_of(grid.header[column].plain)]
    plain = [stem for stem in stems if stem not in _ADDED]
    return plain[0] if column != grid.key_column and len(plain) == 1 and plain[0] == stems[-1] else ""


def _whole(row: Row, column: int) -> Decimal | None:
    cell = row.cells[column]
    band = band_in(cell.plain, comma=cell.style.comma)
    return band.high if band and band.low == band.high and not band.unit else None
