"""A column of shares is not what the figures beside it make in one of its rows.

One figure was changed, and the percentage beside it was not.

Fails:

```markdown
| Course | Starters | Portion |
|---|---|---|
| Full | 500 | 25 % |
| Half | 900 | 35 % |
| Mile | 600 | 30 % |
```

Passes:

```markdown
| Course | Starters | Portion |
|---|---|---|
| Full | 500 | 25 % |
| Half | 900 | 45 % |
| Mile | 600 | 30 % |
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SHARE = re.compile(r"%|\b(?:shares?|portion|proportion|percent\w*|part|split|quota)\b", re.IGNORECASE)
_HUNDRED, _HALF = Decimal(100), Decimal("0.51")
_FEWEST, _MOST = 3, 8
_Cells = list[tuple[Row, Decimal, Decimal]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one share of a column that its row's part of the sum is not, where all others are."""
    for grid, rows in facts.reading.tables:
        body = [row for row in rows if not is_total(row)]
        if len(body) < _FEWEST or len(grid.header) > _MOST:
            continue
        columns = range(len(grid.header))
        shares = [column for column in columns if column != grid.key_column and _is_share(grid, body, column)]
        for share in shares if len(shares) == 1 else ():
            others = (column for column in columns if column not in {share, grid.key_column})
            yield from _held(rows, body, share, list(others))


def _held(rows: tuple[Row, ...], body: list[Row], share: int, others: list[int]) -> Iterator[Contradiction]:
    for column in others:
        figures = [_figure(row.cells[column]) for row in body]
        known = [each for each in figures if each is not None]
        if len({unit for row in rows if (unit := _unit(row.cells[column]))}) > 1:
            continue
        wholes = {sum(known, Decimal(0)), *_told(rows, column)} if len(known) == len(figures) else set()
        for whole in sorted(each for each in wholes if each > 0):
            pairs = [(row, figure / whole * _HUNDRED) for row, figure in zip(body, known, strict=True)]
            wrong = [(row, exact) for row, exact in pairs if abs(exact - _percent(row, share)) > _HALF]
            if len(wrong) == 1 and len(body) >= _FEWEST:
                row, exact = wrong[0]
                right = round(exact, 1).normalize()
                message = f"{row.cells[column].plain.strip()} of {whole.normalize():f} are {right:f} %"
                told = row.cells[share].plain.strip()
                yield Contradiction(
                    f"{message}, not {told}", row.mark(row.cells[share]), (), "mend one of the figures"
                )
                return


def _told(rows: tuple[Row, ...], column: int) -> list[Decimal]:
    """What a last row of totals tells."""
    figure = _figure(rows[-1].cells[column]) if is_total(rows[-1]) else None
    return [figure] if figure else []


def _is_share(grid: Grid, body: list[Row], column: int) -> bool:
    """Figures below a heading of shares, or with the sign of per cent in each of them."""
    cells = [row.cells[column] for row in body]
    figures = [_figure(cell) for cell in cells]
    signed = all("%" in cell.plain for cell in cells)
    below = all(each is not None and 0 <= each <= _HUNDRED for each in figures)
    return below and (signed or bool(_SHARE.search(level(grid.header[column].plain))))


def _unit(cell: Phrase) -> str:
    """What tells thousands from millions."""
    band = band_in(cell.plain, comma=cell.style.comma)
    return band.unit if band else ""


def _percent(row: Row, column: int) -> Decimal:
    return _figure(row.cells[column]) or Decimal(0)


def _figure(cell: Phrase) -> Decimal | None:
    band = band_in(cell.plain, comma=cell.style.comma)
    return band.high if band and band.low == band.high else None
