"""Every run is the schedule of its durations; means, spreads and maxima are those of closed forms."""

import math
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.plan import Plan
from generator.model.uncertainty import Distribution
from generator.scheduling.critical_path import compute_times
from generator.scheduling.schedule import compute_schedule, plan_start
from generator.scheduling.uncertainty.instants import ClockTable, moments_at
from generator.scheduling.uncertainty.measures import TaskFigures
from generator.scheduling.uncertainty.passes import Drawn, clock_tables, forward, last_finish, late_starts
from generator.scheduling.uncertainty.runs import Settings
from generator.scheduling.uncertainty.simulation import Simulation, simulate
from generator.sources.plan_files import parse_plan
from generator.validation import validate

RUNS = 4


def plan_of(text: str) -> Plan:
    validated = validate(parse_plan(f"title: T\n{text}".encode(), "plan.yaml"))
    assert validated.plan is not None, validated.findings
    return validated.plan


def simulated(text: str, **options: object) -> Simulation:
    plan = plan_of(text)
    return simulate(plan, compute_schedule(plan), replace(Settings(), **options))  # type: ignore[arg-type]


def figures(found: Simulation) -> dict[str, TaskFigures]:
    return {each.id: each for each in found.tasks}


DURATIONS = st.builds("{}{}".format, st.integers(0, 6), st.sampled_from(["d", "h", "ed", "eh"]))
LAGS = st.builds("{}{}".format, st.integers(1, 30), st.sampled_from(["h", "d", "eh", "ed"]))
WEEK_DAYS = st.builds("W{}D{}".format, st.integers(1, 4), st.integers(1, 5))
DAYS = WEEK_DAYS | st.dates(date(2026, 1, 7), date(2026, 2, 7)).map(str)
LIMITS = st.sampled_from(["start", "start_by", "start_on", "finish_from", "finish_by", "finish_on"])


@st.composite
def links(draw: st.DrawFn, targets: list[str], kinds: str = "FS SS FF SF") -> str:
    """Dependencies with lags and leads, in working and elapsed time."""
    found = []
    for target in draw(st.lists(st.sampled_from(targets), max_size=3)) if targets else ():
        lag = draw(st.just("") | st.builds("{}{}".format, st.sampled_from("+-"), LAGS))
        found.append(f"{target} {draw(st.sampled_from(kinds.split()))}{lag}")
    return f"depends_on: [{', '.join(found)}]"


@st.composite
def plans(draw: st.DrawFn) -> str:
    """Waves in a phase and outside, tasks, milestones, checkpoints, shifts with a break, holidays, imposed dates."""
    lines = ["start: 2026-01-07", "calendar: {hours: ['8:00-12:00', '13:00-17:00'], holidays: [{date: 2026-01-12}]}"]
    lines += ["phases: {p: {name: P}}", "checkpoints: {c: {at: W2D2, scope: t0}}", "waves:"]
    known, number = ["c"], 0
    for wave in range(draw(st.integers(1, 3))):
        within = draw(st.sampled_from(["", ", phase: p"]))
        before = [each for each in known if each != "p"]
        waits = draw(links(before if draw(st.booleans()) else [], "FS SS"))
        lines.append(f"  w{wave}: {{name: W, {waits}{within}, tasks: {{")
        for _ in range(draw(st.integers(1, 3))):
            limit = draw(st.just("") | st.builds(", {}: {}".format, LIMITS, DAYS))
            body = f"name: T, duration: {draw(DURATIONS)}, {draw(links(known))}{limit}"
            lines.append(f"    t{number}: {{{body}}},")
            known.append(f"t{number}")
            number += 1
        lines.append("  }}")
        known.append(f"w{wave}")
    lines.append(
        f"milestones: {{m: {{name: M, {draw(links(known))}}}, n: {{name: N, {draw(links([*known, 'm']))}}}}}"
    )
    lines.append(f"tasks: {{last: {{name: L, duration: {draw(DURATIONS)}, {draw(links([*known, 'm', 'n']))}}}}}")
    return "\n".join(lines)


