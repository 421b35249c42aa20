"""A text beside a table tells a total that the table's figures do not add up to.

What is ordered, drawn or allowed by the one figure is too little or too much by the other.

Fails:

```markdown
| Visit | Blood |
|---|---|
| V1 | 20 mL |
| V2 | 12 mL |
| V3 | 20 mL |

Three visits; 60 mL of blood in all.
```

Passes:

```markdown
| Visit | Blood |
|---|---|
| V1 | 20 mL |
| V2 | 12 mL |
| V3 | 20 mL |

Three visits; 52 mL of blood in all.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.blocks import Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total as is_total_row
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import lengths_in, told_minutes, whole_length
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.steps import is_parallel
from generator.audit.understanding.totals import is_each, is_slip, is_total, said_before, tells_of_some
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_RATE = re.compile(r"\b(?:per|each|rate|average|avg|mean|price|max\w*|min|peak|level|day|week)\b|/|%", re.IGNORECASE)
_UNIT = re.compile(r"\((?P<unit>[A-Za-z€$£µ²³]{1,5})\)|^\s*(?P<bare>[€$£]|m[lL]|kg|km|t)\s*$")
_COUNTS = frozenset({"count", "number", "quantity", "qty"})
_FEWEST, _REACH = 3, 14
_Sum = tuple[Decimal, Quote, frozenset[str]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total told of what a column counts that none of the columns comes to."""
    for section in sections_of(facts.reading):
        sums = list(_sums(section)) if len(section.rows) >= _FEWEST else []
        names = [frozenset(each) for row in section.rows if (each := _stems(row.cells[row.grid.key_column].plain))]
        entries = [" | ".join(cell.plain for cell in row.cells) for row in section.rows] if sums else []
        for phrase in section.texts if sums else ():
            yield from _wrong(phrase, sums, names, entries)
        if sums and section.grid.under:
            yield from _in_title(section.grid.under[-1].text, sums)


def _sums(section: Section) -> Iterator[_Sum]:
    """The sum of each column of figures, with the words that may name it; none where a row tells totals."""
    if any(is_total_row(row) for row in section.rows):
        return
    for column, header in enumerate(section.grid.header):
        if column == section.grid.key_column or _RATE.search(level(header.plain)):
            continue
        told = [_amount(row, column) for row in section.rows]
        known = [each for each in told if each]
        units = {unit for _, unit in known}
        if len(known) == len(told) and len(units) == 1:
            first = section.rows[0]
            quote = first.mark(first.cells[column])
            yield sum((value for value, _ in known), Decimal(0)), quote, _names(header, *units)


def _amount(row: Row, column: int) -> tuple[Decimal, str] | None:
    """One figure with its unit; a length in minutes."""
    cell = row.cells[column]
    length = whole_length(cell.plain)
    if length:
        return length.minutes, "minute"
    band = band_in(cell.plain, comma=cell.style.comma)
    whole = band is not None and band.low == band.high and band.high > 0
    return (band.high, band.unit.lower()) if band and whole else None


def _names(header: Phrase, unit: str) -> frozenset[str]:
    """The unit of the cells or of the heading, or else the one word of the heading."""
    if unit:
        return frozenset({unit})
    found = _UNIT.search(level(header.plain))
    if found:
        return frozenset({(found["unit"] or found["bare"]).lower()})
    stems = [stem for stem, _, _ in tokens_of(header.plain)]
    return frozenset(stems) if len(stems) == 1 else frozenset()


def _wrong(
    phrase: Phrase, sums: list[_Sum], names: list[frozenset[str]], entries: list[str]
) -> Iterator[Contradiction]:
    plain, claims = level(phrase.plain), _claims(phrase)
    told = {each.value for each in claims}
    for each in () if is_parallel(plain) else claims:
        meant = [one for one in sums if _name(each) in one[2] and one[0] not in told]
        rest = plain[each.last : each.last + _REACH]
        slip = is_total(plain, each) and len(meant) == 1 and is_slip(each, meant[0][0])
        if slip and not _is_part(rest) and not _is_of_some(plain, each, names, entries):
            told_as = told_minutes if each.unit == "minute" else _figure
            added = told_as(meant[0][0])
            message = f"the total is {told_as(each.value)}, the rows of the table add up to {added}"
            quote = phrase.mark(each.start, each.last)
            yield Contradiction(message, quote, (meant[0][1],), f"write {added}, or mend the row that is wrong")


def _in_title(title: Text, sums: list[_Sum]) -> Iterator[Contradiction]:
    """`Team (6.5 FTE)` right above the table tells the sum of its one column of them, or of its one count."""
    plain = level(title.plain)
    for each in quantities_in(title.plain):
        counted = [one for one in sums if _name(each) in one[2] or one[2] & _COUNTS]
        alone = plain[: each.start].endswith("(") and plain[each.last :].strip(" *:.") == ")" and each.is_count
        if alone and len(counted) == 1 and is_slip(each, counted[0][0]):
            added = _figure(counted[0][0])
            message = f"the title tells {_figure(each.value)}, the rows of the table add up to {added}"
            quote = Quote(title.plain.strip(), title.place(each.start, each.last))
            yield Contradiction(message, quote, (counted[0][1],), f"write {added}, or mend the row that is wrong")


def _figure(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _is_of_some(plain: str, each: Quantity, names: list[frozenset[str]], entries: list[str]) -> bool:
    """`Site visits and drawing together are 75 %`: the total of the rows that its sentence names."""
    said = said_before(plain, each)
    words = _stems(said)
    return tells_of_some(said, entries) or 1 < sum(name <= words for name in names) < len(names)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for stem, _, _ in tokens_of(text))


def _is_part(rest: str) -> bool:
    return is_each(rest.split(".", maxsplit=1)[0]) and not re.match(r"\s*of\b", rest)


def _name(each: Quantity) -> str:
    return each.unit.lower() or each.head


def _claims(phrase: Phrase) -> list[Quantity]:
    """Amounts, lengths in minutes."""
    lengths = [
        Quantity(each.minutes, "minute", (), each.start, each.end, each.end) for each in lengths_in(phrase.plain)
    ]
    taken = {each.start for each in lengths}
    amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
    return [*lengths, *(each for each in amounts if each.start not in taken)]
