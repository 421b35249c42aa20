"""A dependency network as shapes: boxes in layers from left to right, and curves that pass between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.charts._bands import Cell, Fold, between_bands, fold, fold_within, pages
from generator.charts._chart import Box, Drawing, Path, Shape, Words
from generator.charts._graph import Graph, Knot, Strand
from generator.charts._layers import Layout, lay_out
from generator.charts._legend import Entry, legend, legend_height
from generator.charts._marks import diamond, head_of_arrow
from generator.charts._palette import wave_ink
from generator.charts._routing import within
from generator.charts._text import shortened, text_width, wrapped

Point = tuple[float, float]
BOX_WIDTH, BOX_HEIGHT = 110.0, 54.0
_GAP_ACROSS, _PRINT_GAP, _GAP_DOWN, _PASSAGE = 36.0, 27.0, 12.0, 13.0
_NOTE_SIZE, _LINK_SIZE = 10.6, 10
_CELL, _PRINT_CELL = (Cell(BOX_WIDTH, BOX_HEIGHT, gap) for gap in (_GAP_ACROSS, _PRINT_GAP))
_TOP, _HEAD = 6.0, 24.0
# A width of 1170 on A4 landscape sets type of 11.5 at 7.6 points and type of 10.6 at 7.
_PRINT_WIDTH, _PRINT_HEIGHT = 1170.0, 625.0


@dataclass(frozen=True)
class Sheet:
    """The network on paper, or those of its bands that lie between `top` and `bottom`."""

    graph: Graph
    layout: Layout
    folded: Fold
    bands: range
    top: float
    bottom: float
    part: str = ""

    @property
    def width(self) -> float:
        """Wide enough for every layer, and for the legend."""
        return max(self.folded.width, 420)

    def left(self, key: str) -> float:
        """Return the left edge of the layer in which a place lies."""
        return self.folded.left(self.layout.layer[key])

    def middle(self, key: str) -> float:
        """Return the height of a place."""
        return self.layout.y[key] + self.folded.shift[self.band(key)]

    def shows(self, key: str) -> bool:
        """Say whether a place lies in one of the bands shown."""
        return self.band(key) in self.bands

    def band(self, key: str) -> int:
        """Return the band in which a place lies."""
        return self.folded.band(self.layout.layer[key])


def sheet_of(graph: Graph) -> Sheet:
    """Lay a graph out on one sheet."""
    layout = _layout(graph)
    folded = fold(layout, _CELL)
    return Sheet(graph, layout, folded.moved(_TOP), range(len(folded.starts)), 0, _TOP + folded.height)


def sheets_of(graph: Graph) -> list[Sheet]:
    """Lay a graph out for print: on several sheets where the type on a single one would be too small."""
    whole = sheet_of(graph)
    if whole.width <= _PRINT_WIDTH and whole.bottom <= _PRINT_HEIGHT:
        return [whole]
    folded = fold_within(whole.layout, _PRINT_CELL, _PRINT_WIDTH)
    parts = pages(folded, _PRINT_HEIGHT)
    return [
        Sheet(
            graph,
            whole.layout,
            folded.moved(_HEAD - top),
            bands,
            _HEAD,
            _HEAD + bottom - top,
            f"Part {number} of {len(parts)}" if len(parts) > 1 else "",
        )
        for number, (bands, top, bottom) in enumerate(parts, start=1)
    ]


def _layout(graph: Graph) -> Layout:
    keys, pairs = [knot.key for knot in graph.knots], [(each.source, each.target) for each in graph.strands]
    return lay_out(keys, pairs, node=BOX_HEIGHT + _GAP_DOWN, passage=_PASSAGE)


def draw(sheet: Sheet) -> Drawing:
    """Draw edges first, critical ones above the others, then the boxes."""
    graph, bottom = sheet.graph, sheet.bottom + 16
    entries = _entries(graph)
    strands = sorted(graph.strands, key=lambda strand: strand.critical)
    layers = {
        "tints": (),
        "edges": tuple(shape for strand in strands for shape in _edge(sheet, strand)),
        "nodes": tuple(shape for knot in graph.knots if sheet.shows(knot.key) for shape in _node(sheet, knot)),
        "labels": (
            Words(4, 12, sheet.part, 11, ink="muted"),
            *(shape for strand in strands if sheet.shows(strand.target) for shape in _link_words(sheet, strand)),
        ),
        "legend": tuple(legend(entries, 4, sheet.width, bottom)),
    }
    return Drawing(sheet.width, bottom + legend_height(entries, 4, sheet.width) + 4, layers)


def way(sheet: Sheet, strand: Strand) -> list[Point]:
    """Return the points through which an edge runs; within a layer it runs level."""
    places = sheet.layout.ways[strand.source, strand.target]
    points = [(sheet.left(strand.source) + BOX_WIDTH, sheet.middle(strand.source))]
    for before, place in pairwise(places):
        begin = (sheet.left(place), sheet.middle(place))
        if sheet.band(before) != sheet.band(place):
            points += between_bands(sheet.folded, (before, place), points[-1], begin, sheet.band(before))[1:-1]
        points += [begin, (begin[0] + BOX_WIDTH, begin[1])]
    return points[:-1]


def _edge(sheet: Sheet, strand: Strand) -> Iterator[Shape]:
    *points, tip = way(sheet, strand)
    ink, weight = ("critical", 2.2) if strand.critical else ("arrow", 1)
    for piece in within([*points, (tip[0] - 5, tip[1])], sheet.top, sheet.bottom):
        yield Path(_curve(piece), ink, weight, dash="3 3" if strand.member else "")
    if sheet.shows(strand.target):
        yield head_of_arrow(tip, points[-1], ink)


def _curve(points: Sequence[Point]) -> str:
    d = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x, y), (to_x, to_y) in pairwise(points):
        if y == to_y or x == to_x:
            d += f"L{to_x:.1f} {to_y:.1f}"
        else:
            bend = (x + to_x) / 2
            d += f"C{bend:.1f} {y:.1f} {bend:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
    return d


def _link_words(sheet: Sheet, strand: Strand) -> Iterator[Shape]:
    """Link and lag, before the box that the edge leads to."""
    if strand.words:
        x, y = sheet.left(strand.target) - 7, sheet.middle(strand.target) - 5
        width = text_width(strand.words, _LINK_SIZE)
        yield Box(x - width, y - 8, width + 1, 10, "paper", opacity=0.85)
        yield Words(x, y, strand.words, _LINK_SIZE, "end", "text")


def _node(sheet: Sheet, knot: Knot) -> Iterator[Shape]:
    x, y = sheet.left(knot.key), sheet.middle(knot.key) - BOX_HEIGHT / 2
    ink = wave_ink(knot.wave)
    round_off = 13 if knot.state else 3
    yield Box(x, y, BOX_WIDTH, BOX_HEIGHT, "paper", radius=round_off, told=knot.told)
    edge, weight = ("critical", 2.4) if knot.critical else (ink, 1)
    yield Box(x, y, BOX_WIDTH, BOX_HEIGHT, ink, edge, weight, 0.16, round_off, knot.told)
    if not knot.state:
        yield Box(x, y, 5, BOX_HEIGHT, ink, told=knot.told)
    left, room = x + 11, BOX_WIDTH - 17
    lines = wrapped(knot.label, 11.5, room, lines=2, bold=True)
    first = y + (17 if len(lines) > 1 else 23)
    for number, line in enumerate(lines):
        yield Words(left, first + number * 13, line, 11.5, bold=True, told=knot.told)
    after = 10 if knot.moment else 0
    if knot.moment:
        yield diamond((left + 4, y + BOX_HEIGHT - 12.5), 4, fill="text", stroke="text", told=knot.told)
    yield Words(
        left + after, y + BOX_HEIGHT - 9, shortened(knot.note, _NOTE_SIZE, room - after), _NOTE_SIZE, told=knot.told
    )


def _entries(graph: Graph) -> list[Entry]:
    shown = (
        (Entry("Critical (any slip moves the finish)", _sample_critical), any(knot.critical for knot in graph.knots)),
        (Entry("Dependency", _sample_link), any(not strand.member for strand in graph.strands)),
        (Entry("Critical dependency", _sample_driving), any(strand.critical for strand in graph.strands)),
        (Entry("Belongs to a wave or phase", _sample_member), any(strand.member for strand in graph.strands)),
        (Entry("Wave or phase as a whole", _sample_state), any(knot.state for knot in graph.knots)),
        (Entry("Milestone", _sample_moment), any(knot.moment for knot in graph.knots)),
    )
    return [entry for entry, occurs in shown if occurs]


def _sample_critical(x: float, y: float) -> list[Shape]:
    return [Box(x, y, 24, 12, "plain", "critical", 2.4, 0.16, 2)]


def _sample_link(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 6}h20", "arrow", 1), head_of_arrow((x + 24, y + 6), (x, y), "arrow")]


def _sample_driving(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 6}h20", "critical", 2.2), head_of_arrow((x + 24, y + 6), (x, y), "critical")]


def _sample_member(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 6}h20", "arrow", 1, dash="3 3"), head_of_arrow((x + 24, y + 6), (x, y), "arrow")]


def _sample_state(x: float, y: float) -> list[Shape]:
    return [Box(x, y, 24, 12, "plain", "plain", 1, 0.16, 6)]


def _sample_moment(x: float, y: float) -> list[Shape]:
    return [diamond((x + 12, y + 6), 4.5, fill="text", stroke="text")]
