"""A long network folded into bands, one below the other, so that it can be read on a page.

An edge to another band leaves its own at the right, where it is told what it leads to, and enters the other at the
left, where it is told what it comes from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.charts._layers import Layout, Pair

_ASPECT = 1.55
_MOST_BANDS = 8
_ROOMY = 1180
_BETWEEN = 20.0
_PORT = 13.0
_EDGE = 4.0


@dataclass(frozen=True)
class Cell:
    """The size of a node, the room between layers, and that beside a band for the names of ends elsewhere."""

    width: float
    height: float
    gap: float
    beside: float


@dataclass(frozen=True)
class Fold:
    """Which layers begin a band, how far down it is moved, and how high edges leave their band and enter it."""

    starts: tuple[int, ...]
    shift: tuple[float, ...]
    tops: tuple[float, ...]
    leaves: Mapping[Pair, float]
    enters: Mapping[Pair, float]
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

    def right(self, band: int) -> float:
        """Return the right edge of a band that others follow."""
        return self.left(self.starts[band + 1] - 1) + self.cell.width


def starts(layout: Layout, cell: Cell) -> tuple[int, ...]:
    """Begin bands so that the scale on a landscape page is the largest, and a single one where it is large enough."""
    options = [fold(layout, cell, _cuts(layout, bands)) for bands in _bands(layout, _MOST_BANDS)]
    return min(options, key=lambda each: max(each.width, each.height * _ASPECT, _ROOMY)).starts


def starts_within(layout: Layout, cell: Cell, width: float) -> tuple[int, ...]:
    """Begin as few bands as a width allows, or come as near to it as can be."""
    options = [fold(layout, cell, _cuts(layout, bands)) for bands in _bands(layout, len(layout.columns))]
    fitting = (each for each in options if each.width <= width)
    return next(fitting, min(options, key=lambda each: each.width)).starts


def pages(folded: Fold, height: float) -> list[tuple[range, float, float]]:
    """Deal the bands out to pages of some height: the bands of each, where its part begins and where it ends."""
    edges = [0.0, *(top - _BETWEEN / 2 for top in folded.tops[1:]), folded.height]
    first, found = 0, []
    for band in range(1, len(folded.starts) + 1):
        if band == len(folded.starts) or edges[band + 1] - edges[first] > height:
            found.append((range(first, band), edges[first], edges[band]))
            first = band
    return found


def fold(layout: Layout, cell: Cell, starts: tuple[int, ...]) -> Fold:
    """Place the bands below each other; edges are led out of them where the layout was made with the same breaks."""
    ends = (*starts[1:], len(layout.columns))
    bands = [range(*each) for each in zip(starts, ends, strict=True)]
    leaves = [_leaving(layout, band) for band in bands]
    enters = [_entering(layout, band) for band in bands]
    shift, tops, y = [], [], 0.0
    for number, band in enumerate(bands):
        top, bottom = _extent(layout, cell, band, (*leaves[number].values(), *enters[number].values()))
        tops.append(y + (_BETWEEN if number else 0))
        shift.append(tops[-1] - top)
        y = tops[-1] + bottom - top
    margin = _EDGE + (cell.beside if len(starts) > 1 else 0)
    width = 2 * margin + max(map(len, bands)) * (cell.width + cell.gap) - cell.gap
    return Fold(starts, tuple(shift), tuple(tops), _merged(leaves), _merged(enters), cell, margin, width, y)


def spread_out(heights: Sequence[float]) -> list[float]:
    """Move rising heights apart as little as can be; those that meet move as one."""
    runs: list[tuple[float, int]] = []
    for height in heights:
        middle, count = height, 1
        while runs and runs[-1][0] + (runs[-1][1] + count) * _PORT / 2 > middle:
            other, size = runs.pop()
            middle = (other * size + middle * count) / (size + count)
            count += size
        runs.append((middle, count))
    return [middle + (number - (count - 1) / 2) * _PORT for middle, count in runs for number in range(count)]


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


def _extent(layout: Layout, cell: Cell, band: Sequence[int], ports: Iterable[float]) -> tuple[float, float]:
    heights = [
        (layout.y[place] - half, layout.y[place] + half)
        for layer in band
        for place in layout.columns[layer]
        for half in [4 if ">" in place else cell.height / 2]
    ]
    heights += [(port - _PORT / 2, port + _PORT / 2) for port in ports]
    return min(top for top, _ in heights), max(bottom for _, bottom in heights)


def _leaving(layout: Layout, band: range) -> dict[Pair, float]:
    """Return how high each edge to a later band leaves this one."""
    cut = {pair: parts[0][-1] for pair, parts in layout.ways.items() if len(parts) > 1}
    return _ports(layout, {pair: place for pair, place in cut.items() if layout.layer[place] in band})


def _entering(layout: Layout, band: range) -> dict[Pair, float]:
    """Return how high each edge from an earlier band enters this one."""
    cut = {pair: parts[1][0] for pair, parts in layout.ways.items() if len(parts) > 1}
    return _ports(layout, {pair: place for pair, place in cut.items() if layout.layer[place] in band})


def _ports(layout: Layout, places: Mapping[Pair, str]) -> dict[Pair, float]:
    ordered = sorted(places, key=lambda pair: layout.y[places[pair]])
    return dict(zip(ordered, spread_out([layout.y[places[pair]] for pair in ordered]), strict=True))


def _merged(ports: Iterable[Mapping[Pair, float]]) -> dict[Pair, float]:
    return {pair: height for each in ports for pair, height in each.items()}
