"""A chart as the site shows it: the picture at once, its live forms when asked for, the table one click away."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from generator.charts._chart import Name, RenderedChart, Table

_QUOTE = re.compile(r'(?<!\\)((?:\\\\)*)\\"')
"""A quotation mark inside a text of JSON."""
_KEPT = 1000
"""A figure is written once to weigh it, and once for its page."""


_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_OWN = '<div class="pp-chart__own" data-coming></div>'
"""Where a script draws: a place that is there already costs no styling of what stands around it."""


@dataclass(frozen=True)
class Way:
    """How a page leads elsewhere: to the entry of an anchor where there is one, and to a file of the site."""

    entry: Callable[[str], str]
    file: Callable[[str], str]


UNLED = Way(entry=lambda _: "", file=lambda path: path)
"""Leads to no entry: for a figure that stands on no page."""


def picture_path(key: str) -> str:
    """Where the picture of a chart lies on the site."""
    return f"assets/charts/{key}.svg"


def live_path(key: str) -> str:
    """Where the live form of a chart lies on the site."""
    return f"assets/charts/{key}.js"


def live_script(chart: RenderedChart) -> str:
    """Write what the live form is drawn from; a script can be loaded where a page was opened without a server."""
    return f"planpress.figures[{json.dumps(chart.key)}] = {chart.figure_json};\n"


def figure_html(chart: RenderedChart, way: Way, plan: str) -> str:
    """Write the figure without blank lines, which would end a block of HTML in Markdown; `plan` names downloads."""
    caption = escape(chart.title)
    static = f'<div class="pp-chart__static"{_size(chart)} tabindex="0" role="group" aria-label="{caption}">'
    lines = (
        f'<figure class="pp-chart" id="chart-{chart.key}" data-chart="{escape(chart.name)}" data-search-exclude',
        f'data-figure="{escape(way.file(live_path(chart.key)))}"{_geometry(chart)}>',
        f"<figcaption>{caption}</figcaption>",
        _downloads(chart, way, plan),
        f"{static}{_picture(chart, way)}</div>",
        _OWN if chart.geometry else "",
        chart.legend,
        "</figure>",
        '<details class="pp-chart__data" data-search-exclude><summary>Data table</summary>',
        f"{_table(chart.table)}</details>",
    )
    html = "\n".join(lines)
    if chart.folded:
        html = f'<details class="pp-chart__data"><summary>{caption}</summary>\n{html}\n</details>'
    return "\n".join(line for line in html.splitlines() if line.strip())


@lru_cache(maxsize=_KEPT)
def json_attribute(data: str) -> str:
    """Write JSON for an attribute in single quotes: a quote of JSON, of which there are thousands, stays as it is."""
    bare = _QUOTE.sub(r"\1\\u0022", data) if '\\"' in data else data
    return escape(bare, quote=False).replace("'", "&#x27;")


def _geometry(chart: RenderedChart) -> str:
    return f"\ndata-geometry='{json_attribute(chart.geometry)}'" if chart.geometry else ""


def _size(chart: RenderedChart) -> str:
    """Tell how large the picture is, so that its place is as tall before it is drawn."""
    found = _VIEW_BOX.search(chart.site_svg)
    return f' style="--pp-wide:{found[1]};--pp-tall:{found[2]}"' if found else ""


def _picture(chart: RenderedChart, way: Way) -> str:
    if not chart.names:
        return chart.site_svg
    names = "\n".join(_name(name, way) for name in chart.names)
    return f'<div class="pp-gantt"><ul class="pp-gantt__names">\n{names}\n</ul>\n{chart.site_svg}</div>'


def _name(name: Name, way: Way) -> str:
    text, told = escape(name.text), escape(name.told)
    href = way.entry(name.anchor) if name.anchor else ""
    words = f'<a href="{escape(href)}">{text}</a>' if href else f"<span>{text}</span>"
    bold = ' class="pp-bold"' if name.bold else ""
    return f'<li{bold} style="--depth:{name.depth}" title="{told}">{words}</li>'


def _downloads(chart: RenderedChart, way: Way, plan: str) -> str:
    """The picture as a file; the script adds the one that it draws of it."""
    file = f"{plan}-{chart.key}.svg"
    words = f"{escape(chart.title)}, as SVG"
    href = escape(way.file(picture_path(chart.key)))
    return f'<p class="pp-chart__files"><a href="{href}" download="{file}" aria-label="{words}">SVG</a></p>'


@lru_cache(maxsize=_KEPT)
def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    caption = f"<caption>{escape(table.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
