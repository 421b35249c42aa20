"""Risks lengthen what they touch as their closed forms say, all of it in the same runs."""

import math

import pytest

from generator.model.plan import Plan
from generator.scheduling.schedule import compute_schedule
from generator.scheduling.uncertainty.measures import Mover, TaskFigures
from generator.scheduling.uncertainty.risk_drivers import is_uncertain, risk_drivers
from generator.scheduling.uncertainty.runs import Settings, settings_of
from generator.scheduling.uncertainty.simulation import Simulation, simulate, simulation_of
from generator.sources.plan_files import parse_plan
from generator.validation import validate

RISK = "name: R, impact: high, probability: medium, mitigation: M"
SERIAL = """tasks:
  a: {name: A, duration: 4d}
  b: {name: B, duration: 6d, depends_on: a}
"""
VARYING = """tasks:
  a: {name: A, duration: 2d/4d/9d}
  b: {name: B, duration: 1d/5d/6d, depends_on: a}
"""
PARALLEL = """tasks:
  a: {name: A, duration: 5d}
  b: {name: B, duration: 5d}
"""


def plan_of(text: str) -> Plan:
    validated = validate(parse_plan(f"title: T\n{text}".encode(), "plan.yaml"))
    assert validated.plan is not None, validated.findings
    return validated.plan


def simulated(text: str, runs: int = 10_000) -> Simulation:
    plan = plan_of(text)
    return simulate(plan, compute_schedule(plan), Settings(runs))


def tasks(found: Simulation) -> dict[str, TaskFigures]:
    return {each.id: each for each in found.tasks}


def movers(found: Simulation) -> dict[str, Mover]:
    return {each.id: each for each in found.movers}


def pert(low: float, likely: float, high: float) -> tuple[float, float]:
    mean = (low + 4 * likely + high) / 6
    return mean, (mean - low) * (high - mean) / 7


def test_a_risk_lengthens_the_mean_by_its_chance_times_its_effect() -> None:
    found = simulated(f"{SERIAL}risks: {{r: {{{RISK}, chance: 30%, factor: 1.5, affects: a}}}}")
    effect, error = 4 * 0.5, 4 * 0.5 * math.sqrt(0.3 * 0.7 / 10_000)
    assert found.mean == pytest.approx(10 + 0.3 * effect, abs=4 * error)
    assert found.sd**2 == pytest.approx(effect**2 * 0.3 * 0.7, rel=0.05)


def test_several_risks_add_up() -> None:
    risks = ", ".join(f"r{n}: {{{RISK}, chance: {n}0%, factor: 1.{n}, affects: b}}" for n in (1, 2))
    found = simulated(f"{SERIAL}risks: {{{risks}}}")
    mean = 4 + 6 * (1 + 0.1 * 0.1) * (1 + 0.2 * 0.2)
    assert found.mean == pytest.approx(mean, abs=0.03)


def test_tasks_that_share_a_risk_vary_together() -> None:
    """The variance is that of the product of the factor with the sum, not the sum of two variances."""
    found = simulated(f"{SERIAL}risks: {{r: {{{RISK}, chance: 50%, factor: 2, affects: [a, b]}}}}")
    assert found.sd**2 == pytest.approx(10**2 * 0.25, rel=0.03)
    apart = "".join(f"  {t}-late: {{{RISK}, chance: 50%, factor: 2, affects: {t}}}\n" for t in "ab")
    assert simulated(f"{SERIAL}risks:\n{apart}").sd ** 2 == pytest.approx((4**2 + 6**2) * 0.25, rel=0.05)


def test_a_risk_multiplies_durations_that_vary_themselves() -> None:
    found = simulated(f"{VARYING}risks: {{r: {{{RISK}, chance: 40%, factor: 1.2/1.5/2.4, affects: [a, b]}}}}")
    (mean_a, var_a), (mean_b, var_b), (factor, spread) = pert(2, 4, 9), pert(1, 5, 6), pert(1.2, 1.5, 2.4)
    mean, square = mean_a + mean_b, var_a + var_b + (mean_a + mean_b) ** 2
    by, by_square = 0.6 + 0.4 * factor, 0.6 + 0.4 * (spread + factor**2)
    variance = square * by_square - (mean * by) ** 2
    assert found.mean == pytest.approx(mean * by, abs=4 * math.sqrt(variance / 10_000))
    assert found.sd**2 == pytest.approx(variance, rel=0.06)


