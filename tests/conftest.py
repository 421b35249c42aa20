"""Options of the whole suite: how long hypothesis searches (`--hypothesis-profile=long`), and golden files."""

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

settings.register_profile("default", deadline=None)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--renew-golden` writes what is made now as what is expected; look at the difference before committing it."""
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Find a browser; where there is none the test is skipped, but in CI it fails."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        missed("no Chromium on this machine")
    return found


@pytest.fixture(scope="session")
def browser(browser_path: str) -> "Iterator[Browser]":
    """Start a browser."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an optional dependency
    except ImportError:
        missed("playwright is not installed")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser_path, args=list(_ARGUMENTS))
        yield launched
        launched.close()


def missed(reason: str) -> NoReturn:
    """Leave a test that lacks something of the machine: skipped, but failed in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}: in CI these tests must run")
    pytest.skip(reason)
