"""What can be written as a factor, a chance and the settings of a simulation, and what is said of anything else."""

from collections.abc import Callable

import pytest

from generator.errors import BadValueError
from generator.model.uncertainty import parse_factor
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

RISK = "name: R, impact: high, probability: low, mitigation: M"


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """Tell each finding of a plan with its line and column."""

    def tell(text: str) -> list[str]:
        findings = examine(parse_plan(f"title: T\n{text}".encode(), "plan.yaml")).findings
        return [f"{each.place.line}:{each.place.column} {each.message}" for each in findings]

    return tell


@pytest.mark.parametrize(
    ("text", "points"),
    [("1.5", (1.5, 1.5, 1.5)), ("2", (2, 2, 2)), ("1.2/1.5/2", (1.2, 1.5, 2)), (" 0.8 / 0.9 / 1 ", (0.8, 0.9, 1))],
)
def test_a_factor_is_one_number_or_three(text: str, points: tuple[float, ...]) -> None:
    factor = parse_factor(text)
    assert (float(factor.optimistic), float(factor.likely), float(factor.pessimistic)) == points
    assert str(factor) == text.strip()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a factor"),
        ("1.2-1.8", "expected a factor"),
        ("1/2", "expected a factor"),
        ("150%", "expected a factor"),
        ("-1", "expected a factor"),
        ("0", "leaves no time"),
        ("0/1/2", "leaves no time"),
        ("2/1.5/1.2", "not in order"),
    ],
)
def test_anything_else_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadValueError, match=message):
        parse_factor(text)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (f"risks: {{r: {{{RISK}, chance: 101%}}}}", '2:77 expected a percentage from 0 to 100, found "101%"'),
        (f"risks: {{r: {{{RISK}, factor: 0}}}}", '2:77 "0" leaves no time'),
        ("simulation: {runs: 99}", '2:20 "99" is out of range'),
        ("simulation: {seed: -1}", '2:20 "-1" is too small (at least 0)'),
        ("simulation: {distribution: beta}", '2:28 "beta" is none of beta-pert, triangular'),
        ("simulation: {chances: {rare: 1%}}", '2:24 "rare" is none of low, medium, high'),
        ("simulation: {chances: {low: 120}}", '2:29 expected a percentage from 0 to 100, found "120"'),
    ],
)
def test_a_finding_stands_at_the_value(told: Callable[[str], list[str]], text: str, finding: str) -> None:
    assert told(text) == [finding]
