from typing import TYPE_CHECKING

import pytest

from tests.browser.test_site import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

_BLACK_ON_WHITE = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
  return [light(getComputedStyle(document.body).backgroundColor),
    light(getComputedStyle(document.querySelector(".md-typeset h1")).color)];
}"""


def test_paper_has_no_navigation_and_no_buttons(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("schedule/")
        page.emulate_media(media="print")
        for left_out in (".md-header", ".md-sidebar--primary", ".md-footer", ".pp-csv", ".pp-filter", ".headerlink"):
            assert not page.locator(left_out).first.is_visible(), left_out


def test_paper_is_white_in_dark_mode(browser: "Browser", address: str) -> None:
    with visiting(browser, address, scheme="dark") as visit:
        page = visit.open("schedule/")
        page.emulate_media(media="print", color_scheme="dark")
        ground, ink = page.evaluate(_BLACK_ON_WHITE)
        assert ground > 250
        assert ink < 80


def test_on_paper_heads_repeat_and_rows_hold_together(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("schedule/")
        page.emulate_media(media="print")
        table = page.locator("table.pp-grid").first
        assert table.locator("thead").evaluate("each => getComputedStyle(each).display") == "table-header-group"
        assert table.locator("tbody tr").first.evaluate("each => getComputedStyle(each).breakInside") == "avoid"


def test_on_paper_no_table_is_cut_off(browser: "Browser", address: str) -> None:
    with visiting(browser, address, width=720) as visit:
        page = visit.open("schedule/")
        page.emulate_media(media="print")
        wide = page.locator("table.pp-grid:visible").evaluate_all(
            "all => all.filter((each) => each.getBoundingClientRect().right > innerWidth + 1).length"
        )
        assert wide == 0
