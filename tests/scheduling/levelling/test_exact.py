"""With OR-Tools the shortest schedule is proven; without, one is told what to install."""

import sys

import pytest
from hypothesis import given, settings

from generator.errors import PlanpressError
from generator.scheduling.levelling.exact import solve
from generator.scheduling.levelling.level import level
from generator.scheduling.levelling.problem import Activity, Problem
from generator.scheduling.levelling.result import Levelled
from tests.scheduling.levelling.problems import finish_of, problems, shortest, violations


def hinted(problem: Problem) -> Levelled:
    result = level(problem, schedules=1)
    assert isinstance(result, Levelled)
    return result


@settings(max_examples=25)
@given(problems(most=4, longest=3))
def test_what_is_proven_is_the_shortest_of_all(problem: Problem) -> None:
    pytest.importorskip("ortools")
    hint = hinted(problem)
    solution = solve(problem, 30, hint.starts)
    assert solution.proven
    assert solution.finish == finish_of(problem, solution.starts) == shortest(problem, hint.finish)


@settings(max_examples=25)
@given(problems())
def test_a_proven_schedule_is_within_capacity_and_every_delay_has_a_reason(problem: Problem) -> None:
    pytest.importorskip("ortools")
    result = level(problem, schedules=1, exact_seconds=30)
    assert isinstance(result, Levelled)
    assert result.optimal
    assert not list(violations(problem, result.starts))
    assert all(move.holds for move in result.moves if move.start > move.ready)


def test_without_time_the_hint_is_the_answer() -> None:
    pytest.importorskip("ortools")
    problem = Problem(tuple(Activity(f"a{each}", 3 + each, {"mason": 2}) for each in range(5)), (), {"mason": 5})
    hint = hinted(problem)
    assert solve(problem, 0, hint.starts).finish == hint.finish


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    with pytest.raises(PlanpressError, match="OR-Tools") as raised:
        solve(Problem((Activity("a", 1),)), 1, {"a": 0})
    assert "planpress[optimize]" in (raised.value.help or "")
