"""A sentence counts the rows of a table beside a total that the table bears out, and counts them wrong.

That its total is there shows that this table is meant.

Fails:

```markdown
| Pier | Berths |
|---|---|
| North | 24 |
| East | 18 |
| South | 30 |
| **Total** | **72** |

Four piers with a total of 72 berths.
```

Passes:

```markdown
| Pier | Berths |
|---|---|
| North | 24 |
| East | 18 |
| South | 30 |
| **Total** | **72** |

Three piers with a total of 72 berths.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_WITH = re.compile(r"\s(?:with|have|has|hold|holds|and)\s(?:together\s|in all\s|a total of\s)?|,\s", re.IGNORECASE)
_OPENS = re.compile(
    r"(?:^|[.;:]\s)\W*(?:(?:there are|these are|we have|it is|the|all|in all|altogether)\s)?$", re.IGNORECASE
)
_FEWEST, _SLIP = 3, 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each `three piers with 72 berths` where a column comes to 72 and the rows are not three."""
    for section in sections_of(facts.reading):
        rows = [row for row in section.rows if not is_total(row) and row.cells[section.grid.key_column].plain.strip()]
        for phrase in section.texts if len(rows) >= _FEWEST else ():
            yield from _held(section, rows, phrase)


def _held(section: Section, rows: list[Row], phrase: Phrase) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    header = section.grid.header[section.grid.key_column]
    named = {stem for stem, _, _ in tokens_of(header.plain)}
    for many, whole in pairwise(quantities_in(phrase.plain, comma=phrase.style.comma)):
        joined = _WITH.fullmatch(plain, many.last, whole.start)
        if not joined or not many.is_count or len(many.noun) > 1 or many.head not in named:
            continue
        wrong = many.value != len(rows) and abs(many.value - len(rows)) <= _SLIP
        if wrong and _OPENS.search(plain[: many.start]) and whole.value in _sums(section, rows):
            message = f"{many.value:f} are told, the table has {len(rows)} such rows"
            quote = rows[-1].mark(rows[-1].cells[section.grid.key_column])
            yield Contradiction(message, phrase.mark(many.start, many.last), (quote,), "mend the number, or the rows")


def _sums(section: Section, rows: list[Row]) -> set[Decimal]:
    """What each column of figures adds up to."""
    found: set[Decimal] = set()
    for column in range(len(section.grid.header)):
        cells = [row.cells[column] for row in rows]
        bands = [band_in(cell.plain, comma=cell.style.comma) for cell in cells]
        figures = [band.low for band in bands if band and band.low == band.high]
        if len(figures) == len(cells):
            found.add(sum(figures, Decimal(0)))
    return found
