"""Working weeks, holidays, hours: which days are worked, and what they are called."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact, full_date, week_and_day, weekday_date, with_date

Scheduled = Callable[[str], Schedule]


def days(schedule: Schedule, item: str) -> tuple[date | None, date | None]:
    dates = schedule.dates[item]
    return schedule.time.day_of_start(dates.early_start).date, schedule.time.day_of_finish(dates.early_finish).date


def test_weekends_are_not_worked(scheduled: Scheduled) -> None:
    schedule = scheduled("start: 2026-01-08\ntasks: {a: {name: A, duration: 3d}}\n")
    assert days(schedule, "a") == (date(2026, 1, 8), date(2026, 1, 12))


def test_holidays_are_not_worked_and_renumber_nothing(scheduled: Scheduled) -> None:
    schedule = scheduled("""
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-06, name: Epiphany}]}
tasks: {a: {name: A, duration: 2d}, b: {name: B, duration: 1d, start: W1D4}}
""")
    assert days(schedule, "a") == (date(2026, 1, 5), date(2026, 1, 7))
    assert days(schedule, "b") == (date(2026, 1, 8), date(2026, 1, 8))


def test_work_cannot_start_on_a_holiday(scheduled: Scheduled) -> None:
    schedule = scheduled("""
start: 2026-01-05
calendar: {holidays: [{date: 2026-01-05}, {date: 2026-01-06}]}
tasks: {a: {name: A, duration: 1d}}
""")
    assert days(schedule, "a") == (date(2026, 1, 7), date(2026, 1, 7))
    assert compact(schedule.time.day_of_start(schedule.start)) == "W1D3"


def test_a_week_from_sunday_to_thursday(scheduled: Scheduled) -> None:
    schedule = scheduled("""
start: 2026-01-04
calendar: {workdays: [sun, mon, tue, wed, thu]}
tasks: {a: {name: A, duration: 5d}, b: {name: B, duration: 1w, depends_on: a}}
checkpoints: {c: {at: W2D5, scope: b}}
""")
    assert days(schedule, "a") == (date(2026, 1, 4), date(2026, 1, 8))
    assert days(schedule, "b") == (date(2026, 1, 11), date(2026, 1, 15))
    assert schedule.time.day_of_finish(schedule.dates["c"].early_finish).date == date(2026, 1, 15)
    assert week_and_day(schedule.time.day(0)) == "Week 1 Day 1"
    assert schedule.time.day(0).weekday == 6


def test_a_week_with_a_gap(scheduled: Scheduled) -> None:
    schedule = scheduled("calendar: {workdays: [mon, wed, fri]}\ntasks: {a: {name: A, duration: 2d}}\n")
    assert compact(schedule.time.day_of_finish(schedule.dates["a"].early_finish)) == "W1D2"
    assert schedule.time.day(2).weekday == 2
    assert compact(schedule.time.day(1)) == "W1 Tue"


def test_a_week_of_work_is_as_long_as_the_calendar_s_week(scheduled: Scheduled) -> None:
    schedule = scheduled("calendar: {workdays: [mon, tue]}\ntasks: {a: {name: A, duration: 1w}}\n")
    assert compact(schedule.time.day_of_finish(schedule.dates["a"].early_finish)) == "W1D2"


def test_a_plan_that_starts_in_midweek_counts_from_that_week_s_first_day(scheduled: Scheduled) -> None:
    schedule = scheduled("start: 2026-01-07\ntasks: {a: {name: A, duration: 4d}}\n")
    assert compact(schedule.time.day_of_start(schedule.start)) == "W1D3"
    assert schedule.weeks("a").first == 1
    assert schedule.weeks("a").last == 2


def test_hours_run_through_breaks(scheduled: Scheduled) -> None:
    schedule = scheduled("""
calendar: {hours: ["9:00-12:00", "13:00-17:00"]}
tasks: {a: {name: A, duration: 3h}, b: {name: B, duration: 4h, depends_on: a}, c: {name: C, duration: 1d}}
""")
    dates = schedule.dates
    assert (dates["a"].early_finish, dates["b"].early_start, dates["b"].early_finish) == (12 * 60, 13 * 60, 17 * 60)
    assert dates["c"].early_finish == 17 * 60


def test_a_finish_on_friday_evening_meets_a_start_on_monday(tasks: Scheduled) -> None:
    schedule = tasks("a: 5d\nb: 1d, a")
    assert schedule.time.clock.between(schedule.dates["a"].early_finish, schedule.dates["b"].early_start) == 0
    assert schedule.dates["a"].free_float == 0


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("start: 2026-01-05\n", ("12 January 2026", "Week 2 Day 1 (Mon 12 Jan)", "Mon 12 Jan")),
        ("", ("Week 2 Day 1", "Week 2 Day 1", "")),
    ],
)
def test_without_a_start_all_is_told_as_week_and_day(
    scheduled: Scheduled, start: str, told: tuple[str, str, str]
) -> None:
    schedule = scheduled(f"{start}tasks: {{a: {{name: A, duration: 6d}}}}\n")
    day = schedule.time.day_of_finish(schedule.finish)
    assert (full_date(day), with_date(day), weekday_date(day)) == told


def test_workdays_are_counted_with_both_ends(scheduled: Scheduled) -> None:
    schedule = scheduled("start: 2026-01-05\ntasks: {a: {name: A, duration: 25d}}\n")
    assert schedule.time.workdays_between(schedule.start, schedule.finish) == 25


def test_a_plan_without_tasks_starts_and_finishes_at_once(scheduled: Scheduled) -> None:
    schedule = scheduled("phases: {p: {name: P}}\nwaves: {w: {name: W, phase: p}}\n")
    assert schedule.start == schedule.finish
    assert schedule.critical_path == ()
