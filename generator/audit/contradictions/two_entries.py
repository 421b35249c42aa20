"""Two tables say different things of one entry.

Whoever updates the plan finds one of the tables, and the other grows old.

Fails:

```markdown
| Risk | Impact | Probability |
|---|---|---|
| Data loss | High | Low |
| Late supplier | Medium | High |

| Risk | Impact | Probability | Mitigation |
|---|---|---|---|
| Data loss | Medium | Low | Backups every night |
```

Passes:

```markdown
| Risk | Impact | Probability |
|---|---|---|
| Data loss | High | Low |
| Late supplier | Medium | High |

| Risk | Impact | Probability | Mitigation |
|---|---|---|---|
| Data loss | High | Low | Backups every night |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import number
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.ratings import rating
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.words import key_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_READERS = ("impact", "probability", "owner", "duration")
_LENGTH = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*([a-z]+)", re.IGNORECASE)
_HOURS = (("month", 160), ("w", 40), ("d", 8), ("h", 1))
"""Working hours, so that two days and sixteen hours are the same."""
_Key = tuple[frozenset[str], str, str]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rating, owner or duration that another table tells otherwise for an entry of the same name."""
    first: dict[_Key, tuple[int, object, Quote]] = {}
    for index, (grid, rows) in enumerate(facts.reading.tables):
        for row in rows:
            for key, value, quote in _told(grid, row):
                table, other, where = first.setdefault(key, (index, value, quote))
                if table != index and other != value and not _elsewhere(facts, table, index):
                    name = row.cells[grid.key_column].plain.strip()
                    yield Contradiction(f'"{name}" has another {key[2]} in another table', quote, (where,))


def _told(grid: Grid, row: Row) -> Iterator[tuple[_Key, object, Quote]]:
    name = row.cells[grid.key_column]
    units = [str(mention.unit) for mention, cell in row_units(row) if cell is name]
    words = key_of(units[0]) if len(units) == 1 else key_of(name.plain)
    for meaning in _READERS if words else ():
        cell = row.cell(meaning)
        value = _value(cell, meaning) if cell and cell is not name else None
        if cell and value:
            yield (words, grid.first, meaning), value, row.mark(cell)


def _value(cell: Phrase, meaning: str) -> object:
    if meaning in {"impact", "probability"}:
        return rating(cell.plain)
    if meaning == "owner":
        return key_of(cell.plain)
    found = _LENGTH.fullmatch(cell.plain.strip())
    size = next((hours for unit, hours in _HOURS if found and found[2].lower().startswith(unit)), None)
    return number(found[1]) * size if found and size else None


def _elsewhere(facts: Facts, left: int, right: int) -> bool:
    """Tables of one form below sibling headings speak of different cases, such as two sites."""
    one, other = facts.reading.tables[left][0], facts.reading.tables[right][0]
    alike = [cell.plain.strip().lower() for cell in one.header] == [
        cell.plain.strip().lower() for cell in other.header
    ]
    return alike and one.under != other.under and len(one.under) == len(other.under)
