"""Earned value, earned schedule and PERT: the answers of worked examples."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.plan import Plan
from generator.scheduling.pert import pert_path
from generator.scheduling.progress import earned_schedule as in_time
from generator.scheduling.progress import earned_value as in_value
from generator.scheduling.schedule import compute_schedule

Planned = Callable[[str], Plan]
EVEN = tuple(10_000.0 * period for period in range(11))
"""A budget of 100,000, spent evenly over ten periods."""
CURVED = (0.0, 30.0, 70.0, 120.0, 180.0, 250.0)


def earned(curve: tuple[float, ...], value: float) -> float:
    return in_time.earned_schedule(value, curve.__getitem__, periods=len(curve) - 1)


AHEAD = {
    "given": {"earned": 50_000, "actual": 45_000, "at": 4},
    "value": {
        "cv": 5_000,
        "sv": 10_000,
        "cpi": 10 / 9,
        "spi": 1.25,
        "eac": 90_000,
        "as_planned": 95_000,
        "vac": 10_000,
    },
    "time": {"es": 5.0, "sv": 1.0, "spi": 1.25, "ieac": 8.0},
}
BEHIND = {
    "given": {"earned": 40_000, "actual": 38_000, "at": 5},
    "value": {
        "cv": 2_000,
        "sv": -10_000,
        "cpi": 20 / 19,
        "spi": 0.8,
        "eac": 95_000,
        "as_planned": 98_000,
        "vac": 5_000,
    },
    "time": {"es": 4.0, "sv": -1.0, "spi": 0.8, "ieac": 12.5},
}
"""Worked by hand on the even budget with the formulas of the PMBOK Guide and Lipke 2003."""
EXAMPLES = pytest.mark.parametrize("example", [AHEAD, BEHIND], ids=["ahead", "behind"])
Example = dict[str, dict[str, float]]


@EXAMPLES
def test_the_figures_of_value_by_hand(example: Example) -> None:
    value, actual = example["given"]["earned"], example["given"]["actual"]
    planned, budget = EVEN[int(example["given"]["at"])], EVEN[-1]
    cpi = in_value.cost_index(value, actual) or 0
    eac = in_value.estimate_at_rate(budget, cpi)
    assert example["value"] == pytest.approx(
        {
            "cv": in_value.cost_variance(value, actual),
            "sv": in_value.schedule_variance(value, planned),
            "cpi": cpi,
            "spi": in_value.schedule_index(value, planned),
            "eac": eac,
            "as_planned": in_value.estimate_as_planned(budget, earned=value, actual=actual),
            "vac": in_value.variance_at_completion(budget, eac),
        }
    )


@EXAMPLES
def test_the_figures_of_time_by_hand(example: Example) -> None:
    at = example["given"]["at"]
    es = earned(EVEN, example["given"]["earned"])
    spi = in_time.index_in_time(es, at) or 0
    found = {"es": es, "sv": in_time.variance_in_time(es, at), "spi": spi, "ieac": in_time.estimate_in_time(10, spi)}
    assert found == example["time"]


def test_the_database_example_of_the_project_engineer() -> None:
    """ProjectEngineer.net, "Set up Database": BAC 10,000; PV 3,000, EV 2,000, AC 4,500; printed to two places."""
    assert in_value.cost_variance(2_000, 4_500) == -2_500
    assert in_value.schedule_variance(2_000, 3_000) == -1_000
    assert round(in_value.cost_index(2_000, 4_500) or 0, 2) == 0.44
    assert round(in_value.schedule_index(2_000, 3_000) or 0, 2) == 0.67
    assert in_value.estimate_as_planned(10_000, earned=2_000, actual=4_500) == 12_500


def test_where_cost_and_pace_both_go_on_the_estimate_holds_both() -> None:
    estimate = in_value.estimate_at_both_rates(100_000, earned=40_000, actual=50_000, planned=50_000)
    assert estimate == pytest.approx(50_000 + 60_000 / (0.8 * 0.8))


@pytest.mark.parametrize(
    ("curve", "value", "es"),
    [
        (EVEN, 34_000, 3.4),
        (CURVED, 100, 2.6),
        (CURVED, 0, 0),
        (CURVED, 250, 5),
        (CURVED, 999, 5),
        ((0.0, 5, 5, 9), 5, 2),
    ],
    ids=["even", "curved", "nothing", "all", "more than all", "a period without work"],
)
def test_earned_schedule_lies_between_periods(curve: tuple[float, ...], value: float, es: float) -> None:
    assert earned(curve, value) == pytest.approx(es)


def test_an_index_of_nothing_is_none() -> None:
    assert in_value.schedule_index(5, 0) is None
    assert in_value.cost_index(5, 0) is None
    assert in_time.index_in_time(0, 0) is None
    assert in_value.estimate_at_both_rates(10, earned=0, actual=5, planned=5) is None


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=30), st.floats(0, 1))
def test_what_is_planned_by_a_moment_is_earned_by_it(steps: list[float], part: float) -> None:
    """Earned schedule undoes the curve wherever it rises."""
    curve = tuple(sum(steps[:number]) for number in range(len(steps) + 1))
    value = curve[-1] * part
    reached = earned(curve, value)
    whole = min(int(reached), len(steps) - 1)
    assert 0 <= reached <= len(steps)
    assert curve[whole] + (reached - whole) * steps[whole] == pytest.approx(value, abs=1e-3)


IN_A_ROW = """
  x: {name: X, duration: 1d/2d/9d}
  y: {name: Y, duration: 2d/3d/10d, depends_on: x}
"""
SIDE_BY_SIDE = """
  x: {name: X, duration: 2d/4d/6d}
  y: {name: Y, duration: 1d/2d/9d, depends_on: x}
  z: {name: Z, duration: 1d/2d/3d, depends_on: x}
  w: {name: W, duration: 1d, depends_on: [y, z]}
"""


@pytest.mark.parametrize(
    ("tasks", "path", "mean", "deviation"),
    [(IN_A_ROW, "xy", 7, 1.8856180831641267), (SIDE_BY_SIDE, "xyw", 8, 1.4907119849998598)],
    ids=["in a row", "side by side"],
)
def test_the_longest_path_by_hand(planned: Planned, tasks: str, path: str, mean: float, deviation: float) -> None:
    plan = planned(f"tasks:{tasks}")
    schedule = compute_schedule(plan)
    found = pert_path(plan, schedule)
    assert found.items == tuple(path)
    assert found.mean / schedule.time.day_minutes == mean
    assert found.deviation / schedule.time.day_minutes == pytest.approx(deviation)


def test_a_plan_without_tasks_has_no_longest_path(planned: Planned) -> None:
    plan = planned("")
    assert pert_path(plan, compute_schedule(plan)).items == ()
