"""Ways for arrows between the rows of a chart: along the gaps between rows, and down where no bar stands.

Every row holds one bar in its middle, so that the line between two rows is free from edge to edge.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

Point = tuple[float, float]
_CLEAR = 3.0


@dataclass(frozen=True)
class End:
    """Where an arrow leaves or meets a bar; `side` is 1 for its right edge, -1 for its left."""

    row: int
    x: float
    side: int


@dataclass(frozen=True)
class Rows:
    """Rows of equal height, the extent of each one's bar, and the edges between which arrows may run."""

    top: float
    height: float
    bars: Sequence[tuple[float, float] | None]
    left: float
    right: float

    def middle(self, row: int) -> float:
        """Return the height at which a row's bar lies."""
        return self.top + (row + 0.5) * self.height

    def above(self, row: int) -> float:
        """Return the height of the line above a row."""
        return self.top + row * self.height


def route(source: End, target: End, rows: Rows, track: int = 0) -> tuple[Point, ...]:
    """Lead an arrow from one bar to another without crossing any; `track` (-1, 0, 1) sets parallel arrows apart."""
    shift, stub = track * 1.6, 7 + track * 1.5
    down = target.row > source.row
    leave = rows.above(source.row + 1 if down else source.row) + shift
    arrive = rows.above(target.row if down else target.row + 1) + shift
    between = range(source.row + 1, target.row) if down else range(target.row + 1, source.row)
    out = _held(source.x + source.side * stub, rows)
    into = _held(target.x + target.side * stub, rows)
    across = _free_column(out, into, [bar for row in between if (bar := rows.bars[row])], rows)
    start, end = rows.middle(source.row), rows.middle(target.row)
    points = [(source.x, start), (out, start), (out, leave), (across, leave)]
    points += [(across, arrive), (into, arrive), (into, end), (target.x, end)]
    return tuple(_without_repeats(points))


def path(points: Sequence[Point]) -> str:
    """Write a way in SVG path language."""
    first, *rest = points
    return f"M{first[0]:.1f} {first[1]:.1f}" + "".join(f"L{x:.1f} {y:.1f}" for x, y in rest)


def within(points: Sequence[Point], top: float, bottom: float) -> Iterator[tuple[Point, ...]]:
    """Yield what of a way lies between two heights, piece by piece; only upright lines may cross them."""
    piece: list[Point] = []
    for (x, y), (to_x, to_y) in pairwise(points):
        begin, end = (x, min(max(y, top), bottom)), (to_x, min(max(to_y, top), bottom))
        outside = not top <= y <= bottom if y == to_y else begin[1] == end[1]
        if piece and (outside or piece[-1] != begin):
            yield tuple(piece)
            piece = []
        if not outside:
            piece = [*(piece or [begin]), end]
    if piece:
        yield tuple(piece)


def _held(x: float, rows: Rows) -> float:
    return min(max(x, rows.left), rows.right)


def _free_column(out: float, into: float, bars: Sequence[tuple[float, float]], rows: Rows) -> float:
    """Return the column nearest to both ends in which no bar of the rows between stands; the edges are free."""
    beside = [edge for begin, end in bars for edge in (begin - 2 * _CLEAR, end + 2 * _CLEAR)]
    begins, ends = _stretches(bars)
    nearest, least = rows.left, inf
    for x in (into, out, *beside, rows.left, rows.right):
        way = abs(out - x) + abs(x - into)
        if way < least and rows.left <= x <= rows.right and _is_free(x, begins, ends):
            nearest, least = x, way
    return nearest


def _stretches(bars: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    """Join what bars take up, so that a column needs no look at each of thousands; where two meet is free."""
    begins, ends = list[float](), list[float]()
    for begin, end in sorted([(begin - _CLEAR, end + _CLEAR) for begin, end in bars]):
        if ends and begin < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            begins.append(begin)
            ends.append(end)
    return begins, ends


def _is_free(x: float, begins: Sequence[float], ends: Sequence[float]) -> bool:
    before = bisect_left(begins, x)
    return before == 0 or ends[before - 1] <= x


def _without_repeats(points: Sequence[Point]) -> Iterator[Point]:
    """Leave out points that lie on the line between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    yield from kept


def _in_line(first: Point, second: Point, third: Point) -> bool:
    same_x = first[0] == second[0] == third[0] and (second[1] - first[1]) * (third[1] - second[1]) >= 0
    same_y = first[1] == second[1] == third[1] and (second[0] - first[0]) * (third[0] - second[0]) >= 0
    return same_x or same_y
