"""A dependency network as Plotly traces: curves, and the nodes with their names."""

from collections.abc import Iterator

from generator.charts._graph import Graph, Knot
from generator.charts._network_drawing import BOX_HEIGHT, BOX_WIDTH, Sheet, names, runs, sheet_of
from generator.charts._palette import literal, wave_ink
from generator.charts._plotly import Figure, figure, plain
from generator.charts._text import wrapped


def network_figure(graph: Graph) -> Figure:
    """Use the layout of the picture."""
    sheet = sheet_of(graph)
    width, height = sheet.width + 4, sheet.bottom + 10
    traces = [_edges(sheet, critical=critical) for critical in (False, True)]
    hidden = {"visible": False, "showgrid": False}
    return figure(
        [*(trace for trace in traces if trace["x"]), _nodes(sheet), *_names(sheet)],
        height=min(max(int(height * 0.8) + 90, 320), 900),
        xaxis=hidden | {"range": [-20, width]},
        yaxis=hidden | {"range": [height, -20]},
        shapes=[_box(sheet, knot) for knot in graph.knots],
        dragmode="pan",
    )


def _edges(sheet: Sheet, *, critical: bool) -> dict[str, object]:
    x: list[float | None] = []
    y: list[float | None] = []
    for strand in sheet.graph.strands:
        if strand.critical is critical:
            for points in runs(sheet, strand):
                x += [*(round(point[0], 1) for point in points), None]
                y += [*(round(point[1], 1) for point in points), None]
    ink = literal("critical" if critical else "arrow")
    name = "Critical dependency" if critical else "Dependency"
    line = {"color": ink, "width": 2.5 if critical else 1}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _nodes(sheet: Sheet) -> dict[str, object]:
    knots = sheet.graph.knots
    return {
        "type": "scatter",
        "mode": "text",
        "name": "Work",
        "showlegend": False,
        "x": [sheet.left(knot.key) + BOX_WIDTH / 2 for knot in knots],
        "y": [sheet.middle(knot.key) for knot in knots],
        "text": ["<br>".join(map(plain, wrapped(knot.label, 13, BOX_WIDTH, lines=3))) for knot in knots],
        "textfont": {"size": 8, "color": literal("text")},
        "hovertext": [plain(knot.told) for knot in knots],
        "hoverinfo": "text",
    }


def _names(sheet: Sheet) -> Iterator[dict[str, object]]:
    """Tell at the edges of the bands where edges between them lead, and where they come from."""
    words = [each for strand in sheet.graph.strands for each in names(sheet, strand)]
    if words:
        yield {
            "type": "scatter",
            "mode": "text",
            "name": "Ends elsewhere",
            "showlegend": False,
            "x": [round(each.x, 1) for each in words],
            "y": [round(each.y - 3.5, 1) for each in words],
            "text": [plain(each.text) for each in words],
            "textposition": ["middle left" if each.anchor == "end" else "middle right" for each in words],
            "textfont": {"size": 8, "color": literal("muted")},
            "hoverinfo": "skip",
        }


def _box(sheet: Sheet, knot: Knot) -> dict[str, object]:
    ink = literal(wave_ink(knot.wave))
    left, middle = sheet.left(knot.key), sheet.middle(knot.key)
    line = {"color": literal("critical") if knot.critical else ink, "width": 2.5 if knot.critical else 1}
    place = {"x0": left, "x1": left + BOX_WIDTH, "y0": middle - BOX_HEIGHT / 2, "y1": middle + BOX_HEIGHT / 2}
    return place | {"type": "rect", "layer": "below", "fillcolor": ink, "opacity": 0.22, "line": line}
