"""A plan as text, examined: what was found, as short lines."""

from collections.abc import Callable

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

Found = Callable[[str], list[str]]
SaidBy = Callable[[str, str], list[str]]


@pytest.fixture
def found() -> Found:
    """Tell findings as `line:column message (rule)`."""

    def tell(text: str) -> list[str]:
        outcome = examine(parse_plan(text.encode(), "plan.yaml"))
        return [f"{each.place.line}:{each.place.column} {each.message} ({each.rule})" for each in outcome.findings]

    return tell


@pytest.fixture
def helped() -> Found:
    """Tell the help of findings."""

    def tell(text: str) -> list[str]:
        return [str(each.help) for each in examine(parse_plan(text.encode(), "plan.yaml")).findings]

    return tell


@pytest.fixture
def said_by() -> SaidBy:
    """Tell the findings of one rule as `line:column message`."""

    def tell(rule: str, text: str) -> list[str]:
        findings = examine(parse_plan(text.encode(), "plan.yaml")).findings
        return [f"{each.place.line}:{each.place.column} {each.message}" for each in findings if each.rule == rule]

    return tell