@settings(max_examples=200)
@given(plans(), st.data())
def test_every_run_is_the_schedule_of_its_durations(text: str, data: st.DataObject) -> None:
    plan = plan_of(text)
    schedule = compute_schedule(plan)
    nodes = schedule.network.nodes
    work = [key for key, node in nodes.items() if node.minutes]
    minutes = {key: data.draw(st.lists(st.integers(1, 3000), min_size=RUNS, max_size=RUNS)) for key in work}
    drawn = Drawn(
        schedule.network,
        clock_tables(schedule.network),
        {key: np.array(each, np.int64) for key, each in minutes.items()},
        moments_at(plan_start(plan, schedule.time)),
    )
    early = forward(drawn)
    late = late_starts(drawn, early, last_finish(schedule.network, early, drawn.begin))
    for number in range(RUNS):
        lasting = {key: replace(node, minutes=minutes[key][number]) for key, node in nodes.items() if key in minutes}
        network = replace(schedule.network, nodes={**nodes, **lasting})
        for key, times in compute_times(network, plan_start(plan, schedule.time)).items():
            told = [int(np.broadcast_to(at.instants, RUNS)[number]) for at in (*early[key], late[key])]
            assert told[:2] == [*times.early], key
            # Which side of a break a late date is told on makes no difference to any run.
            assert nodes[key].clock.between(told[2], times.late[0]) == 0, key


@given(plans())
def test_without_three_points_every_run_is_the_schedule(text: str) -> None:
    plan = plan_of(text)
    schedule = compute_schedule(plan)
    found = simulate(plan, schedule, Settings(runs=100))
    assert (found.varying, found.sd, found.p80_error) == (0, 0, 0)
    assert {each.finish for each in found.percentiles} == {schedule.time.day_of_finish(schedule.finish)}
    assert [each.criticality for each in found.tasks] == [
        float(schedule.dates[each.id].critical) for each in found.tasks
    ]
    assert found.chances[0].probability == 1


@given(st.lists(st.integers(-3000, 60_000), min_size=1, max_size=20))
def test_a_table_counts_as_its_clock_does(minutes: list[int]) -> None:
    clock = compute_schedule(plan_of("calendar: {hours: ['8:00-12:00', '13:00-17:00']}")).time.clock
    table, given_minutes = ClockTable(clock), np.array(minutes)
    assert table.worked(given_minutes).tolist() == [clock.worked(each) for each in minutes]
    assert table.start_at(given_minutes).tolist() == [clock.start_at(each) for each in minutes]
    assert table.finish_at(given_minutes).tolist() == [clock.finish_at(each) for each in minutes]


SERIAL = """tasks:
  a: {name: A, duration: 2d/4d/9d}
  b: {name: B, duration: 1d/5d/6d, depends_on: a}
  c: {name: C, duration: 3d, depends_on: b}
"""


def pert(low: float, likely: float, high: float) -> tuple[float, float]:
    mean = (low + 4 * likely + high) / 6
    return mean, (mean - low) * (high - mean) / 7


def triangle(low: float, likely: float, high: float) -> tuple[float, float]:
    squares = low**2 + likely**2 + high**2 - low * likely - low * high - likely * high
    return (low + likely + high) / 3, squares / 18


@pytest.mark.parametrize(
    ("distribution", "closed_form"), [(Distribution.BETA_PERT, pert), (Distribution.TRIANGULAR, triangle)]
)
def test_a_chain_has_the_sum_of_the_means_and_variances(distribution: Distribution, closed_form: object) -> None:
    assert callable(closed_form)
    found = simulated(SERIAL, distribution=distribution)
    (mean_a, var_a), (mean_b, var_b) = closed_form(2, 4, 9), closed_form(1, 5, 6)
    error = math.sqrt((var_a + var_b) / found.settings.runs)
    assert found.mean == pytest.approx(mean_a + mean_b + 3, abs=4 * error)
    assert found.sd**2 == pytest.approx(var_a + var_b, rel=4 * math.sqrt(2 / found.settings.runs))
    assert figures(found)["a"].sd ** 2 == pytest.approx(var_a, rel=0.06)


def test_in_a_chain_all_is_critical_and_the_indices_are_the_shares_of_spread() -> None:
    found = simulated(SERIAL)
    a, b, c = (figures(found)[each] for each in "abc")
    assert (a.criticality, b.criticality, c.criticality) == (1, 1, 1)
    assert a.ssi == pytest.approx(a.sd / found.sd)
    assert a.cruciality == pytest.approx(a.ssi, abs=0.03)
    assert (c.mean, c.sd, c.ssi, c.cruciality) == (3, 0, 0, 0)


PARALLEL = """tasks:
  a: {name: A, duration: 2d/2d/8d}
  b: {name: B, duration: 2d/2d/8d}
  c: {name: C, duration: 2d/2d/8d}
"""


