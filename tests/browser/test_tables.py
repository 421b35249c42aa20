import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import TABLES_ARE_SET_UP
from tests.browser.test_site import PHONE, visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

_FINISHES = """rows => rows.map((row) => row.cells[2].textContent).filter(Boolean)
  .map((text) => /W(\\d+)D(\\d+)/.exec(text).slice(1).map(Number)).map(([week, day]) => week * 10 + day)"""
_HOSTILE = """() => {
  document.querySelector(".md-content__inner").innerHTML = `<h1>Odd</h1><h2>Cells</h2>
    <table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>
    <tr><td>=1+1</td><td>say "hi", all</td></tr><tr><td>@SUM(A1)</td><td>-3.5</td></tr></tbody></table>`;
}"""

_A_HEAD_IS_AT = """([table, bottom]) => [...table.querySelectorAll("thead th:first-child")]
  .some((head) => Math.abs(head.getBoundingClientRect().y - bottom) < 4)"""


def _all_items(page: "Page") -> "Locator":
    return page.locator(".pp-table--long", has=page.get_by_role("columnheader", name="Why then"))


def _shown(table: "Locator") -> int:
    return table.locator("tbody tr:not([hidden])").count()


def _saved(page: "Page", table: "Locator") -> tuple[str, list[list[str]]]:
    with page.expect_download() as waited:
        table.locator(".pp-csv").click()
    text = Path(waited.value.path()).read_text(encoding="utf-8-sig")
    return waited.value.suggested_filename, list(csv.reader(io.StringIO(text)))


def test_a_column_of_days_sorts_up_down_and_back(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        table = _all_items(visit.open("schedule/"))
        names = table.locator("tbody tr td:first-child")
        before = names.all_text_contents()
        head = table.locator("th", has_text="Finish")
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == "ascending"
        rising = table.locator("tbody tr").evaluate_all(_FINISHES)
        assert rising == sorted(rising)
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == "descending"
        falling = table.locator("tbody tr").evaluate_all(_FINISHES)
        assert falling == sorted(falling, reverse=True)
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") is None
        assert names.all_text_contents() == before


def test_a_table_is_sorted_by_the_keyboard_alone(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        table = _all_items(visit.open("schedule/"))
        table.get_by_role("button", name="Start", exact=True).focus()
        visit.page.keyboard.press("Enter")
        assert table.locator("th", has_text="Start").get_attribute("aria-sort") == "ascending"


def test_the_filter_counts_what_it_shows_and_keeps_what_it_stands_under(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        table = _all_items(visit.open("schedule/"))
        whole = _shown(table)
        count = table.get_by_role("status")
        assert count.text_content() == f"{whole} rows"
        table.get_by_role("searchbox").fill("gateway API")
        assert (count.text_content() or "").endswith(f" of {whole} rows")
        rows = table.locator("tbody tr:not([hidden])")
        assert "Phase 1" in (rows.first.text_content() or "")
        assert rows.filter(has_text="API Gateway").count() > 0
        table.get_by_role("searchbox").press("Escape")
        assert _shown(table) == whole


def test_a_filter_without_hits_says_so(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        table = _all_items(visit.open("schedule/"))
        table.get_by_role("searchbox").fill("no such words")
        assert table.locator(".pp-table__none").is_visible()


def test_a_link_to_a_row_that_is_filtered_out_shows_it(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("schedule/")
        table = _all_items(page)
        table.get_by_role("searchbox").fill("no such words")
        page.evaluate("location.hash = '#row-db-setup'")
        page.locator("tr", has=page.locator("#row-db-setup")).wait_for()


def test_a_table_is_taken_away_as_it_is_shown(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("schedule/")
        table = _all_items(page)
        table.get_by_role("searchbox").fill("DB Setup")
        name, rows = _saved(page, table)
        assert name == "schedule-all-items.csv"
        assert rows[0] == ["Item", "Start", "Finish", "Duration", "Float", "State", "Why then"]
        assert ["DB Setup", "W1D1 (5 Jan)", "W1D5 (9 Jan)"] in [row[:3] for row in rows]
        assert len(rows) == _shown(table) + 1


def test_a_spreadsheet_finds_no_formula_in_a_download(browser: "Browser", address: str) -> None:
    with visiting(browser, address, scripts=True) as visit:
        page = visit.open("decisions/")
        page.evaluate(_HOSTILE)
        page.evaluate("document$.next(document)")
        name, rows = _saved(page, page.locator(".pp-table"))
        assert name == "odd-cells.csv"
        assert rows == [["A", "B"], ["'=1+1", 'say "hi", all'], ["'@SUM(A1)", "-3.5"]]


@pytest.mark.parametrize("width", [PHONE, 1440])
def test_the_head_of_a_long_table_stays_below_the_header(browser: "Browser", address: str, width: int) -> None:
    with visiting(browser, address, width=width) as visit:
        page = visit.open("schedule/")
        table = _all_items(page)
        table.locator("tbody tr").nth(30).evaluate(
            "row => scrollTo(0, row.getBoundingClientRect().top + scrollY - 400)"
        )
        header = page.locator(".md-header").bounding_box()
        assert header
        bottom = header["y"] + header["height"]
        page.wait_for_function(_A_HEAD_IS_AT, arg=[table.element_handle(), bottom], timeout=5000)


def test_on_a_phone_names_stay_while_a_table_scrolls(browser: "Browser", address: str) -> None:
    with visiting(browser, address, width=PHONE) as visit:
        page = visit.open("schedule/")
        table = _all_items(page)
        region = table.locator(".pp-table__scroll")
        region.focus()
        assert region.evaluate("each => each === document.activeElement")
        region.evaluate("each => { each.scrollLeft = 300; }")
        page.wait_for_function(
            "table => table.querySelector('.pp-table__head').scrollLeft === 300",
            arg=table.element_handle(),
            timeout=5000,
        )
        name = table.locator("tbody td").first.bounding_box()
        assert name
        assert name["x"] < 10


def test_without_scripts_a_table_is_whole(browser: "Browser", address: str) -> None:
    with visiting(browser, address, scripts=False) as visit:
        page = visit.open("schedule/")
        rows = page.locator("table", has=page.get_by_role("columnheader", name="Why then")).locator("tbody tr")
        assert rows.count() > 12
        assert page.locator(".pp-csv").count() == 0


def test_every_table_can_be_taken_away(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("resources/")
        page.wait_for_function(TABLES_ARE_SET_UP)
        tables = page.locator("table.pp-grid:not([aria-hidden] table)").count()
        assert tables > 1
        assert page.locator(".pp-csv").count() == tables


def test_a_table_that_is_folded_away_is_set_up_when_it_is_opened(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        details = visit.open("schedule/").locator("details.pp-chart__data", has=visit.page.locator("table")).first
        assert details.locator(".pp-csv").count() == 0
        details.locator("summary").click()
        details.locator(".pp-csv").first.wait_for()
