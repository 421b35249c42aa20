"""Lighthouse, as a phone: accessibility, best practices and search are full, and what is loaded is small.

Its performance score follows the machine, so it is measured in `benchmarks/lighthouse.py` and not here.
"""

from pathlib import Path

import pytest

from tests.browser.lighthouse import LIGHTHOUSE, Report, serving, visit
from tests.conftest import missed

pytestmark = pytest.mark.browser

LIMIT = 250_000
PAGES = ("", "quick_reference/", "schedule/")


@pytest.fixture(scope="module")
def reports(site: Path, browser_path: str) -> dict[str, Report]:
    if not LIGHTHOUSE.exists():
        missed("lighthouse is not installed (npm install --prefix tests/browser)")
    with serving(site) as address:
        return {page: visit(address + page, browser_path) for page in PAGES}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("category", ["accessibility", "best-practices", "seo"])
def test_a_category_is_full(reports: dict[str, Report], page: str, category: str) -> None:
    report = reports[page]
    assert (report.scores[category], report.lacking[category]) == (100, [])


@pytest.mark.parametrize("page", PAGES)
def test_the_first_load_is_small(reports: dict[str, Report], page: str) -> None:
    assert 0 < reports[page].transferred < LIMIT
