"""Which phase a part of the plan belongs to, as headings and tables tell."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import OUTER, Unit, units_only
from generator.audit.understanding.words import level

_LABEL = 4
"""Words; longer ones are sentences."""
_EMPTY = frozenset({"", "-", "--", "n/a", "0", "none"})


@dataclass(frozen=True)
class Membership:
    """A part, the phase it belongs to, and who says so."""

    inner: Unit
    outer: Unit
    quote: Quote
    is_shared: bool = False
    """The same table has it in another phase as well."""


def memberships(reading: Reading) -> list[Membership]:
    """Collect what headings, tables of parts and matrices of figures tell."""
    overviews = _overviews(reading)
    by_heading = [each for phrase in reading.phrases if phrase not in overviews for each in _below_heading(phrase)]
    by_row = [each for grid, rows in reading.tables for each in _in_rows(grid, rows) if not each.is_shared]
    return [*by_heading, *by_row]


def shared_memberships(reading: Reading) -> list[Membership]:
    """Collect the parts that a table lists for several phases."""
    return [each for grid, rows in reading.tables for each in _in_rows(grid, rows) if each.is_shared]


def _overviews(reading: Reading) -> set[Phrase]:
    """Lines of drawings that show all parts there are, wherever they stand."""
    everywhere = {each.unit for phrase in reading.phrases for each in phrase.units if each.unit.kind not in OUTER}
    found: set[Phrase] = set()
    for drawing in reading.drawings:
        shown = {each.unit for line in drawing.lines for each in line.units if each.unit.kind not in OUTER}
        kinds = {unit.kind for unit in shown}
        if shown == {unit for unit in everywhere if unit.kind in kinds}:
            found.update(drawing.lines)
    return found


def _below_heading(phrase: Phrase) -> Iterator[Membership]:
    """What an entry or a heading begins with, or a label such as *Waves:* lists, belongs to the phase above it."""
    outer = next(
        (
            each.unit
            for heading in reversed(phrase.under)
            for each in units_only(heading.text.plain, labels=phrase.style.labels)
        ),
        None,
    )
    if outer is None or outer.kind not in OUTER or phrase.form not in {"heading", "item", "code", "paragraph"}:
        return
    plain, lists = level(phrase.plain), _lists_parts(phrase)
    for each in phrase.units:
        leads = lists or not plain[: each.start].strip(" [|*:-")
        if leads and each.unit.kind not in OUTER:
            yield Membership(each.unit, outer, phrase.mark(each.start, each.end))


def _lists_parts(phrase: Phrase) -> bool:
    """`Parallel waves: Wave 1 + Wave 2`, and nothing else."""
    label, colon, rest = level(phrase.plain).partition(":")
    begin = len(label) + len(colon)
    named = [each for each in phrase.units if each.start >= begin]
    between, at = "", begin
    for start, end in sorted({(each.start, each.end) for each in named}):
        between, at = between + level(phrase.plain)[at:start], end
    between += level(phrase.plain)[at:]
    kinds = {each.unit.kind for each in named}
    is_label = (
        len(kinds) == 1
        and bool(re.search(rf"\b{min(kinds)}e?s?\b", label, re.IGNORECASE))
        and len(label.split()) <= _LABEL
    )
    return bool(rest and named) and is_label and not re.search(r"\w", between.replace("and", ""))


def _in_rows(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Membership]:
    outer = [index for index, meaning in enumerate(grid.meanings) if meaning.removeprefix("unit:") in OUTER]
    if len(outer) != 1:
        return
    kind = grid.meanings[outer[0]].removeprefix("unit:")
    found = [each for row in rows for each in (*_of_row(row, outer[0], kind), *_of_matrix(row, outer[0], kind))]
    counts = Counter(each.inner for each in found)
    yield from (replace(each, is_shared=counts[each.inner] > 1) for each in found)


def _phase(row: Row, column: int, kind: str) -> Unit | None:
    found = units_only(row.cells[column].plain, kind, row.cells[column].style.labels)
    return found[0].unit if len(found) == 1 else None


def _of_row(row: Row, column: int, kind: str) -> Iterator[Membership]:
    outer = _phase(row, column, kind)
    for mention, cell in row_units(row) if outer else ():
        if outer and mention.unit.kind not in OUTER:
            yield Membership(mention.unit, outer, row.mark(cell))


def _of_matrix(row: Row, column: int, kind: str) -> Iterator[Membership]:
    """A figure below a part's name says that the part works in the row's phase."""
    outer = _phase(row, column, kind)
    for index, header in enumerate(row.grid.header) if outer else ():
        units = units_only(header.plain, labels=header.style.labels)
        if outer and len(units) == 1 and level(row.cells[index].plain).strip().lower() not in _EMPTY:
            yield Membership(units[0].unit, outer, row.mark(row.cells[index]))
