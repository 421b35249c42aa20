"""Columns of amounts: what they count or in which unit, the amount of each row, and their total."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.words import level

_UNIT = re.compile(r"(?:^|[(,]\s?|\bin\s)(?P<unit>[^\s(),]{1,12}(?: [^\s(),]{1,12})?)\)?\s*$")
_FEWEST, _MOST = 2, 500


@dataclass(frozen=True, eq=False)
class Measured:
    """One column; `kind` is as that of a quantity: a unit, or the noun that is counted."""

    grid: Grid
    column: int
    kind: str
    rows: tuple[Row, ...]
    values: tuple[Decimal, ...]
    total: tuple[Decimal, Quote] | None

    def quote(self, index: int) -> Quote:
        """The amount of one row."""
        return self.rows[index].mark(self.rows[index].cells[self.column])


def measured_of(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Measured]:
    """Yield each column of a table that tells one amount of one kind in every row."""
    body = tuple(row for row in rows if not is_total(row))
    last = rows[-1] if rows and is_total(rows[-1]) else None
    for column, header in enumerate(grid.header) if _FEWEST <= len(body) <= _MOST else ():
        cells = [row.cells[column] for row in body]
        values = [_value(cell) for cell in cells]
        units = {_unit_of(cell) for cell in cells} - {""}
        kind = units.pop() if len(units) == 1 else "" if units else _kind(header.plain)
        known = tuple(value for value in values if value is not None)
        if kind and len(known) == len(values) and column != grid.key_column:
            total = _value(last.cells[column]) if last else None
            told = (total, last.mark(last.cells[column])) if last and total is not None else None
            yield Measured(grid, column, kind, body, known, told)


def _value(cell: Phrase) -> Decimal | None:
    band = band_in(cell.plain, comma=cell.style.comma)
    amounts = quantities_in(cell.plain, comma=cell.style.comma)
    if band and band.low == band.high and level(cell.plain).strip(" -"):
        return band.high
    return amounts[0].value if len(amounts) == 1 and amounts[0].is_money else None


def _unit_of(cell: Phrase) -> str:
    amounts = quantities_in(cell.plain, comma=cell.style.comma)
    return amounts[0].unit if len(amounts) == 1 else ""


def _kind(header: str) -> str:
    """`Size (GB)`, `EUR`, `Records`."""
    found = _UNIT.search(level(header).strip())
    amounts = quantities_in(f"1 {found['unit']}") if found else []
    return amounts[0].unit if amounts and amounts[0].unit else counted_by(header)
