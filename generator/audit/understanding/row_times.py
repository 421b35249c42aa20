"""When a row of a table takes place, and which parts of the plan it is about."""

from collections.abc import Iterator

from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.times import bare_window
from generator.audit.understanding.units import Mention, units_only
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

SCALES = ("week", "day", "month")
"""Columns of one of these tell a time by their heading."""


def row_window(row: Row) -> tuple[Window, Phrase] | None:
    """Tell when a row takes place: from its start and end, or from the one column that tells time."""
    start, end = row.cell("start"), row.cell("end")
    if start and end:
        first, last = _edge(start), _edge(end)
        if first and last and first.scale == last.scale:
            return Window(first.scale, first.first, last.last, max(first.grain, last.grain)), start
    for column, meaning in enumerate(row.grid.meanings):
        cell = row.cells[column]
        if meaning in SCALES and (window := bare_window(cell.plain, meaning, cell.style.dates)):
            return window, cell
        if meaning == "when" and len(cell.windows) == 1:
            return cell.windows[0].window, cell
    if end and not start and (last := _edge(end)):
        return Window(last.scale, None, last.last, last.grain), end
    return None


def row_units(row: Row) -> Iterator[tuple[Mention, Phrase]]:
    """Yield the parts that a row is about, from columns that list parts and from its own name."""
    key = row.grid.key_column
    for column, meaning in enumerate(row.grid.meanings):
        cell = row.cells[column]
        kind = meaning.removeprefix("unit:") if meaning.startswith("unit:") else ""
        if kind or (column == key and meaning in {"", "name", "parts"}):
            yield from ((each, cell) for each in units_only(cell.plain, kind, cell.style.labels))


def _edge(cell: Phrase) -> Window | None:
    if len(cell.windows) == 1:
        return cell.windows[0].window
    header = level(cell.plain).strip()
    return bare_window(header, "week", cell.style.dates) if header.isdecimal() else None
