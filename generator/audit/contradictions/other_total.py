"""A text tells how many there are in all, and a table whose rows make its own total has another number.

The table was mended after the text was written, or the figure was copied wrongly.

Fails:

```markdown
We move 190 racks.

| Night | Racks |
|---|---|
| 1 | 60 |
| 2 | 70 |
| 3 | 50 |
| Total | 180 |
```

Passes:

```markdown
We move 180 racks.

| Night | Racks |
|---|---|
| 1 | 60 |
| 2 | 70 |
| 3 | 50 |
| Total | 180 |
```
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.claims import claims_in
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.part_figures import noun_of
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.quantities import PEOPLE, Quantity, quantities_in
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 2
_NEAR = 8
"""What is farther off than an eighth counts others as well, or only some."""
_Told = tuple[Phrase, Quantity]


@dataclass(frozen=True)
class _Total:
    noun: str
    value: Decimal
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each such number that is told alone of its kind, and a little off the one total."""
    totals: dict[str, list[_Total]] = defaultdict(list)
    for total in _totals(facts.reading):
        totals[total.noun].append(total)
    told = _told(facts.reading) if totals else {}
    for noun, found in totals.items():
        claims, all_told = told.get(noun, ([], frozenset[Decimal]()))
        values = {total.value for total in found}
        if len(values) == 1 and claims and not values & all_told:
            yield from _wrong(found[0], claims, all_told)


def _wrong(total: _Total, claims: list[_Told], all_told: frozenset[Decimal]) -> Iterator[Contradiction]:
    phrase, each = claims[0]
    off = abs(each.value - total.value)
    alone = len({one.value for _, one in claims}) == 1
    if alone and 0 < off * _NEAR <= total.value and off not in all_told:
        message = f"{each.value.normalize():f} are told in all, the table comes to {total.value.normalize():f}"
        yield Contradiction(message, phrase.mark(each.start, each.last), (total.quote,))


def _totals(reading: Reading) -> Iterator[_Total]:
    """Totals that their rows make, by the one word that their column counts."""
    for grid, rows in reading.tables:
        last = rows[-1] if rows and is_total(rows[-1]) else None
        for column, header in enumerate(grid.header) if last else ():
            noun = counted_by(header.plain)
            total = _figure(last, column) if last and noun and column != grid.key_column else None
            parts = [_figure(row, column) for row in rows[:-1]]
            added = [part for part in parts if part is not None]
            if last and total and len(added) == len(parts) >= _FEWEST and sum(added) == total:
                yield _Total("person" if noun in PEOPLE else noun, total, last.mark(last.cells[column]))


def _figure(row: Row, column: int) -> Decimal | None:
    cell = row.cells[column]
    band = band_in(cell.plain, comma=cell.style.comma)
    return band.low if band and band.low == band.high and not band.unit else None


def _told(reading: Reading) -> dict[str, tuple[list[_Told], frozenset[Decimal]]]:
    """What texts count as a whole, with every number that they tell of the same things, or of none."""
    claims: dict[str, list[_Told]] = defaultdict(list)
    numbers: dict[str, set[Decimal]] = defaultdict(set)
    for phrase in reading.phrases:
        if phrase.is_spoken or phrase.form == "heading":
            for each in quantities_in(phrase.plain, comma=phrase.style.comma):
                numbers[noun_of(each)].add(each.value)
        if not phrase.units and not phrase.is_box:
            for each, _ in claims_in(phrase):
                if len(each.noun) == 1:
                    claims[noun_of(each)].append((phrase, each))
    return {noun: (told, frozenset(numbers[noun] | numbers[""])) for noun, told in claims.items()}
