"""A Gantt chart as shapes: names on the left, bars and arrows on the right, legend below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.charts._axis import Axis
from generator.charts._chart import Box, Drawing, Layers, Path, Shape, Words
from generator.charts._gantt_rows import MOMENTS, SUMMARIES, Arrow, Row
from generator.charts._gantt_samples import entries
from generator.charts._joined import joined
from generator.charts._legend import legend, legend_height
from generator.charts._marks import diamond, head_of_arrow, tick
from generator.charts._palette import wave_ink
from generator.charts._routing import End, Point, Rows, path, route, within
from generator.charts._scale import HEAD, Scale, days_off, head, status_line
from generator.charts._text import shortened, text_width
from generator.model.breakdown import Link

WIDTH = 1180
WIDTH_BESIDE, ROW_BESIDE = 640, 24
_NAMES = (150, 310)
_INDENT = 13
_MARGIN = 18
_LINK_SIZE = 9.6
_WORDS_OFF = 18
_FROM_START = (Link.START_TO_START, Link.START_TO_FINISH)
_TO_FINISH = (Link.FINISH_TO_FINISH, Link.START_TO_FINISH)


@dataclass(frozen=True)
class Plot:
    """Rows on paper: their scale, their height, the size of their names, and which of them are shown."""

    rows: Sequence[Row]
    scale: Scale
    lines: Rows
    size: float
    shown: range
    part: str = ""

    @property
    def bar(self) -> float:
        """The height of a bar; the rest of the row is the arrows'."""
        return self.lines.height * 0.56

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.lines.above(self.shown.stop)

    @property
    def width(self) -> float:
        """The width of the whole chart."""
        return self.scale.right + _MARGIN

    def each(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows shown with their numbers."""
        return ((index, self.rows[index]) for index in self.shown)


def draw(axis: Axis, rows: Sequence[Row], arrows: Sequence[Arrow]) -> Drawing:
    """Draw rows and arrows; many rows are drawn closer together."""
    plot = plot_of(axis, rows)
    scale = _with_room(plot.scale, rows, arrows)
    return draw_plot(laid_out(scale, rows, (plot.lines.height, plot.size), plot.shown), arrows)


def draw_plot(plot: Plot, arrows: Sequence[Arrow]) -> Drawing:
    """Draw what a plot shows; arrows to rows that it does not show run out at its edge."""
    axis = plot.scale.axis
    foot = plot.bottom + (20 if axis.status is not None else 8)
    marks = entries(plot.rows, arrows, off=bool(axis.off))
    layers = {
        **_layers(plot, arrows),
        "labels": (
            Words(4, 12, plot.part, 11, ink="muted"),
            *(_name(plot, index, row) for index, row in plot.each()),
        ),
        "legend": tuple(legend(marks, 4, plot.width, foot)),
    }
    return Drawing(plot.width, foot + legend_height(marks, 4, plot.width) + 4, layers)


def draw_beside(axis: Axis, rows: Sequence[Row], arrows: Sequence[Arrow]) -> Drawing:
    """Draw the bars alone, for a page that sets the names and the legend as text beside them."""
    scale = _with_room(Scale(axis, _MARGIN, WIDTH_BESIDE - _MARGIN), rows, arrows)
    plot = laid_out(scale, rows, (ROW_BESIDE, 12.5), range(len(rows)))
    foot = plot.bottom + (20 if axis.status is not None else 4)
    return Drawing(plot.width, foot, {**_layers(plot, arrows), "labels": (), "legend": ()}, fixed=True)


def plot_of(axis: Axis, rows: Sequence[Row]) -> Plot:
    """Lay the rows out; many of them closer together."""
    height, size = next(
        form for most, form in ((30, (25, 12.5)), (42, (20, 12.5)), (10**9, (16, 12))) if len(rows) <= most
    )
    return laid_out(scale_of(axis, rows, size, WIDTH), rows, (height, size), range(len(rows)))


def scale_of(axis: Axis, rows: Sequence[Row], size: float, width: float) -> Scale:
    """Lay the axis beside the names of all rows."""
    widest = max(text_width(row.label, size, bold=is_bold(row)) + row.depth * _INDENT for row in rows)
    left = min(max(widest + 12, _NAMES[0]), _NAMES[1]) + _MARGIN
    return Scale(axis, left, width - _MARGIN)


def laid_out(scale: Scale, rows: Sequence[Row], form: tuple[float, float], shown: range, *, part: str = "") -> Plot:
    """Lay out rows of some height, with names of some size, so that the first one shown stands below the head."""
    height, size = form
    bars = [_extent(row, scale, height) for row in rows]
    top = HEAD - shown.start * height
    return Plot(rows, scale, Rows(top, height, bars, scale.left - 12, scale.right + 12), size, shown, part)


def ways(plot: Plot, arrows: Sequence[Arrow]) -> Iterator[tuple[Arrow, tuple[Point, ...]]]:
    """Yield the points through which each arrow runs, critical arrows last."""
    places = {row.id: index for index, row in enumerate(plot.rows)}
    tracks = {source: number % 3 - 1 for number, source in enumerate(dict.fromkeys(each.source for each in arrows))}
    for arrow in sorted(arrows, key=lambda each: each.critical):
        yield arrow, route(*_ends(plot, arrow, places), plot.lines, tracks[arrow.source])


def _layers(plot: Plot, arrows: Sequence[Arrow]) -> Layers:
    """Draw all but the words beside and below."""
    return {
        "shading": tuple(days_off(plot.scale, HEAD, plot.bottom)),
        "head": tuple(head(plot.scale, 0, plot.bottom)),
        "rows": (_lines(plot),),
        "arrows": (*joined(_arrows(plot, arrows)), *_link_words(plot, arrows)),
        "bars": tuple(joined(shape for index, row in plot.each() for shape in _bar(plot, index, row))),
        "progress": tuple(shape for index, row in plot.each() for shape in _progress(plot, index, row)),
        "marks": tuple(shape for index, row in plot.each() for shape in _moment(plot, index, row)),
        "status": tuple(status_line(plot.scale, HEAD, plot.bottom)),
    }


def _with_room(scale: Scale, rows: Sequence[Row], arrows: Sequence[Arrow]) -> Scale:
    """Begin the axis further right where the words before the first bars would run out of the picture."""
    begins = {row.id: scale.x(row.begin) for row in rows}
    named = [each for each in arrows if _words(each) and each.link not in _TO_FINISH]
    least = scale.left - _MARGIN
    short = max(
        (text_width(_words(each), _LINK_SIZE) + _WORDS_OFF - begins[each.target] + least for each in named), default=0
    )
    return Scale(scale.axis, scale.left + max(short, 0), scale.right)


def _words(arrow: Arrow) -> str:
    plain = arrow.link is Link.FINISH_TO_START and not arrow.lag
    return "" if plain else f"{arrow.link}{arrow.lag}"


def _extent(row: Row, scale: Scale, height: float) -> tuple[float, float] | None:
    if row.kind == "lane":
        return None
    half = height * 0.3 if row.kind in MOMENTS else 0
    begin, end = scale.x(row.begin), scale.x(row.end)
    return begin - half, max(end, begin + (0 if half else 2)) + half


def is_bold(row: Row) -> bool:
    """Say whether a row stands for what lies below it."""
    return row.kind in SUMMARIES or row.kind == "lane"


def _lines(plot: Plot) -> Shape:
    """Set groups off from each other."""
    heights = [*(plot.lines.above(index) for index, row in plot.each() if is_bold(row)), plot.bottom]
    return Path("".join(f"M4 {y:.1f}H{plot.width - 6:.1f}" for y in heights), "grid", 1)


def _name(plot: Plot, index: int, row: Row) -> Shape:
    x, bold = 4 + row.depth * _INDENT, is_bold(row)
    text = shortened(row.label, plot.size, plot.scale.left - _MARGIN - x, bold=bold)
    y = plot.lines.middle(index) + plot.size * 0.35
    return Words(x, y, text, plot.size, bold=bold, told=row.told or row.label)


def _bar(plot: Plot, index: int, row: Row) -> Iterator[Shape]:
    extent = plot.lines.bars[index]
    if extent is None or row.kind in MOMENTS:
        return
    if row.kind in SUMMARIES:
        yield from _bracket(plot, index, row)
        return
    left, right = extent
    top, ink = plot.lines.middle(index) - plot.bar / 2, wave_ink(row.wave)
    if row.slack > row.end:
        yield _float(plot, index, row)
    yield Path(f"M{left:.1f} {top:.1f}H{right:.1f}V{top + plot.bar:.1f}H{left:.1f}Z", fill="paper")
    if row.critical:
        yield Box(left, top, right - left, plot.bar, ink, "critical", 2.2, 0.38)
        yield Box(left, top, right - left, plot.bar, "hatch:critical", opacity=0.75, told=row.told)
    else:
        yield Box(left, top, right - left, plot.bar, ink, ink, 1, 0.38, told=row.told)


def _bracket(plot: Plot, index: int, row: Row) -> Iterator[Shape]:
    extent = plot.lines.bars[index]
    if extent is None:
        return
    (left, right), middle, down = extent, plot.lines.middle(index), plot.bar / 2
    foot = min(5.0, (right - left) / 2)
    shape = (
        f"M{left:.1f} {middle - 3:.1f}H{right:.1f}V{middle + down:.1f}L{right - foot:.1f} {middle + 3:.1f}"
        f"H{left + foot:.1f}L{left:.1f} {middle + down:.1f}Z"
    )
    yield Path(shape, fill=wave_ink(row.wave) if row.wave else "text", told=row.told)


def _float(plot: Plot, index: int, row: Row) -> Shape:
    begin, end = plot.scale.x(row.end), plot.scale.x(row.slack)
    y = plot.lines.middle(index) + plot.bar / 2 - 1.5
    return Path(f"M{begin:.1f} {y:.1f}H{end:.1f}M{end:.1f} {y - 3:.1f}V{y + 1.5:.1f}", "muted", 1.5)


def _progress(plot: Plot, index: int, row: Row) -> Iterator[Shape]:
    extent = plot.lines.bars[index]
    if extent is None or not row.progress:
        return
    thick = plot.bar * 0.42
    width = (extent[1] - extent[0]) * row.progress
    yield Box(extent[0], plot.lines.middle(index) - thick / 2, width, thick, wave_ink(row.wave), told=row.told)


def _moment(plot: Plot, index: int, row: Row) -> Iterator[Shape]:
    if row.kind not in MOMENTS:
        return
    x, y, half = plot.scale.x(row.begin), plot.lines.middle(index), plot.lines.height * 0.3
    if row.kind == "milestone":
        yield diamond((x, y), half, fill="text", stroke="critical" if row.critical else "text", told=row.told)
    else:
        yield diamond((x, y), half, fill="paper", stroke="status", told=row.told)
    if row.done:
        yield tick(x + half + 4, y, "done")


def _arrows(plot: Plot, arrows: Sequence[Arrow]) -> Iterator[Shape]:
    for arrow, points in ways(plot, arrows):
        ink, weight = ("critical", 1.6) if arrow.critical else ("arrow", 0.9)
        for piece in within(points, HEAD, plot.bottom):
            dash = "4 2.5" if arrow.waits else ""
            yield Path(path(piece), ink, weight, dash=dash, opacity=1 if arrow.critical else 0.8)
        if HEAD <= points[-1][1] <= plot.bottom:
            yield head_of_arrow(points[-1], points[-2], ink)


def _link_words(plot: Plot, arrows: Sequence[Arrow]) -> Iterator[Shape]:
    """Name each link that is not plainly finish to start, beside the head of its arrow."""
    places = {row.id: index for index, row in enumerate(plot.rows)}
    for arrow in arrows:
        end, words = _ends(plot, arrow, places)[1], _words(arrow)
        if not words or end.row not in plot.shown:
            continue
        x, y = end.x + 9 * end.side, plot.lines.middle(end.row) + 3
        width = text_width(words, _LINK_SIZE) + 2
        yield Box(x - (width if end.side < 0 else 0), y - 8, width, 10, "paper", opacity=0.85)
        yield Words(x - 1 if end.side < 0 else x + 1, y, words, _LINK_SIZE, "end" if end.side < 0 else "start")


def _ends(plot: Plot, arrow: Arrow, places: dict[str, int]) -> tuple[End, End]:
    source, target = places[arrow.source], places[arrow.target]
    begins, ends = arrow.link in _FROM_START, arrow.link in _TO_FINISH
    out, into = plot.lines.bars[source] or (0, 0), plot.lines.bars[target] or (0, 0)
    return (
        End(source, out[0] if begins else out[1], -1 if begins else 1),
        End(target, into[1] if ends else into[0], 1 if ends else -1),
    )
