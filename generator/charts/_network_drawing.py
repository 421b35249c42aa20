"""A dependency network as shapes: boxes in layers from left to right, and curves that pass between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.charts._bands import Cell, Fold, fold, pages, starts, starts_within
from generator.charts._chart import Box, Drawing, Path, Shape, Words
from generator.charts._graph import Graph, Knot, Strand
from generator.charts._joined import joined
from generator.charts._layers import Layout, Pair, lay_out
from generator.charts._legend import Entry, legend, legend_height
from generator.charts._marks import diamond, head_of_arrow
from generator.charts._palette import wave_ink
from generator.charts._text import shortened, text_width, wrapped

Point = tuple[float, float]
BOX_WIDTH, BOX_HEIGHT = 110.0, 54.0
_GAP_ACROSS, _PRINT_GAP_ACROSS, _GAP_DOWN, _PRINT_GAP_DOWN, _PASSAGE = 36.0, 27.0, 12.0, 9.0, 13.0
_NOTE_SIZE, _LINK_SIZE = 10.6, 10
_NAME_SIZE, _NAME, _STUB = 10.6, 158.0, 24.0
"""The name of an end in another band, and the line between it and its band."""
_CELL, _PRINT_CELL = (Cell(BOX_WIDTH, BOX_HEIGHT, gap, _NAME + _STUB) for gap in (_GAP_ACROSS, _PRINT_GAP_ACROSS))
_TOP, _HEAD = 6.0, 24.0
# A width of 1170 on A4 landscape sets type of 11.5 at 7.6 points and type of 10.6 at 7.
_PRINT_WIDTH, _PRINT_HEIGHT = 1170.0, 625.0


@dataclass(frozen=True)
class Sheet:
    """The network on paper, or some of its bands."""

    graph: Graph
    layout: Layout
    folded: Fold
    parts: tuple[range, ...]
    part: int
    bottom: float

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
        return self.band(key) in self.parts[self.part]

    def part_of(self, key: str) -> int:
        """Return the number of the sheet that shows a place, counted from one."""
        return next(number for number, bands in enumerate(self.parts, start=1) if self.band(key) in bands)

    def band(self, key: str) -> int:
        """Return the band in which a place lies."""
        return self.folded.band(self.layout.layer[key])


def sheet_of(graph: Graph) -> Sheet:
    """Lay a graph out on one sheet."""
    begins = starts(_layout(graph, _GAP_DOWN), _CELL)
    layout = _layout(graph, _GAP_DOWN, begins)
    folded = fold(layout, _CELL, begins)
    return Sheet(graph, layout, folded.moved(_TOP), (range(len(begins)),), 0, _TOP + folded.height)


def sheets_of(graph: Graph) -> list[Sheet]:
    """Lay a graph out for print: on several sheets where the type on a single one would be too small."""
    whole = sheet_of(graph)
    if whole.width <= _PRINT_WIDTH and whole.bottom <= _PRINT_HEIGHT:
        return [whole]
    begins = starts_within(_layout(graph, _PRINT_GAP_DOWN), _PRINT_CELL, _PRINT_WIDTH)
    layout = _layout(graph, _PRINT_GAP_DOWN, begins)
    folded = fold(layout, _PRINT_CELL, begins)
    dealt = pages(folded, _PRINT_HEIGHT)
    parts = tuple(bands for bands, _, _ in dealt)
    return [
        Sheet(graph, layout, folded.moved(_HEAD - top), parts, part, _HEAD + bottom - top)
        for part, (_, top, bottom) in enumerate(dealt)
    ]


def _layout(graph: Graph, gap: float, begins: Sequence[int] = (0,)) -> Layout:
    keys, pairs = [knot.key for knot in graph.knots], [(each.source, each.target) for each in graph.strands]
    return lay_out(keys, pairs, node=BOX_HEIGHT + gap, passage=_PASSAGE, starts=begins)


def draw(sheet: Sheet) -> Drawing:
    """Draw edges first, critical ones above the others, then the boxes."""
    graph, bottom = sheet.graph, sheet.bottom + 16
    entries = _entries(graph)
    strands = sorted(graph.strands, key=lambda strand: strand.critical)
    layers = {
        "tints": (),
        "edges": tuple(joined(shape for strand in strands for shape in _edge(sheet, strand))),
        "nodes": tuple(shape for knot in graph.knots if sheet.shows(knot.key) for shape in _node(sheet, knot)),
        "labels": (
            *_part_words(sheet),
            *(shape for strand in strands if sheet.shows(strand.target) for shape in _link_words(sheet, strand)),
            *(words for strand in strands for words in names(sheet, strand)),
        ),
        "legend": tuple(legend(entries, 4, sheet.width, bottom)),
    }
    return Drawing(sheet.width, bottom + legend_height(entries, 4, sheet.width) + 4, layers)


def runs(sheet: Sheet, strand: Strand) -> Iterator[list[Point]]:
    """Yield the points through which an edge runs on a sheet, level within a layer.

    An edge between bands runs to the right edge of the one, and on from the left edge of the other.
    """
    for part in sheet.layout.ways[strand.source, strand.target]:
        if sheet.shows(part[0]):
            yield list(_points(sheet, strand, part))


def names(sheet: Sheet, strand: Strand) -> Iterator[Words]:
    """Yield where an edge between bands leads to, and where it comes from."""
    pair = (strand.source, strand.target)
    for part in sheet.layout.ways[pair]:
        if sheet.shows(part[0]) and part[-1] != strand.target:
            x, y = _way_out(sheet, pair, part[-1])
            yield Words(x + 6, y + 3.5, _name(sheet, strand.target), _NAME_SIZE, ink="muted")
        if sheet.shows(part[0]) and part[0] != strand.source:
            x, y = _way_in(sheet, pair, part[0])
            yield Words(x - 4, y + 3.5, _name(sheet, strand.source), _NAME_SIZE, "end", ink="muted")


def _points(sheet: Sheet, strand: Strand, part: Sequence[str]) -> Iterator[Point]:
    pair = (strand.source, strand.target)
    if part[0] != strand.source:
        yield _way_in(sheet, pair, part[0])
    for place in part:
        x, y = sheet.left(place), sheet.middle(place)
        if place != strand.source:
            yield x, y
        if place != strand.target:
            yield x + BOX_WIDTH, y
    if part[-1] != strand.target:
        yield _way_out(sheet, pair, part[-1])


def _way_out(sheet: Sheet, pair: Pair, last: str) -> Point:
    band = sheet.band(last)
    return sheet.folded.right(band) + _STUB, sheet.folded.leaves[pair] + sheet.folded.shift[band]


def _way_in(sheet: Sheet, pair: Pair, first: str) -> Point:
    return sheet.folded.margin - _STUB, sheet.folded.enters[pair] + sheet.folded.shift[sheet.band(first)]


def _name(sheet: Sheet, key: str) -> str:
    """Return the label of a box in another band, with its part where that is another one."""
    label = next(knot.label for knot in sheet.graph.knots if knot.key == key)
    part = "" if sheet.shows(key) else f", part {sheet.part_of(key)}"
    return shortened(label, _NAME_SIZE, _NAME - 8 - text_width(part, _NAME_SIZE)) + part


def _part_words(sheet: Sheet) -> Iterator[Words]:
    if len(sheet.parts) > 1:
        yield Words(4, 12, f"Part {sheet.part + 1} of {len(sheet.parts)}", 11, ink="muted")


def _edge(sheet: Sheet, strand: Strand) -> Iterator[Shape]:
    ink, weight = ("critical", 2.2) if strand.critical else ("arrow", 1)
    for *points, tip in runs(sheet, strand):
        yield Path(_curve([*points, (tip[0] - 5, tip[1])]), ink, weight, dash="3 3" if strand.member else "")
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
    """Link and lag: on the edge where it passes by other boxes and is alone, else before the box that it leads to."""
    if strand.words:
        width = text_width(strand.words, _LINK_SIZE)
        passed = _passed(sheet, strand)
        x = sheet.left(passed) + (BOX_WIDTH + width) / 2 if passed else sheet.left(strand.target) - 7
        y = sheet.middle(passed) + 3 if passed else sheet.middle(strand.target) - 5
        yield Box(x - width, y - 8, width + 1, 10, "paper", opacity=0.85)
        yield Words(x, y, strand.words, _LINK_SIZE, "end", "text")


def _note(words: str, room: float) -> str:
    """Leave out all but how long it takes where there is no room for more: the colour tells the wave."""
    fits = text_width(words, _NOTE_SIZE) <= room
    return words if fits else shortened(words.rpartition(" · ")[2], _NOTE_SIZE, room)


def _passed(sheet: Sheet, strand: Strand) -> str | None:
    """The last place on the sheet at which an edge passes by the boxes of a column."""
    ends = (strand.source, strand.target)
    shown = (part for part in sheet.layout.ways[ends] if sheet.shows(part[0]))
    return next(iter([place for part in shown for place in part if place not in ends][::-1]), None)


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
    yield Words(left + after, y + BOX_HEIGHT - 9, _note(knot.note, room - after), _NOTE_SIZE, told=knot.told)


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
