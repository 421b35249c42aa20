"""Levelling keeps precedences and capacity, is short, and gives the same answer every time."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from generator.scheduling.levelling.level import default_schedules, level
from generator.scheduling.levelling.problem import Activity, Precedence, Problem, precedence
from generator.scheduling.levelling.result import Hold, Levelled, Move, Shortage, Unlevelled
from tests.scheduling.levelling.problems import finish_of, problems, shortest, violations


def levelled(problem: Problem, schedules: int = 60) -> Levelled:
    result = level(problem, schedules=schedules)
    assert isinstance(result, Levelled)
    return result


def work(key: str, duration: int, **demand: int) -> Activity:
    return Activity(key, duration, demand)


def chained(*activities: Activity) -> tuple[Precedence, ...]:
    return tuple(precedence(before, after) for before, after in pairwise(activities))


RIVALS = (work("cellar", 4, mason=2), work("garden", 3, mason=1), work("wall", 2, mason=2))


@given(problems())
def test_every_schedule_keeps_precedences_limits_and_capacity_in_every_unit_of_time(problem: Problem) -> None:
    result = levelled(problem)
    assert list(violations(problem, result.starts)) == []
    assert result.finish == finish_of(problem, result.starts)


@given(problems())
def test_nothing_finishes_before_the_lower_bound_or_the_early_finish(problem: Problem) -> None:
    result = levelled(problem)
    assert result.finish >= result.lower_bound >= result.early_finish


@settings(max_examples=40)
@given(problems(most=4, longest=3, leads=False))
def test_a_small_problem_is_solved_as_well_as_by_trying_everything(problem: Problem) -> None:
    result = levelled(problem, 400)
    assert result.finish == shortest(problem, result.finish)


@settings(max_examples=40)
@given(problems(most=4, longest=3))
def test_the_lower_bound_holds_for_the_shortest_of_all_schedules(problem: Problem) -> None:
    result = levelled(problem)
    assert result.lower_bound <= shortest(problem, result.finish)


@given(problems())
def test_the_same_problem_has_the_same_answer(problem: Problem) -> None:
    assert level(problem, schedules=200) == level(problem, schedules=200)


@given(problems())
def test_more_schedules_never_finish_later(problem: Problem) -> None:
    assert levelled(problem, 300).finish <= levelled(problem, 30).finish <= levelled(problem, 1).finish


@given(problems())
def test_no_more_schedules_are_generated_than_asked_for(problem: Problem) -> None:
    assert all(levelled(problem, count).schedules <= count for count in (1, 8, 100))


@given(problems())
def test_every_delay_has_a_reason(problem: Problem) -> None:
    result = levelled(problem)
    assert all(move.behind for move in result.moves if move.ready > move.early_start)
    assert all(move.holds for move in result.moves if move.start > move.ready)
    assert all(not move.holds for move in result.moves if move.start == move.ready)


@given(problems())
def test_a_hold_tells_a_moment_at_which_the_demand_does_not_fit(problem: Problem) -> None:
    result = levelled(problem)
    activities = {activity.key: activity for activity in problem.activities}
    for move in result.moves:
        for hold in move.holds:
            used = sum(activities[key].demand[hold.resource] for key in hold.activities)
            assert move.ready <= hold.at < move.ready + activities[move.activity].duration
            assert used + hold.demand > hold.capacity >= used


@given(problems())
def test_what_is_not_told_as_moved_has_its_early_start(problem: Problem) -> None:
    moved = {move.activity: move for move in levelled(problem).moves}
    free = levelled(replace(problem, capacity={}, steps={}))
    for key, start in levelled(problem).starts.items():
        assert start == (moved[key].start if key in moved else free.starts[key])
        assert free.starts[key] == (moved[key].early_start if key in moved else start)


@given(problems())
def test_without_limits_nothing_moves(problem: Problem) -> None:
    result = levelled(replace(problem, capacity={}, steps={}))
    assert result.moves == ()
    assert result.optimal


def test_what_one_mason_less_would_delay_is_told_with_its_cause() -> None:
    result = levelled(Problem((work("cellar", 4, mason=2), work("wall", 2, mason=2)), capacity={"mason": 3}))
    assert result.starts in ({"cellar": 0, "wall": 4}, {"cellar": 2, "wall": 0})
    assert result.cost == 2
    (move,) = result.moves
    other = {"cellar": "wall", "wall": "cellar"}[move.activity]
    assert move.holds == (Hold("mason", at=0, demand=2, capacity=3, activities=(other,)),)


def test_what_follows_a_delayed_activity_is_told_to_stand_behind_it() -> None:
    cellar, house = work("cellar", 4, mason=2), work("house", 9)
    wall, roof = work("wall", 4, mason=2), work("roof", 1)
    links = (*chained(cellar, house), *chained(wall, roof))
    problem = Problem((cellar, house, wall, roof), links, {"mason": 2}, earliest={"wall": 1})
    assert levelled(problem).moves == (
        Move("wall", 1, 1, 4, (), (Hold("mason", at=1, demand=2, capacity=2, activities=("cellar",)),)),
        Move("roof", 5, 8, 8, ("wall",), ()),
    )


def test_leave_holds_an_activity_that_nobody_else_holds() -> None:
    problem = Problem((work("wall", 3, mason=1),), capacity={"mason": 1}, steps={"mason": ((2, 0), (5, 1))})
    (move,) = levelled(problem).moves
    assert (move.start, move.holds) == (5, (Hold("mason", at=2, demand=1, capacity=0, activities=()),))


def test_of_two_schedules_with_the_same_finish_the_one_that_delays_less_is_taken() -> None:
    long, first, second = work("long", 9), work("first", 1, mason=1), work("second", 3, mason=1)
    assert levelled(Problem((long, second, first), capacity={"mason": 1})).starts == {
        "long": 0,
        "first": 0,
        "second": 1,
    }


def test_a_demand_above_capacity_is_told() -> None:
    problem = Problem(RIVALS, capacity={"mason": 1})
    assert level(problem) == Unlevelled((Shortage("cellar", "mason", 2, 1), Shortage("wall", "mason", 2, 1)))


def test_a_demand_that_outlasts_the_capacity_is_told() -> None:
    problem = Problem((work("wall", 5, mason=1),), capacity={"mason": 1}, steps={"mason": ((4, 0),)})
    assert level(problem) == Unlevelled((Shortage("wall", "mason", 1, 1),))


def test_capacities_that_never_coincide_are_told_both() -> None:
    steps = {"mason": ((4, 0),), "crane": ((4, 1),)}
    problem = Problem((work("wall", 2, mason=1, crane=1),), capacity={"mason": 1, "crane": 0}, steps=steps)
    assert level(problem) == Unlevelled((Shortage("wall", "mason", 1, 1), Shortage("wall", "crane", 1, 1)))


def test_capacity_that_runs_out_for_all_together_ends_without_a_schedule() -> None:
    problem = Problem(
        (work("a", 3, mason=1), work("b", 3, mason=1)), capacity={"mason": 1}, steps={"mason": ((5, 0),)}
    )
    assert level(problem, schedules=500) == Unlevelled(())


def test_a_demand_of_an_activity_that_takes_no_time_is_never_short() -> None:
    assert levelled(Problem((work("opening", 0, mason=9),), capacity={"mason": 1})).starts == {"opening": 0}


def test_a_problem_without_activities_ends_at_once() -> None:
    result = levelled(Problem(()))
    assert result == Levelled({}, 0, 0, 0, (), result.schedules)


def test_the_unit_of_time_changes_nothing_but_the_unit() -> None:
    days = Problem(RIVALS, chained(RIVALS[1], RIVALS[2]), {"mason": 2})
    finer = tuple(replace(each, duration=each.duration * 480) for each in RIVALS)
    minutes = Problem(finer, chained(finer[1], finer[2]), {"mason": 2})
    assert levelled(minutes).starts == {key: start * 480 for key, start in levelled(days).starts.items()}


def test_large_problems_get_fewer_schedules() -> None:
    counts = [default_schedules(size) for size in (0, 30, 120, 1000, 10_000, 1_000_000)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0


@pytest.mark.parametrize(
    "given",
    [
        {"activities": (work("a", 1), work("a", 2))},
        {"activities": (work("a", 1),), "precedences": (Precedence("a", "b", 0),)},
        {"activities": (work("a", 1),), "earliest": {"b": 1}},
        {"activities": (work("a", 1),), "steps": {"mason": ((1, 1),)}},
    ],
)
def test_names_that_lead_nowhere_are_refused(given: Mapping[str, tuple[Activity, ...]]) -> None:
    with pytest.raises(ValueError, match=r"same key|unknown activity|steps without"):
        Problem(**given)  # type: ignore[arg-type]


def test_a_loop_is_refused() -> None:
    loop = (Precedence("a", "b", 1), Precedence("b", "a", 1))
    with pytest.raises(ValueError, match="loop"):
        level(Problem((work("a", 1), work("b", 1)), loop))


def test_negative_durations_and_demands_are_refused() -> None:
    for bad in ((-1, {}), (1, {"mason": -1})):
        with pytest.raises(ValueError, match="negative"):
            Activity("a", *bad)
