"""Key figures: rows of two cells at the head of a document, read as the lines `Duration: 8 weeks` that they are."""

import re
from collections.abc import Iterator

from generator.audit.blocks import Text
from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row

_HEAD = re.compile(
    r"\b(?:figures?|facts|overview|summary|short|glance|profile|data|about|key|brief)\b", re.IGNORECASE
)
_COLUMNS, _MOST = 2, 30


def labelled(reading: Reading) -> Iterator[Phrase]:
    """Yield each row of a table of two columns that tells of the whole, as one line with a colon."""
    for grid, rows in reading.tables:
        titles = " ".join([grid.header[0].plain, *(each.text.plain for each in grid.under[1:][-1:])])
        head = len(grid.under) <= 1 or _HEAD.search(titles)
        if len(grid.header) == _COLUMNS and len(rows) <= _MOST and head and _is_mixed(grid, rows):
            yield from (_joined(*row.cells) for row in rows if all(cell.plain.strip() for cell in row.cells))


def _is_mixed(grid: Grid, rows: tuple[Row, ...]) -> bool:
    """Its second column has no one meaning: dates stand beside numbers and names."""
    dated = sum(bool(row.cells[1].windows) for row in rows)
    bare = not grid.header[1].plain.strip() or grid.header[1].plain.strip().lower() in {"value", "figure", "what"}
    return bare or 0 < dated < len(rows)


def _joined(label: Phrase, value: Phrase) -> Phrase:
    shift = len(label.plain) + len(": ")
    runs = (*label.text.runs, *((start + shift, line, column) for start, line, column in value.text.runs))
    text = Text(label.text.file, f"{label.plain}: {value.plain}", runs)
    return Phrase(text, "item", label.under, label.style)
