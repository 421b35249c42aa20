"""The parts of levelling: links as delays, serial generation both ways, forward-backward improvement, lists."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.scheduling.levelling.activity_lists import child, disturbed
from generator.scheduling.levelling.bounds import early_starts, lower_bound, tails
from generator.scheduling.levelling.improve import Budget, generate, improve, justify
from generator.scheduling.levelling.network import Network, build_network
from generator.scheduling.levelling.priorities import dates_of, orders
from generator.scheduling.levelling.problem import Activity, Kind, Problem, precedence
from generator.scheduling.levelling.serial import (
    finish_of,
    order_by_start,
    schedule_backward,
    schedule_forward,
    shift_left,
)
from tests.scheduling.levelling.problems import problems, violations

RANDOM = st.randoms(use_true_random=False)
BEFORE, AFTER = Activity("before", 5), Activity("after", 3)


def keyed(network: Network, starts: tuple[int, ...] | None) -> dict[str, int]:
    assert starts is not None
    return dict(zip(network.keys, starts, strict=True))


def some_list(network: Network, random: Random) -> list[int]:
    return disturbed(network, dates_of(network).late, random, spread=3.0)


def is_feasible(network: Network, order: list[int]) -> bool:
    place = {activity: index for index, activity in enumerate(order)}
    links = enumerate(network.forward.before)
    return len(place) == len(network.keys) and all(
        place[other] < place[activity] for activity, before in links for other, _ in before
    )


@pytest.mark.parametrize(
    ("kind", "lag", "delay"),
    [
        ("FS", 0, 5),
        ("FS", -2, 3),
        ("SS", 0, 0),
        ("SS", 2, 2),
        ("FF", 0, 2),
        ("FF", -4, -2),
        ("SF", 0, -3),
        ("SF", 7, 4),
    ],
)
def test_a_link_of_any_kind_is_a_delay_between_starts(kind: str, lag: int, delay: int) -> None:
    assert precedence(BEFORE, AFTER, Kind(kind), lag).lag == delay


@given(problems(), RANDOM)
def test_serial_generation_keeps_everything(problem: Problem, random: Random) -> None:
    network = build_network(problem)
    assert not list(violations(problem, keyed(network, schedule_forward(network, some_list(network, random)))))


@given(problems(), RANDOM)
def test_a_generated_schedule_is_active(problem: Problem, random: Random) -> None:
    network = build_network(problem)
    starts = schedule_forward(network, some_list(network, random))
    assert starts is not None
    assert shift_left(network, starts) == starts


@given(problems(leads=False), RANDOM)
def test_scheduled_anew_in_the_order_of_its_starts_nothing_starts_later(problem: Problem, random: Random) -> None:
    network = build_network(problem)
    starts = schedule_forward(network, some_list(network, random))
    assert starts is not None
    again = schedule_forward(network, order_by_start(network, starts))
    assert again is not None
    assert all(new <= old for new, old in zip(again, starts, strict=True))


@given(problems(), RANDOM)
def test_backward_generation_keeps_precedences_and_capacity_and_ends_at_the_finish(
    problem: Problem, random: Random
) -> None:
    network = build_network(problem)
    forward = schedule_forward(network, some_list(network, random))
    assert forward is not None
    finish = finish_of(network, forward)
    back = schedule_backward(network, network.backward.order, finish)
    if back is not None:
        assert finish_of(network, back) <= finish
        early = {activity.key: min(back) for activity in problem.activities}
        loose = Problem(problem.activities, problem.precedences, problem.capacity, problem.steps, early)
        assert not list(violations(loose, keyed(network, back)))


@given(problems(), RANDOM)
def test_forward_backward_improvement_never_worsens(problem: Problem, random: Random) -> None:
    network = build_network(problem)
    first = generate(network, some_list(network, random), Budget(1))
    assert first is not None
    once, often = justify(network, first, Budget(2)), improve(network, first, Budget(50))
    assert often <= once <= first
    assert not list(violations(problem, keyed(network, often.starts)))


def test_forward_backward_improvement_shortens_a_bad_schedule() -> None:
    long, short, last = Activity("long", 6, {"mason": 1}), Activity("short", 3, {"mason": 1}), Activity("last", 6)
    network = build_network(Problem((short, long, last), (precedence(long, last),), {"mason": 1}))
    first = generate(network, [0, 1, 2], Budget(1))
    assert first is not None
    assert (first.finish, justify(network, first, Budget(2)).finish) == (15, 12)


@given(problems(), RANDOM)
def test_lists_and_their_children_keep_precedences(problem: Problem, random: Random) -> None:
    network = build_network(problem)
    mother, father = some_list(network, random), some_list(network, random)
    assert is_feasible(network, mother)
    assert is_feasible(network, child(network, (mother, father), random))


@given(problems())
def test_the_order_of_every_rule_keeps_precedences(problem: Problem) -> None:
    network = build_network(problem)
    assert all(is_feasible(network, order) for order in orders(network).values())


@given(problems())
def test_every_head_and_tail_together_are_within_the_longest_path(problem: Problem) -> None:
    network = build_network(problem)
    finish = finish_of(network, early_starts(network))
    sums = [head + tail for head, tail in zip(early_starts(network), tails(network), strict=True)]
    assert max(sums) == finish


def test_the_work_of_a_resource_between_head_and_tail_bounds_the_finish() -> None:
    first, last = Activity("first", 2), Activity("last", 3)
    middle = tuple(Activity(f"m{number}", 4, {"mason": 2}) for number in range(3))
    links = [precedence(first, each) for each in middle] + [precedence(each, last) for each in middle]
    problem = Problem((first, *middle, last), tuple(links), {"mason": 4})
    assert lower_bound(problem, build_network(problem)) == 2 + 6 + 3


def test_work_waits_for_capacity_that_comes_later() -> None:
    problem = Problem((Activity("a", 4, {"mason": 2}),), (), {"mason": 0}, {"mason": ((10, 2),)})
    assert lower_bound(problem, build_network(problem)) == 14
