"""So many are told for each, and one row of the table has another number than so many times its own.

In that row something is missing, or left over.

Fails:

```markdown
Every colleague receives three crates.

| Batch | People | Crates |
|---|---|---|
| A | 25 | 75 |
| B | 42 | 136 |
| C | 73 | 219 |
```

Passes:

```markdown
Every colleague receives three crates.

| Batch | People | Crates |
|---|---|---|
| A | 25 | 75 |
| B | 42 | 126 |
| C | 73 | 219 |
```
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Row
from generator.audit.understanding.rates import Rate, rates_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row in which two columns are not to each other as a rate says, where they are in all others."""
    for rate in rates_of(facts.reading):
        for grid, rows in facts.reading.tables:
            columns = [column for column, each in enumerate(grid.header) if counted_by(each.plain) == rate.each.head]
            for column in columns if len(columns) == 1 else ():
                yield from _odd(rate, grid, [row for row in rows if not is_total(row)], column)


def _odd(rate: Rate, grid: Grid, rows: list[Row], column: int) -> Iterator[Contradiction]:
    for other in range(len(grid.header)):
        found = [(row, _figure(row, other), _figure(row, column)) for row in rows] if other != column else []
        known = [(row, one, many) for row, one, many in found if one and many]
        wrong = [(row, one, many) for row, one, many in known if one * rate.each.value != many]
        if len(known) == len(found) and len(wrong) == 1 and len(known) - 1 >= _FEWEST:
            row, one, many = wrong[0]
            right = f"{(one * rate.each.value).normalize():f}"
            message = (
                f"{one.normalize():f} times {rate.each.value.normalize():f} is {right}, not {many.normalize():f}"
            )
            yield Contradiction(
                message, row.mark(row.cells[column]), (rate.quote,), f"write {right}, or mend a factor"
            )


def _figure(row: Row, column: int) -> Decimal | None:
    cell = row.cells[column]
    band = band_in(cell.plain, comma=cell.style.comma)
    return band.low if band and band.low == band.high and not band.unit else None
