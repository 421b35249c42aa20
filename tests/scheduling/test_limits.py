"""Imposed dates and elapsed time, against dates worked out by hand and by Microsoft Project's rules."""

import pytest

from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan


def schedule_of(tasks: str) -> Schedule:
    outcome = examine(parse_plan(f"title: Limits\nstart: 2026-01-05\ntasks:\n{tasks}".encode(), "plan.yaml"))
    assert outcome.snapshot is not None, outcome.findings
    return outcome.snapshot.schedule


def span(schedule: Schedule, item: str) -> tuple[str, str]:
    dates, time = schedule.dates[item], schedule.time
    return compact(time.day_of_start(dates.early_start)), compact(time.day_of_finish(dates.early_finish))


def days(schedule: Schedule, item: str) -> float:
    return schedule.dates[item].total_float / schedule.time.day_minutes


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("start: W1D3", ("W1D3", "W1D4")),
        ("start_on: W1D3", ("W1D3", "W1D4")),
        ("finish_from: W2D1", ("W1D5", "W2D1")),
        ("finish_on: W2D1", ("W1D5", "W2D1")),
        ("start_by: W3D1", ("W1D1", "W1D2")),
        ("finish_by: W3D1", ("W1D1", "W1D2")),
    ],
)
def test_a_lower_limit_holds_a_task_back_and_an_upper_one_does_not(limit: str, expected: tuple[str, str]) -> None:
    assert span(schedule_of(f"  a: {{name: A, duration: 2d, {limit}}}\n"), "a") == expected


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("start_by: W1D4", 3), ("finish_by: W1D4", 2), ("start_on: W1D2", 0), ("finish_on: W1D4", 0)],
)
def test_an_upper_limit_caps_the_float(limit: str, expected: float) -> None:
    schedule = schedule_of(f"  a: {{name: A, duration: 2d, {limit}}}\n  long: {{name: Long, duration: 20d}}\n")
    assert days(schedule, "a") == expected


def test_a_limit_that_cannot_be_met_shows_as_negative_float_and_moves_nothing() -> None:
    schedule = schedule_of(
        "  a: {name: A, duration: 3d}\n  b: {name: B, duration: 2d, depends_on: a, finish_by: W1D3}\n"
    )
    assert span(schedule, "b") == ("W1D4", "W1D5")
    assert (days(schedule, "a"), days(schedule, "b")) == (-2, -2)
    assert schedule.dates["a"].critical


def test_a_limit_on_a_wave_caps_the_float_of_its_tasks() -> None:
    text = (
        "title: Limits\nwaves:\n  w: {name: W, finish_by: W1D4, tasks: {a: {name: A, duration: 2d}}}\n"
        "tasks:\n  long: {name: Long, duration: 20d}\n"
    )
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None
    assert days(outcome.snapshot.schedule, "a") == 2


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("duration: 3ed", ("W1D4", "W1 Sun")),
        ("duration: 48eh", ("W1D4", "W1 Sat")),
        ("duration: 1ew", ("W1D4", "W2D4")),
    ],
)
def test_elapsed_time_runs_through_nights_and_weekends(task: str, expected: tuple[str, str]) -> None:
    """Drying, shipping and waiting take no notice of working hours."""
    schedule = schedule_of(
        f"  a: {{name: A, duration: 4d}}\n  b: {{name: B, {task}, start: W1D4, depends_on: a SS}}\n"
    )
    assert span(schedule, "b") == expected


def test_an_elapsed_lag_runs_through_the_weekend() -> None:
    """Three days by the clock after Friday evening are Monday evening: work goes on on Tuesday."""
    schedule = schedule_of("  a: {name: A, duration: 5d}\n  b: {name: B, duration: 1d, depends_on: a +3ed}\n")
    assert span(schedule, "b")[0] == "W2D2"


def test_work_after_elapsed_time_begins_in_working_hours() -> None:
    """Concrete poured on Friday hardens for a day: it is ready on Saturday, and work goes on on Monday."""
    schedule = schedule_of(
        "  pour: {name: Pour, duration: 5d}\n  harden: {name: Harden, duration: 1ed, depends_on: pour}\n"
        "  strip: {name: Strip, duration: 1d, depends_on: harden}\n"
    )
    assert span(schedule, "harden")[1] == "W1 Sat"
    assert span(schedule, "strip")[0] == "W2D1"
    assert days(schedule, "pour") == 0


def test_a_task_that_a_weekend_waits_for_has_that_much_float() -> None:
    """Hardening ends on Saturday, work goes on on Monday: hardening has float by the clock."""
    schedule = schedule_of(
        "  pour: {name: Pour, duration: 5d}\n  harden: {name: Harden, duration: 1ed, depends_on: pour}\n"
        "  strip: {name: Strip, duration: 1d, depends_on: harden}\n"
    )
    assert days(schedule, "harden") == pytest.approx((16 + 24) / 24, abs=0.01)
    assert schedule.dates["harden"].free_float == schedule.dates["harden"].total_float
