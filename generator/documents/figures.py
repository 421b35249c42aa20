"""A chart as the site shows it: the picture at once, the figure's data for later, the table one click away."""

import re
from html import escape

from generator.charts._chart import RenderedChart, Table

_QUOTE = re.compile(r'(?<!\\)((?:\\\\)*)\\"')
"""A quotation mark inside a text of JSON."""


def figure_html(chart: RenderedChart) -> str:
    """Write the figure without blank lines, which would end a block of HTML in Markdown."""
    caption = escape(chart.title)
    lines = (
        f'<figure class="pp-chart" id="chart-{chart.key}" data-chart="{escape(chart.name)}" data-search-exclude',
        f"data-figure='{json_attribute(chart.figure_json)}'>",
        f'<div class="pp-chart__static" tabindex="0" role="group" aria-label="{caption}">{chart.site_svg}</div>',
        f"<figcaption>{caption}</figcaption>",
        "</figure>",
        '<details class="pp-chart__data" data-search-exclude><summary>Data table</summary>',
        f"{_table(chart.table)}</details>",
    )
    html = "\n".join(lines)
    if chart.folded:
        html = f'<details class="pp-chart__data"><summary>{caption}</summary>\n{html}\n</details>'
    return "\n".join(line for line in html.splitlines() if line.strip())


def json_attribute(data: str) -> str:
    """Write JSON for an attribute in single quotes: a quote of JSON, of which there are thousands, stays as it is."""
    bare = _QUOTE.sub(r"\1\\u0022", data)
    return escape(bare, quote=False).replace("'", "&#x27;")


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    caption = f"<caption>{escape(table.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
