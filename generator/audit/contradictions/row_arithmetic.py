"""One row of a table does not do the sum that all the others do.

Columns that multiply or add up in row after row do so in every row; where one does not, a figure in it is wrong.

Fails:

```markdown
| Item | Pieces | Price | Amount |
|---|---|---|---|
| Tents | 12 | 40 | 480 |
| Lamps | 30 | 15 | 450 |
| Ropes | 20 | 8 | 180 |
```

Passes:

```markdown
| Item | Pieces | Price | Amount |
|---|---|---|---|
| Tents | 12 | 40 | 480 |
| Lamps | 30 | 15 | 450 |
| Ropes | 20 | 8 | 160 |
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Row
from generator.audit.understanding.words import tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NO_FIGURES = frozenset(
    {"identity", "week", "day", "month", "when", "start", "end", "score", "impact", "probability"}
)
_FEWEST = 2
_WIDEST = 10
_WIDE = 10
_Figures = dict[int, dict[int, Decimal]]
"""By column, then by row."""


@dataclass(frozen=True)
class _Sum:
    """How a column follows from others in most rows."""

    target: int
    parts: tuple[int, ...]
    sign: str
    right: int
    wrong: tuple[int, ...]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row that breaks what two or more rows do, and most of all rows."""
    for grid, rows in facts.reading.tables:
        body = tuple(row for row in rows if not is_total(row))
        figures = _figures(grid, body)
        found = [each for target in figures for each in _products(figures, target)]
        found += [each for target in figures for each in _multiples(figures, target)]
        found += [each for target in figures if grid.meanings[target] != "total" for each in _sums(figures, target)]
        found = [each for each in found if each.right > _FEWEST or _is_no_chance(grid, figures, each)]
        best = max(found, key=lambda each: (each.right, -len(each.wrong), len(each.parts)), default=None)
        if best and best.wrong:
            yield from (_told(grid, body[row], best, figures, row) for row in best.wrong)


def _is_no_chance(grid: Grid, figures: _Figures, each: _Sum) -> bool:
    """Two rows of small figures may agree by chance; not in many columns, or where headings name the same things."""
    wide = all(value >= _WIDE for row, value in figures[each.target].items() if row not in each.wrong)
    named = [frozenset(stem for stem, _, _ in tokens_of(grid.header[column].plain)) for column in each.parts]
    target = frozenset(stem for stem, _, _ in tokens_of(grid.header[each.target].plain))
    long = each.sign == "+" and len(each.parts) > _FEWEST
    return wide or long or all(target & words for words in named)


def _figures(grid: Grid, rows: tuple[Row, ...]) -> _Figures:
    found: _Figures = {}
    for column, meaning in enumerate(grid.meanings[:_WIDEST]):
        cells = [row.cells[column] for row in rows]
        bands = [band_in(cell.plain, comma=cell.style.comma) for cell in cells]
        figures = {
            index: band.low for index, band in enumerate(bands) if band and band.low == band.high and band.unit != "%"
        }
        if column != grid.key_column and meaning not in _NO_FIGURES and len(figures) > _FEWEST:
            found[column] = figures
    return found


def _products(figures: _Figures, target: int) -> Iterator[_Sum]:
    others = [column for column in figures if column != target]
    for parts in (*combinations(others, 2), *combinations(others, 3)):
        if parts[0] < target:
            yield from _held(figures, target, parts, "×")


def _multiples(figures: _Figures, target: int) -> Iterator[_Sum]:
    """The column before by the same whole number in every row: per turbine, and for all of them."""
    shared = [row for row in figures[target] if row in figures.get(target - 1, {}) and figures[target - 1][row] > 0]
    ratios = [figures[target][row] / figures[target - 1][row] for row in shared]
    factor = max(ratios, key=ratios.count, default=Decimal(0))
    wrong = tuple(row for row, ratio in zip(shared, ratios, strict=True) if ratio != factor)
    told = {figures[target - 1][row] for row in shared if row not in wrong}
    if factor > 1 and factor % 1 == 0 and len(wrong) == 1 and len(told) > _FEWEST:
        near = abs(ratios[shared.index(wrong[0])] - factor) * 3 < factor
        yield from [_Sum(target, (target - 1,), f"{factor.normalize():f} ×", len(told), wrong)] if near else []


def _sums(figures: _Figures, target: int) -> Iterator[_Sum]:
    """A total of its own name is another check's."""
    others = [column for column in figures if column != target]
    before = tuple(column for column in others if column < target)
    for length in range(2, len(before) + 1):
        yield from _held(figures, target, before[-length:], "+")
    after = tuple(column for column in others if column > target)
    if len(after) > 1:
        yield from _held(figures, target, after, "+")


def _held(figures: _Figures, target: int, parts: tuple[int, ...], sign: str) -> Iterator[_Sum]:
    rows = [row for row in figures[target] if all(row in figures[part] for part in parts)]
    telling = [row for row in rows if sum(figures[part][row] > (sign == "×") for part in parts) > 1]
    right = [row for row in telling if _value(figures, parts, sign, row) == figures[target][row]]
    wrong = tuple(
        row
        for row in rows
        if _value(figures, parts, sign, row) != figures[target][row]
        and not (sign == "+" and _is_difference(figures[target][row], *(figures[part][row] for part in parts)))
    )
    if len(right) >= _FEWEST and len(wrong) * 2 <= len(right) and len(wrong) <= _FEWEST:
        yield _Sum(target, parts, sign, len(right), wrong)


def _value(figures: _Figures, parts: tuple[int, ...], sign: str, row: int) -> Decimal:
    if sign[0].isdigit():
        return figures[parts[0]][row] * Decimal(sign.split(maxsplit=1)[0])
    value = Decimal(sign == "×")
    for part in parts:
        value = value * figures[part][row] if sign == "×" else value + figures[part][row]
    return value


def _is_difference(*three: Decimal) -> bool:
    """`42 | 60 | 18 lower`, where the other rows tell how much the first figure is higher."""
    return len(three) == len("a+b") and sum(three) == 2 * max(three)


def _told(grid: Grid, row: Row, each: _Sum, figures: _Figures, index: int) -> Contradiction:
    told = f" {each.sign} ".join(f"{figures[part][index].normalize():f}" for part in each.parts)
    told = f"{each.sign} {told}" if each.sign[0].isdigit() else told
    value = f"{_value(figures, each.parts, each.sign, index).normalize():f}"
    cell = row.cells[each.target]
    header = grid.header[each.target].plain.strip()
    message = f'"{header}" is {cell.plain.strip()}, {told} is {value} as the other rows count'
    return Contradiction(message, row.mark(cell), (), f"write {value}, or mend one of the others")
