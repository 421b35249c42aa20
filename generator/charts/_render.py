"""A chart by name, in every form: the pictures through a template of `site_templates/charts/`, figure and table."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from html import escape
from types import ModuleType
from typing import Any

from generator import discovery
from generator.charts._chart import Drawing, Look, RenderedChart, Shape
from generator.charts._palette import paint, pattern_id
from generator.charts._plotly import figure_json
from generator.errors import PlanpressError
from generator.formatting import did_you_mean
from generator.snapshot import Snapshot
from generator.templates.rendering import Renderer, TemplateText, renderer

_PACKAGE = "generator.charts"
_FORBIDDEN = {code: "\ufffd" for code in range(32) if chr(code) not in "\t\n\r"} | {
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
}


def chart_key(name: str, options: Mapping[str, str]) -> str:
    """Name a chart with its options so that it can be an id: `gantt-wave-1`."""
    return "-".join([name.replace("_", "-"), *(options[option] for option in sorted(options))])


def board(texts: Mapping[str, TemplateText]) -> Renderer:
    """Set up the templates that charts are drawn with; one board serves every chart of a build."""
    return renderer(texts, {"xml": escape_xml, "num": number}, {})


def render(name: str, options: Mapping[str, str], *, snapshot: Snapshot, board: Renderer) -> RenderedChart | None:
    """Draw a chart; nothing where the plan has nothing to show in it."""
    chart = discovery.module(_PACKAGE, name)
    check_asked(name, options, snapshot)
    data = chart.data(snapshot, **options)
    if data is None:
        return None
    key = chart_key(name, options)
    texts = {"key": key, "title": chart.title(data), "description": chart.description(data)}
    picture = partial(_picture, name, texts, board=board)
    drawn = chart.drawing(data)
    whole = RenderedChart(
        key=key,
        name=name,
        title=texts["title"],
        description=texts["description"],
        site_svg=picture(chart.beside_names(data) if hasattr(chart, "names") else drawn, look=Look.SITE),
        sheets=lambda: tuple(picture(sheet, look=Look.PRINT) for sheet in _sheets(chart, data)),
        whole=lambda: picture(drawn, look=Look.FILE),
        figure_json=figure_json(name, chart.figure(data)),
        table=chart.table(data),
        wide=chart.WIDE,
        folded=getattr(chart, "FOLDED", False),
    )
    return _with_names(whole, chart, data, board) if hasattr(chart, "names") else whole


def _with_names(whole: RenderedChart, chart: ModuleType, data: object, board: Renderer) -> RenderedChart:
    """Add what a page sets as text beside the picture, and what a script draws it anew from."""
    key = f"{whole.key}-legend"
    samples = [(entry.words, tuple(entry.sample(0, 0))) for entry in chart.legend(data)]
    shapes = Drawing(0, 0, dict(samples))
    values = _painting(shapes, Look.SITE, key) | {"entries": samples}
    return replace(
        whole,
        names=chart.names(data),
        legend=_compact(board.render("charts/legend.html.j2", values)),
        geometry=json.dumps(chart.geometry(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False),
    )


def check_asked(name: str, options: Mapping[str, str], snapshot: Snapshot) -> None:
    """Refuse what a template may have misspelt: the name of a chart, of an option, of a wave."""
    discovery.refuse_unknown(_PACKAGE, name)
    for option, value in options.items():
        if option != "wave":
            raise PlanpressError(f'chart "{name}" has no option "{option}"', help='there is: "wave"')
        if value not in snapshot.plan.waves:
            close = did_you_mean(value, snapshot.plan.waves)
            raise PlanpressError(f'chart "{name}" asks for an unknown wave "{value}"', help=close)


def escape_xml(text: object) -> str:
    """Write text so that XML shows it letter by letter; a character XML cannot hold becomes U+FFFD."""
    return escape(str(text).translate(_FORBIDDEN), quote=True)


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text != "-0.0" else "0"


def _sheets(chart: ModuleType, data: object) -> tuple[Drawing, ...]:
    """Draw for print; a chart that has no drawing of its own for print is drawn as on the site."""
    return tuple(chart.sheets(data)) if hasattr(chart, "sheets") else (chart.drawing(data),)


def _picture(name: str, texts: Mapping[str, str], drawing: Drawing, *, look: Look, board: Renderer) -> str:
    values = {"drawing": drawing, **texts, "look": look.value, **_painting(drawing, look, texts["key"])}
    return _compact(board.render(f"charts/{name}.svg.j2", values))


def _painting(drawing: Drawing, look: Look, key: str) -> dict[str, Any]:
    """Return the patterns of a drawing, and how a template writes an ink."""
    return {"patterns": _patterns(drawing, look, key), "paint": cache(partial(paint, look=look, key=key))}


def _compact(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def _patterns(drawing: Drawing, look: Look, key: str) -> list[dict[str, str]]:
    """Return the patterns that a drawing's fills ask for: kind, id and colour of each."""
    fills = {fill for shapes in drawing.layers.values() for fill in map(_fill, shapes) if ":" in fill}
    return [
        {"kind": kind, "id": pattern_id(fill, key), "colour": paint(ink, look, key)}
        for fill in sorted(fills)
        for kind, _, ink in [fill.partition(":")]
    ]


def _fill(shape: Shape) -> str:
    return getattr(shape, "fill", "none")
