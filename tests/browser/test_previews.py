"""Cards beside links: shown on hover and focus, to be hovered, put away with Escape, out of the way of fingers."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.pages import TABLES_ARE_SET_UP
from tests.browser.test_site import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
_CARD = "#pp-preview:not([hidden])"


def first_link(page: "Page") -> "Locator":
    return page.locator("td a[href*='#person-']").first


def test_a_link_that_is_hovered_shows_its_item(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("rollbacks/")
        link = first_link(page)
        link.hover()
        card = page.locator(_CARD)
        card.wait_for()
        assert (link.text_content() or "") in (card.text_content() or "")
        assert link.get_attribute("aria-describedby") == "pp-preview"
        assert card.get_attribute("role") == "tooltip"
        assert visit.complaints == []


def test_the_card_can_be_hovered_and_goes_when_it_is_left(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("rollbacks/")
        first_link(page).hover()
        page.locator(_CARD).wait_for()
        page.locator(_CARD).hover()
        page.wait_for_timeout(600)
        assert page.locator(_CARD).is_visible()
        page.mouse.move(2, 2)
        page.locator(_CARD).wait_for(state="detached")


def test_escape_puts_the_card_away_and_leaves_the_focus(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("rollbacks/")
        link = first_link(page)
        link.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        page.locator(_CARD).wait_for()
        page.keyboard.press("Escape")
        assert page.locator(_CARD).count() == 0
        assert link.evaluate("link => link === document.activeElement")
        assert link.get_attribute("aria-describedby") is None


def test_a_card_stays_inside_a_narrow_page(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("resources/")
        page.set_viewport_size({"width": 360, "height": 640})
        link = page.locator("article a[href*='#role-']").last
        link.scroll_into_view_if_needed()
        link.hover()
        box = page.locator(_CARD).bounding_box(timeout=3000)
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_a_finger_follows_the_link_at_once(browser: "Browser", address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
    try:
        page = context.new_page()
        page.goto(f"{address}checkpoints/")
        page.wait_for_function(TABLES_ARE_SET_UP)
        link = page.locator("article a[href*='resources/#person-']").first
        link.tap()
        page.wait_for_url("**/resources/#person-*")
        assert page.locator(_CARD).count() == 0
    finally:
        context.close()


def test_the_facts_of_all_items_are_asked_for_once_and_only_when_needed(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url) if "items.json" in request.url else None)
        page = visit.open("rollbacks/")
        assert asked == []
        for number in (0, 1):
            page.locator("td a[href*='#person-']").nth(number).hover()
            page.locator(_CARD).wait_for()
        assert asked == [f"{address}assets/items.json"]


def test_without_scripts_links_are_links(browser: "Browser", address: str) -> None:
    with visiting(browser, address, scripts=False) as visit:
        page = visit.open("rollbacks/")
        first_link(page).click()
        page.wait_for_url("**/resources/#person-*")


def test_a_calendar_on_a_server_can_be_subscribed_to(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        link = visit.open("communication/").locator("a[data-subscribe]").first
        assert link.is_visible()
        assert (link.get_attribute("href") or "").startswith("webcal://127.0.0.1")
