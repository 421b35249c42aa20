"""A plan with a finding of each kind, and how it is examined."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan

Examined = Callable[..., Outcome]


@pytest.fixture
def examined() -> Examined:
    """Examine a plan that is given as text."""

    def run(text: str, as_of: date | None = None) -> Outcome:
        return examine(parse_plan(text.encode(), "plan.yaml"), as_of=as_of)

    return run
