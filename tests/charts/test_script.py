"""In a browser, the interactive figure takes the picture's place, and gives it back."""

from collections.abc import Callable, Iterator
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from generator.charts._palette import variables
from generator.charts._render import render
from generator.snapshot import Snapshot
from generator.templates import Renderer

SCRIPT = Path(__file__).parents[2] / "site_templates" / "assets" / "charts.js"
STATES = """[...document.querySelectorAll('.pp-chart')].map(figure => [
    figure.querySelector('.pp-chart__static').style.display,
    figure.querySelector('.pp-chart__live').style.display])"""
STATIC, LIVE = ["", "none"], ["none", ""]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(snapshot_of: Callable[[str], Snapshot], board: Renderer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page of two charts and the script beside a copy of Plotly."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "charts.js").write_bytes(SCRIPT.read_bytes())
    (folder / "plotly.min.js").write_bytes(files("plotly").joinpath("package_data", "plotly.min.js").read_bytes())
    charts = [
        render(name, {}, snapshot=snapshot_of("several waves"), board=board) for name in ("risk_matrix", "gantt")
    ]
    figures = "".join(
        f'<figure class="pp-chart" data-chart="{chart.name}" data-figure="{escape(chart.figure_json)}">'
        f'<div class="pp-chart__static">{chart.site_svg}</div><figcaption>{escape(chart.title)}</figcaption></figure>'
        for chart in charts
        if chart is not None
    )
    dark = ";".join(f"{name}:{value}" for name, value in variables(dark=True).items())
    style = f"figure{{margin:0}}.pp-chart__static{{overflow-x:auto}}[data-md-color-scheme=slate]{{{dark}}}"
    text = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title><link rel="icon" href="data:,">'
        f'<style>{style}</style><body data-md-color-scheme="default">{figures}'
        '<script src="charts.js"></script></body></html>'
    )
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def page(browser: Any, site: Path) -> Iterator[Any]:
    """Open the page at desktop width; an error in its script fails the test."""
    opened = browser.new_page(viewport={"width": 1200, "height": 2400})
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto((site / "index.html").as_uri())
    yield opened
    opened.close()
    assert errors == []


def _wait_for(page: Any, states: list[list[str]]) -> None:
    page.wait_for_function(f"JSON.stringify({STATES}) === '{str(states).replace(chr(39), chr(34)).replace(' ', '')}'")


def test_figures_in_view_become_interactive(page: Any) -> None:
    _wait_for(page, [LIVE, LIVE])
    assert page.locator(".pp-chart__live .main-svg").count() > 0


def test_a_button_leads_back_to_the_picture_by_keyboard(page: Any) -> None:
    _wait_for(page, [LIVE, LIVE])
    page.locator(".pp-chart__toggle").first.focus()
    page.keyboard.press("Enter")
    _wait_for(page, [STATIC, LIVE])
    page.keyboard.press("Enter")
    _wait_for(page, [LIVE, LIVE])


def test_the_figure_follows_the_scheme(page: Any) -> None:
    _wait_for(page, [LIVE, LIVE])
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.wait_for_function("document.querySelector('.pp-chart__live').layout.font.color === 'rgb(230, 233, 240)'")


def test_print_shows_the_pictures(page: Any) -> None:
    _wait_for(page, [LIVE, LIVE])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    _wait_for(page, [STATIC, STATIC])
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    _wait_for(page, [LIVE, LIVE])


def test_the_figure_fits_a_narrower_window_and_the_page_never_scrolls_sideways(page: Any) -> None:
    _wait_for(page, [LIVE, LIVE])
    page.set_viewport_size({"width": 500, "height": 2400})
    page.wait_for_function("document.querySelector('.pp-chart__live').layout.width <= 500")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_the_picture_stays_until_the_button_is_pressed(browser: Any, site: Path) -> None:
    phone = browser.new_page(viewport={"width": 390, "height": 2400})
    phone.goto((site / "index.html").as_uri())
    _wait_for(phone, [STATIC, STATIC])
    assert not phone.evaluate("'Plotly' in window")
    phone.locator(".pp-chart__toggle").first.click()
    _wait_for(phone, [LIVE, STATIC])
    phone.close()


def test_the_picture_stays_where_plotly_cannot_be_loaded(browser: Any, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 2400})
    page.route("**/plotly.min.js", lambda route: route.abort())
    page.goto((site / "index.html").as_uri())
    page.wait_for_function(
        "[...document.querySelectorAll('.pp-chart__toggle')].every(each => each.textContent === 'Show interactive')"
    )
    assert page.evaluate(STATES) == [STATIC, STATIC]
    page.close()
