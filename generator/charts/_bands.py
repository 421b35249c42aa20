"""A long network folded into bands, one below the other, so that it can be read on a page.

Edges from one band to the next run along its right edge, back between the two, and in from the left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.charts._layers import Layout

Point = tuple[float, float]
_ASPECT = 1.55
_MOST_BANDS = 8
_ROOMY = 1180
_TRACK = 7.0
_MARGIN = 8.0


@dataclass(frozen=True)
class Cell:
    """The size of a node, and the room between layers."""

    width: float
    height: float
    gap: float


@dataclass(frozen=True)
class Fold:
    """Which layers begin a band, how far down each band is moved, and where the edges between bands run."""

    starts: tuple[int, ...]
    shift: tuple[float, ...]
    tops: tuple[float, ...]
    wires: Mapping[tuple[int, str, str], int]
    cell: Cell
    margin: float
    width: float
    height: float

    def band(self, layer: int) -> int:
        """Return the band in which a layer lies."""
        return sum(start <= layer for start in self.starts) - 1

    def moved(self, down: float) -> "Fold":
        """Return the same fold further down."""
        return replace(
            self, shift=tuple(each + down for each in self.shift), tops=tuple(each + down for each in self.tops)
        )

    def left(self, layer: int) -> float:
        """Return the left edge of a layer."""
        return self.margin + (layer - self.starts[self.band(layer)]) * (self.cell.width + self.cell.gap)


def fold(layout: Layout, cell: Cell) -> Fold:
    """Fold so that the scale on a landscape page is the largest, and not at all where it is large enough."""
    options = [_folded(layout, cell, _cuts(layout, bands)) for bands in _bands(layout, _MOST_BANDS)]
    return min(options, key=lambda each: max(each.width, each.height * _ASPECT, _ROOMY))


def fold_within(layout: Layout, cell: Cell, width: float) -> Fold:
    """Fold into as few bands as a width allows, or as near to it as can be."""
    options = [_folded(layout, cell, _cuts(layout, bands)) for bands in _bands(layout, len(layout.columns))]
    return next((each for each in options if each.width <= width), min(options, key=lambda each: each.width))


def pages(folded: Fold, height: float) -> list[tuple[range, float, float]]:
    """Deal the bands out to pages of some height: the bands of each, where its part begins and where it ends."""
    edges = [0.0, *(top - _MARGIN / 2 for top in folded.tops[1:]), folded.height]
    first, found = 0, []
    for band in range(1, len(folded.starts) + 1):
        if band == len(folded.starts) or edges[band + 1] - edges[first] > height:
            found.append((range(first, band), edges[first], edges[band]))
            first = band
    return found


def between_bands(folded: Fold, step: tuple[str, str], begin: Point, end: Point, band: int) -> list[Point]:
    """Lead an edge from the end of one band to the beginning of the next."""
    track = folded.wires[band, *step]
    total = sum(1 for each in folded.wires if each[0] == band)
    right = folded.width - folded.margin + _MARGIN + track * _TRACK
    left = folded.margin - _MARGIN - (total - track) * _TRACK
    y = folded.tops[band + 1] - _MARGIN - (total - 1 - track) * _TRACK
    return [begin, (right, begin[1]), (right, y), (left, y), (left, end[1]), end]


def _bands(layout: Layout, most: int) -> range:
    return range(1, min(most, len(layout.columns)) + 1)


def _cuts(layout: Layout, bands: int) -> tuple[int, ...]:
    """Where bands begin: near equal parts, where the fewest edges pass."""
    count = len(layout.columns)
    passing = [0] * (count + 1)
    for source, target in layout.ways:
        for layer in range(layout.layer[source] + 1, layout.layer[target] + 1):
            passing[layer] += 1
    starts = [0]
    for number in range(1, bands):
        ideal = round(count * number / bands)
        near = [layer for layer in range(ideal - 1, ideal + 2) if starts[-1] < layer < count]
        if near:
            starts.append(min(near, key=lambda layer: (passing[layer], abs(layer - ideal))))
    return tuple(starts)


def _folded(layout: Layout, cell: Cell, starts: tuple[int, ...]) -> Fold:
    wires = _wires(layout, starts)
    counts = [sum(1 for each in wires if each[0] == band) for band in range(len(starts))]
    margin = 4 + (_MARGIN + max(counts) * _TRACK if wires else 0)
    ends = (*starts[1:], len(layout.columns))
    longest = max(end - start for start, end in zip(starts, ends, strict=True))
    shift, tops, y = [], [], 0.0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        above = counts[number - 1] * _TRACK + 2 * _MARGIN if number else 0
        top, bottom = _extent(layout, cell, range(start, end))
        shift.append(y + above - top)
        tops.append(y + above)
        y += above + bottom - top
    width = 2 * margin + longest * (cell.width + cell.gap) - cell.gap
    return Fold(starts, tuple(shift), tuple(tops), wires, cell, margin, width, y)


def _extent(layout: Layout, cell: Cell, layers: Sequence[int]) -> tuple[float, float]:
    heights = [
        (layout.y[place] - half, layout.y[place] + half)
        for layer in layers
        for place in layout.columns[layer]
        for half in [4 if ">" in place else cell.height / 2]
    ]
    return min(top for top, _ in heights), max(bottom for _, bottom in heights)


def _wires(layout: Layout, starts: Sequence[int]) -> dict[tuple[int, str, str], int]:
    """Count off the edges that leave each band, the lowest first: it turns first."""
    found: dict[tuple[int, str, str], int] = {}
    for band, start in enumerate(starts[1:]):
        steps = sorted(
            dict.fromkeys(_steps(layout, start)), key=lambda step: (-layout.y[step[0]], -layout.y[step[1]])
        )
        found |= {(band, *step): track for track, step in enumerate(steps)}
    return found


def _steps(layout: Layout, start: int) -> Iterator[tuple[str, str]]:
    for way in layout.ways.values():
        for step in pairwise(way):
            if layout.layer[step[1]] == start:
                yield step
