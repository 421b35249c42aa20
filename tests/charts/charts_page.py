"""A page of charts with the site's own style sheet and scripts, opened from a folder."""

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from generator.charts._chart import RenderedChart
from generator.documents.figures import UNLED, figure_html, live_path, live_script
from generator.publish.bundles import bundles
from generator.sources.template_files import asset_files


def write_page(folder: Path, charts: Iterable[RenderedChart | None]) -> str:
    """Write the page, and Plotly beside it; return its address."""
    for asset in bundles(asset_files(folder, "assets"), []):
        (folder / asset.path.name).write_bytes(asset.content)
    (folder / "plotly.min.js").write_bytes(files("plotly").joinpath("package_data", "plotly.min.js").read_bytes())
    drawn = [chart for chart in charts if chart is not None]
    for chart in drawn:
        live = folder / live_path(chart.key)
        live.parent.mkdir(parents=True, exist_ok=True)
        live.write_text(live_script(chart), encoding="utf-8")
    figures = "".join(figure_html(chart, UNLED, "several") for chart in drawn)
    text = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="planpress.css"><body class="md-typeset" data-md-color-scheme="default">'
        f'{figures}<script src="planpress.js"></script></body></html>'
    )
    page = folder / "index.html"
    page.write_text(text, encoding="utf-8")
    return page.as_uri()
