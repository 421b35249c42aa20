"""Effort shared by people; work put late; deadlines and committed finishes."""

from collections.abc import Callable

import pytest

from generator.model.plan import Plan
from generator.scheduling.drivers import Cause
from generator.scheduling.schedule import Schedule, compute_schedule
from generator.scheduling.staffing import Staffing, estimate_of

Scheduled = Callable[[str], Schedule]
Planned = Callable[[str], Plan]
ROLES = "roles: {dev: {name: D}, dba: {name: B}}\npeople: {ada: {name: A, role: dev}, bo: {name: B, role: dba}}\n"


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("effort: 12d, needs: {dev: 2-3}", "4d/4.8d/6d"),
        ("effort: 12d, needs: {dev: 3}", "4d"),
        ("effort: 12d, needs: {dev: 2, dba: 1}", "4d"),
        ("effort: 6d/12d/18d, needs: {dev: 3}", "2d/4d/6d"),
        ("effort: 6d/12d/18d, needs: {dev: 2-3}", "2d/4.8d/9d"),
        ("effort: 8h, people: [ada, bo]", "4h"),
        ("effort: 8h, people: ada, needs: {dev: 2}", "4h"),
        ("duration: 3d, needs: {dev: 3}", "3d"),
    ],
)
def test_effort_is_shared_by_those_at_work(planned: Planned, task: str, told: str) -> None:
    plan = planned(f"{ROLES}tasks: {{a: {{name: A, {task}}}}}")
    assert str(estimate_of(plan.tasks["a"], plan)) == told


@pytest.mark.parametrize(("staffing", "days"), [(Staffing.LEAST, 6), (Staffing.LIKELY, 4.8), (Staffing.MOST, 4)])
def test_the_plan_says_with_how_many_it_is_scheduled(planned: Planned, staffing: Staffing, days: float) -> None:
    task = "tasks: {a: {name: A, effort: 12d, needs: {dev: 2-3}}}"
    schedule = compute_schedule(planned(f"schedule: {{staffing: {staffing}}}\n{ROLES}{task}"))
    worked = schedule.time.clock.between(schedule.dates["a"].early_start, schedule.dates["a"].early_finish)
    assert worked == days * schedule.time.day_minutes


CHAIN = """
tasks:
  a: {name: A, duration: 5d}
  b: {name: B, duration: 2d, late: true}
  c: {name: C, duration: 1d, late: true, depends_on: b}
  d: {name: D, duration: 4d, depends_on: [a, c]}
"""


def test_late_work_is_done_as_late_as_what_follows_allows(scheduled: Scheduled) -> None:
    schedule = scheduled(CHAIN)
    days = {item: schedule.time.day_of_start(schedule.dates[item].early_start).index for item in "abcd"}
    assert days == {"a": 0, "b": 2, "c": 4, "d": 7}
    assert schedule.dates["b"].drivers[0].cause is Cause.LATE
    assert [schedule.dates[item].free_float for item in "bc"] == [0, 0]


def test_late_work_moves_nothing_else(scheduled: Scheduled) -> None:
    early, late = scheduled(CHAIN.replace("late: true, ", "").replace(", late: true", "")), scheduled(CHAIN)
    assert early.finish == late.finish
    assert all(early.dates[item].early_start == late.dates[item].early_start for item in "ad")


def test_late_work_in_a_wave_waits_for_the_wave_behind_it(scheduled: Scheduled) -> None:
    first = "w: {name: W, tasks: {a: {name: A, duration: 1d, late: true}}}"
    second = "x: {name: X, depends_on: w, start: W2D1, tasks: {b: {name: B, duration: 1d}}}"
    schedule = scheduled(f"waves: {{{first}, {second}}}")
    assert schedule.time.day_of_start(schedule.dates["a"].early_start).index == 4


@pytest.mark.parametrize(("key", "total_float"), [("deadline", -1), ("finish_by", -1)])
def test_a_missed_deadline_gives_negative_float(scheduled: Scheduled, key: str, total_float: int) -> None:
    schedule = scheduled(f"tasks: {{a: {{name: A, duration: 3d, {key}: W1D2}}, b: {{name: B, duration: 9d}}}}")
    assert schedule.dates["a"].total_float == total_float * schedule.time.day_minutes


def test_float_counts_from_a_committed_finish_that_is_overrun(scheduled: Scheduled) -> None:
    tasks = "tasks: {a: {name: A, duration: 5d}, b: {name: B, duration: 2d}}"
    schedule = scheduled(f"start: 2026-01-05\ncommitted: {{finish: 2026-01-08}}\n{tasks}")
    assert [schedule.dates[item].total_float / schedule.time.day_minutes for item in "ab"] == [-1, 2]


def test_a_committed_finish_that_is_kept_leaves_the_critical_path(scheduled: Scheduled) -> None:
    schedule = scheduled("start: 2026-01-05\ncommitted: {finish: 2026-01-30}\ntasks: {a: {name: A, duration: 5d}}")
    assert schedule.dates["a"].total_float == 0


def test_every_longest_chain_is_a_critical_path(scheduled: Scheduled) -> None:
    schedule = scheduled(
        "tasks: {a: {name: A, duration: 2d}, b: {name: B, duration: 2d},"
        " c: {name: C, duration: 1d, depends_on: [a, b]}, d: {name: D, duration: 3d}, e: {name: E, duration: 1d}}"
    )
    assert set(schedule.critical_paths) == {("a", "c"), ("b", "c"), ("d",)}
