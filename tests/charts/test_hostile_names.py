"""In a browser, names that look like markup are names: in the picture, the chart drawn anew, its tip and groups."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.charts._render import render
from generator.snapshot import Snapshot
from generator.templates.rendering import Renderer
from tests.charts.charts_page import write_page

pytestmark = pytest.mark.browser

NAMES = (
    "</script><img src=x onerror=hit()>",
    "\"' onfocus='hit()' autofocus x=\"",
    "]]><svg onload=hit()></svg>",
    "</figure></div><iframe src='javascript:parent.hit()'></iframe>",
    "&lt;img src=x onerror=hit()&gt; \\u003cimg onerror=hit()\\u003e",
    "two lines <script>hit()</script>",
)
_PLAN = {
    "title": NAMES[0],
    "start": "2026-01-05",
    "roles": {"one": {"name": NAMES[2]}, "two": {"name": NAMES[3]}},
    "waves": {
        "wave": {
            "name": NAMES[1],
            "tasks": {
                f"task-{number}": {"name": name, "duration": "2d", "needs": {("one", "two")[number % 2]: 1}}
                for number, name in enumerate(NAMES)
            },
        }
    },
}
FIGURE = "#chart-gantt"


@pytest.fixture
def page(browser: Any, snapshot_of: Callable[[str], Snapshot], board: Renderer, tmp_path: Path) -> Iterator[Any]:
    """Open a page with the chart; a script that a name has run is noted on it."""
    snapshot = snapshot_of(json.dumps(_PLAN))
    address = write_page(tmp_path, [render(name, {}, snapshot=snapshot, board=board) for name in ("gantt",)])
    opened = browser.new_page(viewport={"width": 1200, "height": 2400})
    opened.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1; };")
    opened.goto(address)
    opened.locator(f"{FIGURE} .pp-chart__own:not([data-coming])").wait_for()
    yield opened
    opened.close()


def _strange(page: Any) -> int:
    """Count what no chart has."""
    found = "img, iframe, script, [onerror], [onload], [onfocus]"
    return int(
        page.evaluate(f"document.querySelectorAll('.pp-chart :is({found}), .pp-chart__data :is({found})').length")
    )


def test_a_name_is_shown_letter_by_letter(page: Any) -> None:
    shown = page.locator(f"{FIGURE} .pp-gantt--own .pp-gantt__names > li").all_text_contents()
    wanted = {" ".join(name.split()) for name in NAMES}
    assert wanted <= {" ".join(text.split()) for text in shown}


def test_no_name_becomes_markup_however_the_chart_is_used(page: Any) -> None:
    for group in page.locator(f"{FIGURE} select option").all_text_contents():
        page.locator(f"{FIGURE} select").select_option(group)
        for row in page.locator(f"{FIGURE} .pp-gantt--own [tabindex]").all():
            row.dispatch_event("pointerover")
        assert page.locator(f"{FIGURE} .pp-gantt__tip").is_visible()
        assert _strange(page) == 0
    assert page.evaluate("window.hits") == 0


def test_no_name_becomes_markup_in_plotly(page: Any) -> None:
    page.locator(f"{FIGURE} .pp-chart__toggle").click()
    page.locator(f"{FIGURE} .main-svg").first.wait_for()
    assert _strange(page) == 0
    assert page.evaluate("window.hits") == 0
