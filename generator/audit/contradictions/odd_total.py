"""One text tells another number of things than the total of their table, which other texts tell rightly.

The one place was forgotten when the number changed, and who reads it counts too few or too many.

Fails:

```markdown
Three clerks choose 74 shelves.

| Floor | Shelves |
|---|---|
| First floor | 14 |
| Second floor | 35 |
| Third floor | 25 |
| **Total** | **74** |

- [ ] 76 shelves stand and are labelled
```

Passes:

```markdown
Three clerks choose 74 shelves.

| Floor | Shelves |
|---|---|
| First floor | 14 |
| Second floor | 35 |
| Third floor | 25 |
| **Total** | **74** |

- [ ] 74 shelves stand and are labelled
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.part_figures import noun_of
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.quantities import PEOPLE, Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_PARTIAL = re.compile(
    r"[<>≤≥~+]|\b(?:at (?:least|most)|more|less|fewer|than|about|around|some|up to|first|last|next|other|another"
    r"|remaining|rest|only|per|each|every|until|by|from|left|spare|extra|additional|new|old|if|unless|was|were|a day"
    r"|already|still|not|no|without|half|one|of the|of them|between|or|so far|daily|weekly)\b",
    re.IGNORECASE,
)
_FEWEST, _NEAR = 2, 8
"""What is farther off than an eighth counts others as well, or only some."""


@dataclass(frozen=True)
class _Total:
    noun: str
    value: Decimal
    parts: tuple[Decimal, ...]
    names: frozenset[frozenset[str]]
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one number that is a little off a total, where all other texts that count the things have it."""
    totals: dict[str, list[_Total]] = defaultdict(list)
    for total in _totals(facts.reading):
        totals[total.noun].append(total)
    told = _told(facts.reading) if totals else {}
    for noun, found in totals.items():
        right = [one for one in told.get(noun, []) if one[1].value == found[0].value]
        wrong = [one for one in told.get(noun, []) if one[1].value != found[0].value]
        if len(found) == 1 and right and len(wrong) == 1 and _is_slip(*wrong[0], found[0]):
            phrase, each = wrong[0]
            message = f"{each.value.normalize():f} are told, the table comes to {found[0].value.normalize():f}"
            yield Contradiction(message, phrase.mark(each.start, each.last), (found[0].quote,))


def _is_slip(phrase: Phrase, each: Quantity, total: _Total) -> bool:
    """A number of all, and of none of the rows, nor of all but one of them."""
    off = abs(each.value - total.value)
    some = {
        *total.parts,
        *(total.value - part for part in total.parts),
        *(total.value + part for part in total.parts),
    }
    above = {key_of(heading.text.plain) for heading in phrase.under}
    plain = level(phrase.plain)
    start, end = next((span for span in sentences_of(plain) if span[0] <= each.start < span[1]), (0, len(plain)))
    partial = _PARTIAL.search(plain, start, end) or phrase.units or phrase.windows or above & total.names
    return not partial and len(each.noun) == 1 and off * _NEAR <= total.value and each.value not in some


def _totals(reading: Reading) -> Iterator[_Total]:
    """Totals that their rows make, by the one word that their column counts."""
    for grid, rows in reading.tables:
        last = rows[-1] if rows and is_total(rows[-1]) else None
        for column in range(len(grid.header)) if last else ():
            noun, told = counted_by(grid.header[column].plain), _figure(last, column) if last else None
            parts = [_figure(row, column) for row in rows[:-1]]
            added = tuple(part for part in parts if part is not None)
            if last and noun and told and len(added) == len(parts) >= _FEWEST and sum(added) == told:
                kind = "person" if noun in PEOPLE else noun
                yield _Total(kind, told, added, _names(grid, rows), last.mark(last.cells[column]))


def _names(grid: Grid, rows: tuple[Row, ...]) -> frozenset[frozenset[str]]:
    return frozenset(key_of(row.cells[grid.key_column].plain) for row in rows)


def _figure(row: Row, column: int) -> Decimal | None:
    cell = row.cells[column]
    band = band_in(cell.plain, comma=cell.style.comma)
    return band.low if band and band.low == band.high and not band.unit else None


def _told(reading: Reading) -> dict[str, list[tuple[Phrase, Quantity]]]:
    """Every number of one plain noun that a text tells."""
    found: dict[str, list[tuple[Phrase, Quantity]]] = defaultdict(list)
    for phrase in reading.phrases:
        for each in quantities_in(phrase.plain, comma=phrase.style.comma) if phrase.is_spoken else ():
            if each.is_count and each.noun:
                found[noun_of(each)].append((phrase, each))
    return found
