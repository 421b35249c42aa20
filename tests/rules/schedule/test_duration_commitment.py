"""A committed finish, with a reserve before it."""

from collections.abc import Callable

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan


def found(committed: str) -> list[str]:
    text = f"title: T\nstart: 2026-01-05\ncommitted: {committed}\ntasks: {{a: {{name: A, duration: 5d}}}}\n"
    findings = examine(parse_plan(text.encode(), "plan.yaml")).findings
    return [finding.message for finding in findings if finding.rule == "duration-commitment"]


@pytest.mark.parametrize(
    "committed",
    [
        "{finish: 2026-01-09}",
        "{finish: 2026-01-14, buffer: 3d}",
        "{finish: 2026-01-16, buffer: 1w}",
        "{finish: 2026-01-11, buffer: 2ed}",
    ],
)
def test_a_finish_with_its_reserve_is_kept(committed: str) -> None:
    assert found(committed) == []


def test_a_finish_that_no_reserve_explains_is_told() -> None:
    assert found("{finish: 2026-01-14}") == ['the plan finishes 2026-01-09 with "a", committed is 2026-01-14']
    (told,) = found("{finish: 2026-01-15, buffer: 3d}")
    assert told == 'the plan finishes 2026-01-14 with "a" and its buffer of 3d, committed is 2026-01-15'


def test_a_phase_is_right_where_the_weeks_of_its_wave_are_wrong(said_by: Callable[[str, str], list[str]]) -> None:
    plan = """title: T
phases: {p: {name: P, weeks: 1-2}}
waves: {w: {name: W, phase: p, weeks: 2, tasks: {a: {name: A, duration: 8d}}}}
"""
    assert said_by("phase-weeks", plan) == []
    assert said_by("wave-weeks", plan)
