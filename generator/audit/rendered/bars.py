"""The bars of a drawn Gantt chart, each held against the axis that most of them share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from generator.findings import Place

BAR = re.compile(
    r'<rect x="(?P<x>[\d.]+)" y="[\d.]+" width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"[^>]*>'
    r"<title>(?P<name>[^<>]+?): (?P<told>[^<>]*float[^<>]*)</title>"
)
_FEWEST = 3
_NEAR, _HARDLY_SEEN = 1.5, 6
"""Units of the drawing, which are rounded."""


@dataclass(frozen=True)
class Bar:
    """A bar with its place in the drawing, and the positions of its task's ends in days."""

    name: str
    x: float
    width: float
    height: float
    begin: float
    end: float
    place: Place


def off_the_axis(bars: Sequence[Bar]) -> Iterator[Bar]:
    """Yield the bars that do not fit, where most do.

    A lower bar in another is its progress; one that would hardly be seen may be wider than its work.
    """
    tall = max((bar.height for bar in bars), default=0)
    whole = [bar for bar in bars if bar.end > bar.begin and bar.height == tall]
    plain = [bar for bar in whole if bar.width >= _HARDLY_SEEN]
    if len(plain) < _FEWEST:
        return
    off = min(([bar for bar in whole if not _fits(bar, *axis)] for axis in _axes(plain)), key=len)
    if 2 * len(off) < len(plain):
        yield from off


def _axes(bars: Sequence[Bar]) -> Iterator[tuple[float, float]]:
    """Yield scales and origins, from widths and from bars far apart: the width of a day is rounded too much."""
    ordered = sorted(bars, key=lambda bar: bar.begin)
    pairs = ((one, other) for one in ordered[:_FEWEST] for other in ordered[-_FEWEST:] if one.begin < other.begin)
    far = ((other.x - one.x) / (other.begin - one.begin) for one, other in pairs)
    for scale in (median(bar.width / (bar.end - bar.begin) for bar in bars), *far):
        yield scale, median(bar.x - scale * bar.begin for bar in bars)


def _fits(bar: Bar, scale: float, origin: float) -> bool:
    width = scale * (bar.end - bar.begin)
    is_as_long = abs(bar.width - width) <= _NEAR or width < _HARDLY_SEEN
    return is_as_long and abs(bar.x - origin - scale * bar.begin) <= _NEAR
