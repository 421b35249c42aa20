"""In a browser, readers group, zoom and filter the Gantt chart, walk through its rows, and take charts away."""

import struct
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
CHART = "#chart-gantt"
DRAWN = f"{CHART} .pp-chart__own:not([data-coming])"
NAMES = f"{DRAWN} .pp-gantt__names"


_NO_LONG_TIMES = """{
  const wait = setTimeout;
  window.setTimeout = (work, time, ...rest) => time < 2000 ? wait(work, time, ...rest) : 0;
}"""

_NAMED = """([origin, width]) => {
  const { marks, scaled } = window.planpress.ganttAxis;
  const weeks = Array.from({ length: 24 }, (_, place) => [place * 91, place * 13 + 1, `${place + 1} Mar`, ""]);
  const axis = { first: 0, last: 24 * 91, stride: 13, days: [], origin, weeks };
  const scale = scaled(axis, "Fit", width, 8);
  return marks(axis, "Fit", scale).filter((mark) => mark.name).map((mark) => [scale.x(mark.at), mark.name]);
}"""


@pytest.fixture
def page(browser: "Browser", address: str) -> Iterator[Any]:
    """Open the schedule; an error in a script fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(f"{address}schedule/")
    opened.mouse.move(5, 5)
    opened.locator(NAMES).wait_for()
    yield opened
    context.close()
    assert errors == []


def test_rows_are_grouped_by_role_and_the_choice_outlives_the_page(page: Any) -> None:
    page.locator(f"{CHART} select").select_option("Role")
    assert page.locator(f"{NAMES} .pp-bold", has_text="DBA").count() == 1
    page.reload()
    assert page.locator(f"{CHART} select").input_value() == "Role"


def test_a_chart_can_be_used_at_the_first_sign_of_a_reader(browser: "Browser", address: str) -> None:
    with closing(browser.new_context()) as context:
        opened = context.new_page()
        opened.add_init_script(_NO_LONG_TIMES)
        opened.goto(f"{address}schedule/")
        opened.wait_for_timeout(500)
        assert not opened.locator(NAMES).count()
        opened.keyboard.press("Tab")
        opened.locator(NAMES).wait_for()


def test_nothing_moves_away_from_under_a_finger(browser: "Browser", address: str) -> None:
    with closing(browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})) as context:
        opened = context.new_page()
        opened.goto(f"{address}schedule/")
        name = opened.locator(f"{CHART} .pp-chart__static .pp-gantt__names a").nth(2)
        wanted = name.get_attribute("href")
        name.tap()
        opened.wait_for_url(lambda url: url.endswith(str(wanted).split("/")[-1]))


def test_a_chart_that_is_only_looked_at_can_be_used_after_a_while(browser: "Browser", address: str) -> None:
    with closing(browser.new_context()) as context:
        opened = context.new_page()
        opened.goto(f"{address}schedule/")
        opened.locator(NAMES).wait_for()


def test_only_critical_rows_stay_and_their_number_is_told(page: Any) -> None:
    page.get_by_role("button", name="Only critical").click()
    shown = page.locator(f"{NAMES} [tabindex]").evaluate_all("all => all.map((each) => each.ariaLabel)")
    tasks = [told for told in shown if not told.startswith(("Phase", "Wave"))]
    assert tasks
    assert all("critical" in told for told in tasks)
    assert page.locator(f"{CHART} [aria-live=polite]").text_content().startswith(f"{len(shown)} of ")


def test_a_zoom_to_days_is_wider_than_the_page_and_scrolls_inside_the_chart(page: Any) -> None:
    fit = page.locator(f"{CHART} .pp-gantt__plot").bounding_box()["width"]
    page.locator(f"{CHART} .pp-gantt__zoom button", has_text="Day").click()
    assert page.locator(f"{CHART} .pp-gantt__plot").bounding_box()["width"] > fit
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("origin", [None, "2026-01-05"])
@pytest.mark.parametrize("width", [300, 800, 1600])
def test_no_two_names_at_the_head_of_a_long_chart_touch(page: Any, origin: str | None, width: int) -> None:
    named = page.evaluate(_NAMED, [origin, width])
    assert len(named) > 2
    assert all(begin + len(name) * 7.9 < following for (begin, name), (following, _) in pairwise(named))


def test_links_can_be_hidden(page: Any) -> None:
    assert page.locator(f"{CHART} .pp-gantt__link").count() > 0
    page.get_by_role("button", name="Show links").click()
    assert page.locator(f"{CHART} .pp-gantt__link").count() == 0


def test_a_row_is_reached_told_and_followed_by_keyboard(page: Any) -> None:
    page.locator(f"{NAMES} [tabindex='0']").focus()
    page.keyboard.press("End")
    page.keyboard.press("Home")
    row = page.locator(f"{NAMES} a", has_text="DB Setup")
    while not row.evaluate("each => each === document.activeElement"):
        page.keyboard.press("ArrowDown")
    tip = page.locator(f"{CHART} [role=tooltip]")
    assert "Why then" in (tip.text_content() or "")
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/schedule/#row-db-setup")


def test_hover_tells_the_facts_of_the_table(page: Any) -> None:
    page.locator(f"{NAMES} a", has_text="DB Setup").hover()
    told = page.locator(f"{CHART} [role=tooltip]")
    told.wait_for()
    assert "Free float" in (told.text_content() or "")


def test_a_chart_is_taken_away_as_drawing_and_as_pixels(page: Any, tmp_path: Path) -> None:
    with page.expect_download() as drawing:
        page.locator(f"{CHART} .pp-chart__files a").click()
    with page.expect_download() as pixels:
        page.locator(f"{CHART} .pp-chart__files button", has_text="PNG").click()
    assert drawing.value.suggested_filename == "phase-5-execution-strategy-gantt.svg"
    assert pixels.value.suggested_filename == "phase-5-execution-strategy-gantt.png"
    drawing.value.save_as(tmp_path / "a.svg")
    pixels.value.save_as(tmp_path / "a.png")
    svg = ET.fromstring((tmp_path / "a.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own output
    content = (tmp_path / "a.png").read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", content[16:20])[0] == round(float(svg.attrib["width"]) * 2)


def test_nothing_but_the_readers_wish_loads_plotly(page: Any) -> None:
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(300)
    assert not page.evaluate("'Plotly' in window")
