"""Plans as text, scheduled; and times told in working days since the start."""

from collections.abc import Callable

import pytest

from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule, compute_schedule
from generator.sources.plan_files import parse_plan
from generator.validation import validate

Planned = Callable[[str], Plan]
Scheduled = Callable[[str], Schedule]


def plan_of(text: str) -> Plan:
    validated = validate(parse_plan(text.encode(), "plan.yaml"))
    assert validated.plan is not None, validated.findings
    return validated.plan


@pytest.fixture
def planned() -> Planned:
    """Read a plan whose title is left out."""
    return lambda text: plan_of(f"title: T\n{text}")


@pytest.fixture
def scheduled() -> Scheduled:
    """Schedule a plan whose title is left out."""
    return lambda text: compute_schedule(plan_of(f"title: T\n{text}"))


@pytest.fixture
def tasks() -> Scheduled:
    """Schedule tasks told as `id: duration, dependency, dependency`, one a line."""

    def compute(text: str) -> Schedule:
        lines = ["title: T", "tasks:"]
        for line in filter(None, map(str.strip, text.splitlines())):
            name, rest = line.split(":")
            duration, *depends = (part.strip() for part in rest.split(","))
            lines.append(f"  {name}: {{name: {name}, duration: {duration}, depends_on: [{', '.join(depends)}]}}")
        return compute_schedule(plan_of("\n".join(lines)))

    return compute
