"""What the marks of a chart mean, in rows below it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.charts._chart import Shape, Words
from generator.charts._text import text_width

ROW = 20
_SAMPLE = 30
_SIZE = 11.5

Sample = Callable[[float, float], Iterable[Shape]]
"""Draws a mark of 24 by 12 with its upper left corner at a place."""


@dataclass(frozen=True)
class Entry:
    """A mark and its meaning."""

    words: str
    sample: Sample


def legend(entries: Iterable[Entry], left: float, right: float, top: float) -> Iterator[Shape]:
    """Set the entries side by side, in as many rows as they need."""
    for entry, x, row in _placed(entries, left, right):
        y = round(top) + row * ROW
        yield from entry.sample(x, y + 2)
        yield Words(x + _SAMPLE, y + 12, entry.words, _SIZE, ink="text")


def legend_height(entries: Iterable[Entry], left: float, right: float) -> float:
    """Return the height that the rows of a legend take."""
    rows = [row for _, _, row in _placed(entries, left, right)]
    return (max(rows) + 1) * ROW if rows else 0


def _placed(entries: Iterable[Entry], left: float, right: float) -> Iterator[tuple[Entry, float, int]]:
    x, row = left, 0
    for entry in entries:
        width = _SAMPLE + text_width(entry.words, _SIZE) + 14
        if x > left and x + width > right:
            x, row = left, row + 1
        yield entry, round(x), row
        x += width
