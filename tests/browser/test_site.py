from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import TABLES_ARE_SET_UP, pages_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE, TABLET, DESKTOP = 360, 768, 1440
LOOKS = [(PHONE, "light"), (PHONE, "dark"), (TABLET, "light"), (DESKTOP, "light"), (DESKTOP, "dark")]
_CONTRAST = """() => {
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parse(colour).slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return [...document.querySelectorAll(".pp-chip")].map((chip) => {
    const { color, backgroundColor } = getComputedStyle(chip);
    const [high, low] = [light(color), light(backgroundColor)].sort((a, b) => b - a);
    return [chip.className, (high + 0.05) / (low + 0.05)];
  });
}"""
_SHOWN = """() => [...document.querySelectorAll("figure.pp-chart")].filter((figure) => {
  const drawn = [...figure.querySelectorAll("svg.pp-svg, svg.main-svg, .pp-gantt__plot > svg")];
  return !drawn.some((svg) => svg.getBoundingClientRect().width > 150 && svg.getBoundingClientRect().height > 40);
}).map((figure) => figure.id)"""
_NOT_DRAWN = """() => [...document.querySelectorAll(".md-content :is(td, svg.pp-svg > g)")].filter((part) =>
  part.checkVisibility() && !part.checkVisibility({ contentVisibilityAuto: true })).map((part) => part.textContent)"""
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Visit:
    """A page and whatever it complained of."""

    page: "Page"
    address: str
    scripts: bool = True
    complaints: list[str] = field(default_factory=list)

    def listen(self) -> None:
        """Take down what goes wrong from now on."""
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._note(f"error {error}"))
        self.page.on("request", lambda request: self._request(request.url))
        self.page.on(
            "response", lambda reply: self._note(f"{reply.status} {reply.url}") if reply.status > 399 else None
        )

    def open(self, name: str) -> "Page":
        """Go to a page of the site as somebody who reads it, and wait until its tables are set up."""
        self.page.goto(self.address + name)
        self.page.mouse.move(5, 5)
        if self.scripts:
            self.page.wait_for_function(TABLES_ARE_SET_UP)
        return self.page

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self._note(f"console: {message.text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self._note(f"asks for {url}")

    def _note(self, words: str) -> None:
        self.complaints.append(f"{self.page.url}: {words}")


@contextmanager
def visiting(
    browser: "Browser", address: str, *, width: int = DESKTOP, scheme: str = "light", scripts: bool = True
) -> Iterator[Visit]:
    options: dict[str, Any] = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    context = browser.new_context(**options, java_script_enabled=scripts)
    visit = Visit(context.new_page(), address, scripts)
    visit.listen()
    yield visit
    context.close()


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_every_page_stands_alone_fits_and_shows_its_charts(
    browser: "Browser", address: str, site: Path, width: int, scheme: str
) -> None:
    with visiting(browser, address, width=width, scheme=scheme) as visit:
        for name in pages_of(site):
            page = visit.open(name)
            too_wide = page.evaluate(_TOO_WIDE)
            if too_wide > 0:
                visit.complaints.append(f"{name} is {too_wide}px too wide")
            visit.complaints += [f"{name}: {chart} is not shown" for chart in page.evaluate(_SHOWN)]
            chips = page.evaluate(_CONTRAST)
            visit.complaints += [f"{name}: {chip} has contrast {ratio:.1f}" for chip, ratio in chips if ratio < 4.5]
        assert visit.complaints == []


@pytest.mark.parametrize("name", ["schedule/", "resources/", "quick_reference/"])
def test_a_page_left_alone_is_drawn_whole(browser: "Browser", address: str, name: str) -> None:
    with visiting(browser, address, width=PHONE) as visit:
        page = visit.page
        page.goto(address + name)
        assert page.evaluate(_NOT_DRAWN)
        page.wait_for_function(f"() => !({_NOT_DRAWN})().length")
        assert visit.complaints == []


def test_the_search_finds_a_task(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("")
        page.locator(".md-search__input").click()
        page.locator(".md-search-result__meta", has_text="Type to start searching").wait_for(state="attached")
        page.locator(".md-search__input").press_sequentially("Service Skeleton")
        found = page.locator(".md-search-result__item", has_text="Service Skeleton")
        found.first.wait_for(state="attached")
        assert "waves/wave-2/" in "".join(found.locator("a").evaluate_all("all => all.map((link) => link.href)"))
        assert visit.complaints == []


def test_what_the_search_needs_is_loaded_when_somebody_searches(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        asked: list[str] = []
        visit.page.on("request", lambda request: asked.append(request.url))
        visit.open("").wait_for_load_state("networkidle")
        assert not [url for url in asked if "search_index" in url]
        visit.page.keyboard.press("s")
        visit.page.locator(".md-search-result__meta", has_text="Type to start searching").wait_for(state="attached")
        assert len([url for url in asked if "search_index" in url]) == 1


def test_a_word_that_was_searched_for_is_marked_on_the_page(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("schedule/?h=rehearsal")
        page.locator("mark", has_text="Rehearsal").first.wait_for(state="attached")


def test_the_colours_can_be_changed_and_stay_changed(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("")
        scheme = page.locator("body")
        assert scheme.get_attribute("data-md-color-scheme") == "default"
        page.locator("label[title='Switch to dark mode']").click()
        assert scheme.get_attribute("data-md-color-scheme") == "slate"
        visit.open("risks/")
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_page_is_dark_from_the_start_and_enter_makes_it_light(browser: "Browser", address: str) -> None:
    """The theme's own script, which would settle it late, is kept away."""
    with visiting(browser, address, scheme="dark") as visit:
        visit.page.route("**/bundle.*.js", lambda route: route.abort())
        visit.page.goto(address)
        scheme = visit.page.locator("body")
        assert scheme.get_attribute("data-md-color-scheme") == "slate"
        visit.page.locator("#__palette_1").focus()
        visit.page.keyboard.press("Enter")
        assert scheme.get_attribute("data-md-color-scheme") == "default"
        assert visit.page.locator("label[title='Switch to dark mode']").is_visible()
        assert not visit.page.locator("label[title='Switch to light mode']").is_visible()


def test_every_download_is_there(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        links = visit.open("").locator("a[href*='downloads/']").evaluate_all("all => all.map((link) => link.href)")
        assert any(link.endswith(".pdf") for link in links)
        assert [link for link in links if visit.page.request.get(link).status != 200] == []


def test_a_chart_opens_in_plotly_when_asked_to(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("schedule/")
        page.locator("#chart-dependency-network .pp-chart__toggle").click()
        page.locator("#chart-dependency-network .pp-chart__live .plot-container").wait_for()
        assert page.evaluate(_TOO_WIDE) <= 0
        assert visit.complaints == []


def test_on_a_phone_a_risk_matrix_is_whole(browser: "Browser", address: str) -> None:
    with visiting(browser, address, width=PHONE) as visit:
        frame = visit.open("risks/").locator("#chart-risk-matrix .pp-chart__static")
        frame.scroll_into_view_if_needed()
        whole = frame.bounding_box()
        for part in (".pp-cells", ".pp-labels", ".pp-listed"):
            box = frame.locator(part).bounding_box()
            assert whole
            assert box
            assert whole["x"] <= box["x"]
            assert box["x"] + box["width"] <= whole["x"] + whole["width"]
            assert box["y"] + box["height"] <= whole["y"] + whole["height"]


def test_without_scripts_charts_and_their_tables_are_there(browser: "Browser", address: str) -> None:
    with visiting(browser, address, scripts=False) as visit:
        page = visit.open("schedule/")
        assert page.locator("#chart-gantt svg.pp-svg").first.is_visible()
        details = page.locator("details.pp-chart__data").first
        assert not details.locator("table").is_visible()
        details.locator("summary").click()
        assert details.locator("table").is_visible()


def test_a_lost_reader_is_led_home_from_any_depth(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("no/such/page/")
        home = page.locator("#home")
        home.wait_for()
        assert home.evaluate("link => link.href") == address


def test_a_link_to_an_item_leads_to_its_entry(browser: "Browser", address: str) -> None:
    with visiting(browser, address) as visit:
        page = visit.open("")
        link = page.locator(".pp-card a[href*='#risk-']").first
        target = (link.get_attribute("href") or "").partition("#")[2]
        link.click()
        page.wait_for_url(f"**/risks/#{target}")
        assert page.locator(f"#{target}").count() == 1
