"""What the note of a quota makes of its shares."""

import pytest

from generator.findings import Severity
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """title: T
tasks:
  north: {{name: North, duration: 3d}}
  coast: {{name: Coast, duration: 3d, depends_on: north}}
  city: {{name: City, duration: 3d, depends_on: coast}}
quotas:
  cards: {{name: Cards, limit: "40,000 cards", shares: {{north: 35%, coast: 25%, city: {city}%}}, note: "{note}"}}
"""


def said(note: str, city: int = 40) -> list[str]:
    findings = examine(parse_plan(PLAN.format(note=note, city=city).encode(), "plan.yaml")).findings
    return [each.message for each in findings if each.severity is not Severity.INFO]


@pytest.mark.parametrize(
    "note",
    [
        "North has 14,000 cards, the coast 10,000 and the city 16,000.",
        "16,000 for the city, 14,000 for the north, 10,000 for the coast.",
        "13,000 were printed last year, 14,000 the year before, 14,000 in between.",
        "9,000 cards lie in the safe.",
    ],
)
def test_numbers_that_are_the_shares_or_no_parts_are_let_be(note: str) -> None:
    assert said(note) == []


def test_numbers_that_come_to_the_whole_are_its_shares() -> None:
    found = said("North has 14,000 cards, the coast 12,000 and the city 14,000.")
    assert [each.partition("the text says ")[2] for each in found] == ["12,000", "14,000"]


@pytest.mark.parametrize(
    ("note", "told"),
    [("10% is never used.", 0), ("15% are kept back.", 1), ("5% in reserve.", 1), ("10% of the people left.", 0)],
)
def test_what_is_left_is_what_nobody_has(note: str, told: int) -> None:
    assert len(said(note, city=30)) == told
