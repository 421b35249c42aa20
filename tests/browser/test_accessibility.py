"""axe-core, the rules that browsers' own audits use, finds nothing on any page, in any look."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.pages import TABLES_ARE_SET_UP, pages_of
from tests.conftest import missed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
LOOKS = [(360, "light"), (360, "dark"), (768, "light"), (1440, "light"), (1440, "dark")]
GUIDE_LOOKS = [(360, "dark"), (1440, "light")]


@pytest.fixture(scope="session")
def axe() -> str:
    """Read the script; where it is not installed the test is skipped, but in CI it fails."""
    if not AXE.exists():
        missed("axe-core is not installed (npm install --prefix tests/browser)")
    return AXE.read_text(encoding="utf-8")


def violations(page: "Page", axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{page.url}: {each['id']} at {node['target']}: {node['html'][:120]}"
        for each in found
        for node in each["nodes"]
    ]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def page(browser: "Browser", request: pytest.FixtureRequest) -> "Iterator[Page]":
    """Open a page of a width, in light or dark."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def test_no_page_has_a_violation(
    page: "Page", address: str, site: Path, axe: str, request: pytest.FixtureRequest
) -> None:
    """Pages of the guide have one template: two looks of them, one light and one dark, are enough."""
    whole = request.node.callspec.params["page"] in GUIDE_LOOKS
    found: list[str] = []
    for name in pages_of(site):
        if name.startswith("guide/") and not whole:
            continue
        page.goto(address + name)
        page.mouse.move(5, 5)
        page.wait_for_function(TABLES_ARE_SET_UP)
        found += violations(page, axe)
    assert found == []