def test_side_by_side_two_risks_lengthen_the_longer() -> None:
    """Two tasks of five days, each doubled in a share p of the runs: 5 + 5 (1 - (1 - p)²)."""
    apart = "".join(f"  {t}-late: {{{RISK}, chance: 30%, factor: 2, affects: {t}}}\n" for t in "ab")
    found = simulated(f"{PARALLEL}risks:\n{apart}")
    assert found.mean == pytest.approx(5 + 5 * (1 - 0.7**2), abs=4 * 2.5 / 100)
    together = simulated(f"{PARALLEL}risks: {{r: {{{RISK}, chance: 30%, factor: 2, affects: [a, b]}}}}")
    assert together.mean == pytest.approx(5 + 5 * 0.3, abs=4 * 2.3 / 100)


def test_a_wave_or_phase_stands_for_all_its_tasks() -> None:
    plan = plan_of(
        "phases: {p: {name: P, tasks: {t: {name: T, duration: 1d}}}}\n"
        "waves: {w: {name: W, phase: p, tasks: {u: {name: U, duration: 1d}}}}\n"
        f"risks: {{r: {{{RISK}, chance: 10%, factor: 2, affects: [p, 'task:u']}}}}\n"
    )
    assert [each.tasks for each in risk_drivers(plan, compute_schedule(plan).breakdown)] == [("t", "u")]


@pytest.mark.parametrize(
    "risk",
    [
        "factor: 2",
        "chance: 30%, affects: a",
        "chance: 0%, factor: 2, affects: a",
        "chance: 9%, factor: 1, affects: a",
    ],
)
def test_a_risk_that_can_change_nothing_drives_nothing(risk: str) -> None:
    plan = plan_of(f"{SERIAL}risks: {{r: {{{RISK}, {risk}}}}}")
    schedule = compute_schedule(plan)
    assert not risk_drivers(plan, schedule.breakdown)
    assert not is_uncertain(plan, schedule)
    assert simulation_of(plan, schedule) is None


def test_a_risk_without_a_chance_takes_that_of_its_level() -> None:
    plan = plan_of(
        f"simulation: {{chances: {{medium: 40%}}}}\n{SERIAL}"
        f"risks: {{r: {{{RISK}, factor: 2, affects: a}}, s: {{{RISK}, chance: 5%, factor: 2, affects: a}}}}"
    )
    drivers = risk_drivers(plan, compute_schedule(plan).breakdown)
    assert [each.chance for each in drivers] == [0.4, 0.05]


def test_a_risk_leaves_the_draws_of_durations_as_they_were() -> None:
    before = simulated(VARYING)
    after = simulated(f"{VARYING}risks: {{r: {{{RISK}, chance: 40%, factor: 3, affects: b}}}}")
    assert tasks(after)["a"].mean == tasks(before)["a"].mean


def test_a_risk_happens_in_about_its_share_of_the_runs() -> None:
    found = simulated(f"{SERIAL}risks: {{r: {{{RISK}, chance: 30%, factor: 1.5, affects: a}}}}").risks[0]
    assert (found.chance, found.tasks) == (0.3, 1)
    assert found.happened == pytest.approx(0.3, abs=4 * math.sqrt(0.21 / 10_000))


def test_a_risk_moves_the_finish_by_what_it_adds() -> None:
    """On a chain that is otherwise sure: its effect, shared out by its chance to both sides of the mean."""
    found = movers(simulated(f"{SERIAL}risks: {{r: {{{RISK}, chance: 30%, factor: 1.5, affects: a}}}}"))["r"]
    assert found.swing == pytest.approx(2)
    assert found.well == pytest.approx(-0.6, abs=0.05)
    assert found.badly == pytest.approx(1.4, abs=0.05)


def test_an_opportunity_goes_well_when_it_happens() -> None:
    found = movers(simulated(f"{SERIAL}risks: {{r: {{{RISK}, chance: 25%, factor: 0.5, affects: a}}}}"))["r"]
    assert found.well == pytest.approx(-1.5, abs=0.05)
    assert found.badly == pytest.approx(0.5, abs=0.05)


def test_a_certain_risk_is_told_by_its_factor_alone() -> None:
    found = simulated(f"{SERIAL}risks: {{r: {{{RISK}, chance: 100%, factor: 1/2/3, affects: a}}}}")
    assert found.mean == pytest.approx(14, abs=0.1)
    assert movers(found)["r"].well < -1 < 1 < movers(found)["r"].badly
    assert not simulated(f"{SERIAL}risks: {{r: {{{RISK}, chance: 100%, factor: 2, affects: a}}}}").movers


