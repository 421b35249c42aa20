"""A Gantt chart as Plotly traces: bars by wave, float, progress, moments, dependencies."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.charts._axis import Axis
from generator.charts._gantt_drawing import Plot, plot_of, ways
from generator.charts._gantt_rows import MOMENTS, SUMMARIES, Arrow, Row
from generator.charts._palette import literal, wave_ink
from generator.charts._plotly import Figure, figure, plain, status_note, time_axis, time_shapes
from generator.charts._routing import Point

Places = dict[str, int]

_LINKS = {
    "Dependency": ("arrow", 0.8, ""),
    "Critical dependency": ("critical", 1.5, ""),
    "Waits for people": ("arrow", 0.8, "dash"),
}
"""Ink, width and dash of each kind of arrow."""


def gantt_figure(axis: Axis, rows: Sequence[Row], arrows: Sequence[Arrow]) -> Figure:
    """Set the rows from top to bottom, as the picture does."""
    places = {row.id: index for index, row in enumerate(rows)}
    names = {
        "tickvals": list(places.values()),
        "ticktext": [_name(row) for row in rows],
        "range": [len(rows) - 0.4, -0.6],
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
    }
    return figure(
        list(_traces(axis, rows, arrows)),
        barmode="overlay",
        bargap=0.4,
        height=150 + 24 * len(rows),
        xaxis=time_axis(axis),
        yaxis=names,
        shapes=time_shapes(axis),
        annotations=status_note(axis),
    )


def _name(row: Row) -> str:
    indent = "\u2003" * row.depth
    text = plain(row.label if len(row.label) <= 40 else f"{row.label[:39]}…")  # noqa: PLR2004 - room beside the bars
    return f"{indent}<b>{text}</b>" if row.kind in SUMMARIES or row.kind == "lane" else f"{indent}{text}"


def _traces(axis: Axis, rows: Sequence[Row], arrows: Sequence[Arrow]) -> Iterator[dict[str, Any]]:
    places = {row.id: index for index, row in enumerate(rows)}
    plot = plot_of(axis, rows)
    led = list(ways(plot, arrows))
    for kind in _LINKS:
        if any(arrow.kind == kind for arrow in arrows):
            yield _links(plot, [points for arrow, points in led if arrow.kind == kind], kind=kind)
    yield from _bars(axis, rows, places)
    late = [row for row in rows if row.kind == "task" and row.slack > row.end]
    if late:
        yield _bar(axis, late, places, name="Total float") | {
            "base": [axis.moment(row.end) for row in late],
            "x": [axis.stretch(row.slack - row.end) for row in late],
            "width": 0.1,
            "marker": {"color": literal("muted")},
        }
    started = [row for row in rows if row.progress]
    if started:
        yield _bar(axis, started, places, name="Progress") | {
            "x": [axis.stretch((row.end - row.begin) * row.progress) for row in started],
            "width": 0.2,
            "marker": {"color": literal("text")},
        }
    for kind, ink in (("milestone", "text"), ("checkpoint", "status")):
        moments = [row for row in rows if row.kind == kind]
        if moments:
            yield _moments(axis, moments, places, ink=ink)


def _bars(axis: Axis, rows: Sequence[Row], places: Places) -> Iterator[dict[str, Any]]:
    bars = [row for row in rows if row.kind not in MOMENTS and row.kind != "lane"]
    for wave in sorted({row.wave for row in bars}):
        own = [row for row in bars if row.wave == wave]
        ink = literal(wave_ink(wave))
        yield _bar(axis, own, places, name=own[0].group) | {
            "width": [0.22 if row.kind in SUMMARIES else 0.6 for row in own],
            "marker": {
                "color": ink,
                "pattern": {
                    "shape": ["/" if row.critical else "" for row in own],
                    "fgcolor": literal("paper"),
                    "fgopacity": 0.7,
                    "fillmode": "overlay",
                    "size": 6,
                },
                "line": {
                    "color": [literal("critical") if row.critical else ink for row in own],
                    "width": [2.5 if row.critical else 1 for row in own],
                },
            },
        }


def _bar(axis: Axis, rows: Sequence[Row], places: Places, *, name: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": [places[row.id] for row in rows],
        "base": [axis.moment(row.begin) for row in rows],
        "x": [axis.stretch(row.end - row.begin) for row in rows],
        "hovertext": [plain(row.told) for row in rows],
        "hoverinfo": "text",
    }


def _moments(axis: Axis, rows: Sequence[Row], places: Places, *, ink: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": rows[0].kind.capitalize(),
        "x": [axis.moment(row.begin) for row in rows],
        "y": [places[row.id] for row in rows],
        "marker": {"symbol": "diamond", "size": 12, "color": literal(ink)},
        "hovertext": [plain(row.told) for row in rows],
        "hoverinfo": "text",
    }


def _links(plot: Plot, led: Sequence[Sequence[Point]], *, kind: str) -> dict[str, Any]:
    """Return the arrows of the picture, their ways told in days and rows."""
    x: list[str | float | None] = []
    y: list[float | None] = []
    scale, lines, axis = plot.scale, plot.lines, plot.scale.axis
    for points in led:
        x += [*(axis.moment(axis.first + (at - scale.left) / scale.day) for at, _ in points), None]
        y += [*(round((down - lines.top) / lines.height - 0.5, 2) for _, down in points), None]
    ink, width, dash = _LINKS[kind]
    line = {"color": literal(ink), "width": width} | ({"dash": dash} if dash else {})
    return {"type": "scatter", "mode": "lines", "name": kind, "x": x, "y": y, "line": line, "hoverinfo": "skip"}
