"""In a browser, Plotly takes the picture's place when it is asked for, and gives it back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.charts._render import render
from generator.snapshot import Snapshot
from generator.templates.rendering import Renderer
from tests.charts.charts_page import write_page

STATES = """[...document.querySelectorAll('.pp-chart')].map(figure => [
    (figure.querySelector('.pp-chart__own') ?? figure.querySelector('.pp-chart__static')).style.display,
    figure.querySelector('.pp-chart__live')?.style.display ?? 'none'])"""
DRAWN = ".pp-chart__own:not([data-coming])"
STATIC, LIVE = ["", "none"], ["none", ""]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(snapshot_of: Callable[[str], Snapshot], board: Renderer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a page of two charts and the script beside a copy of Plotly."""
    folder = tmp_path_factory.mktemp("site")
    charts = [
        render(name, {}, snapshot=snapshot_of("several waves"), board=board) for name in ("risk_matrix", "gantt")
    ]
    write_page(folder, charts)
    return folder


@pytest.fixture
def page(browser: Any, site: Path) -> Iterator[Any]:
    """Open the page at desktop width; an error in its script fails the test."""
    opened = browser.new_page(viewport={"width": 1200, "height": 2400})
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto((site / "index.html").as_uri())
    opened.locator(DRAWN).wait_for()
    yield opened
    opened.close()
    assert errors == []


def _wait_for(page: Any, states: list[list[str]]) -> None:
    page.wait_for_function(f"JSON.stringify({STATES}) === '{str(states).replace(chr(39), chr(34)).replace(' ', '')}'")


def _explore(page: Any) -> None:
    for button in page.locator(".pp-chart__toggle").all():
        button.click()
    _wait_for(page, [LIVE, LIVE])


def test_no_chart_asks_for_plotly_by_itself(page: Any) -> None:
    _wait_for(page, [STATIC, STATIC])
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    assert page.evaluate(STATES) == [STATIC, STATIC]
    assert not page.evaluate("'Plotly' in window")


def test_a_button_opens_a_chart_in_plotly(page: Any) -> None:
    _explore(page)
    assert page.locator(".pp-chart__live .main-svg").count() > 0
    assert page.locator(".pp-chart__toggle[aria-pressed=true]").count() == 2


def test_the_button_leads_back_to_the_picture_by_keyboard(page: Any) -> None:
    _explore(page)
    page.locator(".pp-chart__toggle").first.focus()
    page.keyboard.press("Enter")
    _wait_for(page, [STATIC, LIVE])
    page.keyboard.press("Enter")
    _wait_for(page, [LIVE, LIVE])


def test_the_figure_follows_the_scheme(page: Any) -> None:
    _explore(page)
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    page.wait_for_function("document.querySelector('.pp-chart__live').layout.font.color === 'rgb(230, 233, 240)'")


def test_print_shows_the_pictures(page: Any) -> None:
    _explore(page)
    page.emulate_media(media="print")
    assert [each.is_visible() for each in page.locator(".pp-chart__static").all()] == [True, True]
    assert not page.locator(".pp-chart__live, .pp-chart__own, .pp-chart__files").locator("visible=true").count()
    page.emulate_media(media="screen")
    assert [each.is_visible() for each in page.locator(".pp-chart__live").all()] == [True, True]


def test_the_figure_fits_a_narrower_window_and_the_page_never_scrolls_sideways(page: Any) -> None:
    _explore(page)
    page.set_viewport_size({"width": 500, "height": 2400})
    page.wait_for_function("document.querySelector('.pp-chart__live').layout.width <= 500")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_picture_stays_where_plotly_cannot_be_loaded(browser: Any, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 2400})
    page.route("**/plotly.min.js", lambda route: route.abort())
    page.goto((site / "index.html").as_uri())
    page.locator(DRAWN).wait_for()
    page.locator(".pp-chart__toggle").first.click()
    page.wait_for_function(
        "[...document.querySelectorAll('.pp-chart__toggle')].every(each => each.textContent === 'Explore')"
    )
    assert page.evaluate(STATES) == [STATIC, STATIC]
    page.close()