def test_a_task_moves_the_finish_by_its_outer_fifths() -> None:
    """Triangular from 0 to 1 with its peak at 0: beyond its 80% quantile q the mean is q + (1 - q) / 3."""
    plan = plan_of("simulation: {distribution: triangular}\ntasks: {a: {name: A, duration: 10d/10d/20d}}")
    found = simulate(plan, compute_schedule(plan), settings_of(plan, 1)).movers[0]
    quantile = 1 - math.sqrt(0.2)
    assert found.badly == pytest.approx(10 * (quantile + (1 - quantile) / 3 - 1 / 3), abs=0.05)


def test_a_task_with_much_float_moves_nothing() -> None:
    text = "tasks: {a: {name: A, duration: 1d/2d/3d}, b: {name: B, duration: 9d/10d/14d}}"
    found = simulated(text)
    assert found.movers[0].id == "b"
    assert movers(found)["a"].swing == pytest.approx(0, abs=0.1)


def test_settings_are_those_of_the_plan_but_for_what_is_named() -> None:
    plan = plan_of("simulation: {runs: 500, seed: 9, distribution: triangular}")
    assert settings_of(plan, 1) == Settings(500, 9, plan.simulation.distribution)
    assert settings_of(plan, 1, runs=100, distribution="beta-pert") == Settings(100, 9)


@pytest.mark.parametrize(("tasks", "runs"), [(0, 10_000), (1000, 10_000), (1001, 9000), (5000, 2000), (10**6, 1000)])
def test_a_very_large_plan_has_fewer_runs_unless_it_asks(tasks: int, runs: int) -> None:
    assert settings_of(plan_of(""), tasks).runs == runs
    assert settings_of(plan_of("simulation: {runs: 10000}"), tasks).runs == 10_000


def test_the_size_of_batches_changes_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{VARYING}risks: {{r: {{{RISK}, chance: 40%, factor: 1.2/1.5/2.4, affects: [a, b]}}}}"
    whole = simulated(text)
    monkeypatch.setattr("generator.scheduling.uncertainty.runs._ROOM", 5000)
    assert simulated(text) == whole


def test_a_deadline_is_kept_in_the_runs_that_finish_its_item_by_then() -> None:
    """Doubled in a share p of the runs, the second task is over its deadline in just those."""
    found = simulated(
        "tasks:\n  a: {name: A, duration: 4d, deadline: W1D4}\n"
        "  b: {name: B, duration: 4d, depends_on: a, finish_by: W2D3}\n"
        f"risks: {{r: {{{RISK}, chance: 25%, factor: 1.5, affects: b}}}}"
    )
    told = {(each.of, each.item): each for each in found.chances if each.item}
    assert told["deadline", "a"].probability == 1
    assert told["latest finish", "b"].probability == 1 - found.risks[0].happened
    assert told["latest finish", "b"].until == "Week 2 Day 3"


def test_a_wave_has_a_deadline_too() -> None:
    found = simulated("waves: {w: {name: W, deadline: W1D3, tasks: {a: {name: A, duration: 1d/3d/5d}}}}")
    assert found.chances[-1].item == "w"
    assert 0.4 < found.chances[-1].probability < 0.6


def test_the_p80_of_all_runs_is_where_the_convergence_ends() -> None:
    found = simulated(VARYING)
    last = found.convergence[-1]
    assert (last.runs, last.p80, last.error) == (10_000, found.p80.workdays, found.p80_error)
    assert len(found.convergence) == 20
    assert last.error < found.convergence[0].error / 2


def test_the_standard_error_of_the_p80_is_that_of_repeated_simulations() -> None:
    plan = plan_of(VARYING)
    schedule = compute_schedule(plan)
    found = [simulate(plan, schedule, Settings(1000, seed)) for seed in range(60)]
    mean = sum(each.p80.workdays for each in found) / 60
    spread = math.sqrt(sum((each.p80.workdays - mean) ** 2 for each in found) / 59)
    assert sum(each.p80_error for each in found) / 60 == pytest.approx(spread, rel=0.35)


def test_every_run_finishes_on_some_day() -> None:
    found = simulated(VARYING)
    assert sum(each.runs for each in found.finishes) == 10_000
    assert [each.day.index for each in found.finishes] == sorted(each.day.index for each in found.finishes)
