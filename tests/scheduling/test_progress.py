"""A plan's own progress: values, times, the baseline and what has moved since."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.model.plan import Plan
from generator.scheduling.progress.against_baseline import added, agreed_finish, moves
from generator.scheduling.progress.baseline_block import baseline_block
from generator.scheduling.progress.measure import Measured, measure, share_done, share_planned
from generator.scheduling.schedule import compute_schedule

Planned = Callable[[str], Plan]
DAY = 8 * 60
ROW = """start: 2026-01-05
tasks:
  a: {{name: A, duration: 4d{a}}}
  b: {{name: B, duration: 6d, depends_on: a{b}}}
"""
FRIDAY = date(2026, 1, 9)


def measured(plan: Plan, as_of: date | None = FRIDAY) -> Measured | None:
    return measure(plan, compute_schedule(plan), as_of)


def test_work_in_step_with_the_plan_has_earned_its_time(planned: Planned) -> None:
    plan = planned(ROW.format(a=", percent_complete: 100%", b=", percent_complete: 16.666667%"))
    found = measured(plan)
    assert found is not None
    assert (found.budget, found.planned, found.time_gone, found.time_planned) == (10 * DAY, 5 * DAY, 5, 10)
    assert found.earned == pytest.approx(5 * DAY, rel=1e-6)
    assert found.time_earned == pytest.approx(5, rel=1e-6)


def test_work_behind_has_earned_less_time_than_went_by(planned: Planned) -> None:
    found = measured(planned(ROW.format(a=", percent_complete: 50%", b="")))
    assert found is not None
    assert (found.earned, found.time_earned, found.time_gone) == (2 * DAY, 2, 5)


def test_a_finished_task_counts_whole(planned: Planned) -> None:
    plan = planned(ROW.format(a=", finished: 2026-01-08", b=""))
    assert share_done(plan, compute_schedule(plan), compute_schedule(plan).breakdown.tasks) == 0.4


def test_people_weigh(planned: Planned) -> None:
    plan = planned(
        "roles: {dev: {name: Dev}}\ntasks:\n"
        "  a: {name: A, duration: 4d, needs: {dev: 1-2}, percent_complete: 100%}\n  b: {name: B, duration: 6d}\n"
    )
    schedule = compute_schedule(plan)
    assert share_done(plan, schedule, schedule.breakdown.tasks) == pytest.approx(6 / 12)


def test_a_wait_by_the_clock_weighs_nothing(planned: Planned) -> None:
    plan = planned("tasks: {pour: {name: P, duration: 1d, percent_complete: 100%}, dry: {name: D, duration: 9ed}}\n")
    schedule = compute_schedule(plan)
    assert share_done(plan, schedule, schedule.breakdown.tasks) == 1


@pytest.mark.parametrize("as_of", [None, date(2026, 1, 9)])
def test_without_a_start_no_date_is_told(planned: Planned, as_of: date | None) -> None:
    assert measured(planned("tasks: {a: {name: A, duration: 4d, percent_complete: 10%}}\n"), as_of) is None


def test_without_recorded_progress_nothing_is_measured(planned: Planned) -> None:
    assert measured(planned(ROW.format(a="", b=""))) is None


def test_before_the_plan_begins_nothing_is_planned(planned: Planned) -> None:
    plan = planned(ROW.format(a=", percent_complete: 10%", b=""))
    found = measured(plan, date(2026, 1, 1))
    assert found is not None
    assert (found.planned, found.time_gone) == (0, 0)


def test_long_after_its_end_all_is_planned_and_time_goes_on(planned: Planned) -> None:
    found = measured(planned(ROW.format(a=", percent_complete: 100%", b="")), date(2026, 1, 30))
    assert found is not None
    assert (found.planned, found.time_gone, found.time_planned) == (found.budget, 20, 10)


AGREED = """baseline: {set_on: 2026-01-02, items: {a: {start: 2026-01-05, finish: 2026-01-06}}}
"""


def test_agreed_days_place_the_planned_value(planned: Planned) -> None:
    plan = planned(AGREED + ROW.format(a="", b=""))
    assert share_planned(plan, compute_schedule(plan), date(2026, 1, 5)) == pytest.approx(0.2)


def test_moves_count_workdays_over_weekends_and_holidays(planned: Planned) -> None:
    plan = planned(
        "start: 2026-01-05\ncalendar: {holidays: [2026-01-12]}\n"
        "baseline: {items: {a: {finish: 2026-01-09}, b: {finish: W2D5}, c: {finish: W1D1}}}\n"
        "tasks:\n  a: {name: A, duration: 6d}\n  b: {name: B, duration: 1d, start: W2D4}\n"
        "  c: {name: C, duration: 1d, finished: 2026-01-06, percent_complete: 100%}\n  d: {name: D, duration: 1d}\n"
    )
    schedule = compute_schedule(plan)
    assert [(move.item, move.workdays) for move in moves(plan, schedule)] == [("a", 1), ("b", -1), ("c", 1)]
    assert added(plan, schedule) == ("d",)
    assert schedule.time.day(agreed_finish(plan, schedule) or 0).date == date(2026, 1, 16)


EARLIER = "baseline: {items: {a: {start: 2025-12-22, finish: 2025-12-24}}}\n"


def test_a_plan_that_was_put_off_has_moved_by_the_workdays_between(planned: Planned) -> None:
    plan = planned(EARLIER + ROW.format(a="", b=""))
    assert [move.workdays for move in moves(plan, compute_schedule(plan))] == [11]


def test_the_time_of_a_plan_that_was_put_off_runs_from_its_agreed_start(planned: Planned) -> None:
    found = measured(planned(EARLIER + ROW.format(a=", percent_complete: 100%", b="")))
    assert found is not None
    assert (found.time_planned, found.time_gone) == (20, 15)


def test_a_plan_without_a_baseline_has_no_new_work(planned: Planned) -> None:
    plan = planned(ROW.format(a="", b=""))
    assert added(plan, compute_schedule(plan)) == ()
    assert agreed_finish(plan, compute_schedule(plan)) is None


MIXED = """tasks:
  a: {name: A, duration: 12h}
  pour: {name: Pour, duration: 3ed, start: W1D4}
milestones: {m: {name: M, depends_on: [a, pour]}}
checkpoints: {c: {at: W2D2, scope: [a]}}
"""


@pytest.mark.parametrize("start", ["", "start: 2026-01-05\n"])
def test_the_printed_baseline_holds_for_the_plan_it_was_printed_from(planned: Planned, start: str) -> None:
    schedule = compute_schedule(planned(start + MIXED))
    plan = planned(start + MIXED + baseline_block(schedule, set_on=FRIDAY))
    found = list(moves(plan, compute_schedule(plan)))
    assert [move.item for move in found] == ["a", "pour", "m", "c"]
    assert {move.workdays for move in found} == {0}


def test_a_baseline_of_an_empty_plan_can_be_pasted(planned: Planned) -> None:
    plan = planned("")
    assert planned(baseline_block(compute_schedule(plan))).baseline.items == {}
