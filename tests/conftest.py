"""Options of the whole suite: how long hypothesis searches (`--hypothesis-profile=long`), and golden files."""

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--renew-golden` writes what is made now as what is expected; look at the difference before committing it."""
    parser.addoption("--renew-golden", action="store_true", help="write the golden files anew")