def maximum_of_three(low: float, width: float) -> tuple[float, float]:
    """Mean and variance of the maximum of three: with the likely point at the lower end, F(x) = 1 - (1 - x)^n."""
    steps = np.linspace(0, 1, 200_001)
    share = (1 - (1 - steps) ** 5) ** 3
    mean = float(np.trapezoid(1 - share, steps))
    square = float(np.trapezoid(2 * steps * (1 - share), steps))
    return low + width * mean, width**2 * (square - mean**2)


def test_side_by_side_the_finish_is_the_maximum() -> None:
    found = simulated(PARALLEL)
    mean, variance = maximum_of_three(2, 6)
    assert found.mean == pytest.approx(mean, abs=4 * math.sqrt(variance / found.settings.runs))
    assert found.sd**2 == pytest.approx(variance, rel=0.08)


def test_where_paths_merge_the_finish_is_later_than_that_of_any_path() -> None:
    """The plain critical path is optimistic: the mean of each path alone is three days."""
    found = simulated(PARALLEL)
    assert max(each.mean for each in found.tasks) == pytest.approx(3, abs=0.05)
    assert found.mean > 3.7
    assert found.chances[0].probability < 0.01
    assert sum(each.criticality for each in found.tasks) == pytest.approx(1, abs=0.01)


def test_percentiles_rise_and_lie_on_workdays() -> None:
    found = simulated(f"start: 2026-01-08\n{SERIAL}")
    assert all(one.finish.index <= other.finish.index for one, other in pairwise(found.percentiles))
    assert all(each.finish.number for each in found.percentiles)
    assert found.p80.finish.date is not None
    assert found.p80.finish.date > date(2026, 1, 15)


def test_promises_are_kept_in_the_share_of_runs_that_finish_by_then() -> None:
    found = simulated(f"start: 2026-01-05\ncommitted: {{finish: 2026-01-16, weeks: 2, workdays: 10}}\n{SERIAL}")
    told = {each.of: each for each in found.chances}
    assert told["committed finish"].until == "16 January 2026"
    same = {told[f"committed {each}"].probability for each in ("finish", "weeks", "workdays")}
    assert len(same) == 1
    assert 0 < same.pop() < told["scheduled finish"].probability < 1


def test_the_same_seed_gives_the_same_figures_and_another_gives_others() -> None:
    assert simulated(SERIAL, seed=7) == simulated(SERIAL, seed=7)
    assert simulated(SERIAL, seed=7).mean != simulated(SERIAL, seed=8).mean


def test_a_further_task_leaves_the_draws_of_the_others_as_they_were() -> None:
    more = simulated(SERIAL.replace("tasks:\n", "tasks:\n  first: {name: F, duration: 1d/2d/3d}\n"))
    before, after = figures(simulated(SERIAL)), figures(more)
    assert [(after[each].mean, after[each].sd) for each in "abc"] == [(before[e].mean, before[e].sd) for e in "abc"]


def test_the_size_of_batches_changes_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = simulated(SERIAL)
    monkeypatch.setattr("generator.scheduling.uncertainty.runs._ROOM", 5000)
    assert simulated(SERIAL) == whole


def test_the_error_of_the_p80_shrinks_as_runs_are_added() -> None:
    assert simulated(SERIAL, runs=40_000).p80_error < simulated(SERIAL, runs=400).p80_error / 3


def test_elapsed_durations_are_drawn_by_the_clock() -> None:
    found = simulated("tasks: {dry: {name: Dry, duration: 1ed/2ed/3ed}}")
    assert figures(found)["dry"].mean == pytest.approx(2, abs=0.02)
    assert figures(found)["dry"].cruciality > 0.5


def test_points_that_a_short_week_puts_out_of_order_are_sorted() -> None:
    found = simulated("calendar: {workdays: [mon, tue]}\ntasks: {a: {name: A, duration: 4d/1w/6d}}")
    assert figures(found)["a"].mean == pytest.approx(pert(2, 2, 6)[0], abs=0.05)


@pytest.mark.parametrize("text", ["", "tasks: {a: {name: A, duration: 0d}}", "waves: {w: {name: W}}"])
def test_a_plan_without_work_has_no_length(text: str) -> None:
    found = simulated(text, runs=100)
    assert (found.mean, found.sd, found.varying) == (0, 0, 0)
