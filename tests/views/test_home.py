"""Where a plan stands, as its home page tells it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from generator.snapshot import Snapshot
from generator.views import attention, course, page_home, verdict

Taken = Callable[[str], Snapshot]

_TASKS = "tasks: {{a: {{name: A, duration: 2d{a}}}, b: {{name: B, duration: 3d, depends_on: a{b}}}}}"


def _plan(taken: Taken, *, as_of: date | None = None, a: str = "", b: str = "") -> Snapshot:
    return replace(taken("start: 2026-01-05\n" + _TASKS.format(a=a, b=b)), as_of=as_of)


def _words(snapshot: Snapshot) -> tuple[str, str]:
    found = verdict.view(snapshot)
    assert found is not None
    return found.tone, found.words


def test_a_plan_without_tasks_is_not_judged(taken: Taken) -> None:
    assert verdict.view(taken("milestones: {done: {name: Done}}")) is None


def test_a_plan_without_a_status_date_tells_its_finish(taken: Taken, teams: Snapshot) -> None:
    assert _words(_plan(taken)) == ("info", "Planned to finish on 9 January 2026")
    assert _words(teams)[1].startswith("Planned to finish on Week ")


def test_work_that_lies_ahead_has_its_day_told(taken: Taken) -> None:
    assert _words(_plan(taken, as_of=date(2026, 1, 1))) == ("info", "Begins 5 January 2026")


def test_the_first_day_of_work_is_not_behind(taken: Taken) -> None:
    assert _words(_plan(taken, as_of=date(2026, 1, 5))) == ("info", "Workday 1 of 5: nothing is late")


def test_where_no_progress_is_recorded_nothing_is_called_late(taken: Taken) -> None:
    snapshot = _plan(taken, as_of=date(2026, 1, 8))
    assert _words(snapshot) == ("warn", "No progress is recorded; 80% was to be done")
    assert [line.chip for line in attention.view(snapshot).lines] == ["Clear"]


def test_an_item_past_its_finish_is_late(taken: Taken) -> None:
    snapshot = _plan(taken, as_of=date(2026, 1, 7), a=", percent_complete: 50%")
    assert _words(snapshot) == ("bad", "1 item is late")
    assert [(line.words, line.chip) for line in attention.view(snapshot).lines] == [("A", "Late")]


def test_what_finishes_on_the_status_date_is_due(taken: Taken) -> None:
    snapshot = _plan(taken, as_of=date(2026, 1, 6), a=", percent_complete: 80%")
    assert [(line.words, line.chip) for line in attention.view(snapshot).lines] == [("A", "Due")]


def test_less_than_planned_is_behind_and_as_much_is_on_course(taken: Taken) -> None:
    done = ", percent_complete: 100%"
    assert _words(_plan(taken, as_of=date(2026, 1, 8), a=done)) == ("warn", "Behind: 40% done, 80% planned")
    assert _words(_plan(taken, as_of=date(2026, 1, 6), a=done)) == ("ok", "On course: 40% done, 40% planned")


def test_a_deadline_that_does_not_hold_is_told(taken: Taken) -> None:
    snapshot = _plan(taken, b=", deadline: 2026-01-08")
    found = verdict.view(snapshot)
    assert found is not None
    assert (found.tone, found.words, found.reasons) == ("bad", "1 deadline is missed", ("1 of 1 deadline missed.",))
    assert attention.view(snapshot).lines[0].chip == "Misses its deadline"


def test_all_done_is_done(taken: Taken) -> None:
    done = ", percent_complete: 100%"
    assert _words(_plan(taken, as_of=date(2026, 1, 9), a=done, b=done)) == ("ok", "All work is done")


def test_a_plan_that_nobody_measures_has_no_meter(taken: Taken) -> None:
    home = page_home.view(_plan(taken))
    assert home.percent is None
    assert "Progress" not in [fact.label for fact in home.facts]


def test_lanes_lie_within_the_days_of_the_plan(dated: Snapshot) -> None:
    found = course.view(replace(dated, as_of=date(2026, 1, 6)))
    assert found is not None
    assert [lane.words for lane in found.lanes] == ["Phase 1: Building", "Wave 1: Base", "Wave 2: Features"]
    assert [lane.ink for lane in found.lanes] == ["plain", "wave-1", "wave-2"]
    assert all(lane.begin >= 0 and lane.begin + lane.length <= 100 for lane in found.lanes)
    assert found.lanes[1].begin < found.lanes[2].begin
    assert found.now is not None
    assert 0 < found.now < 100


def test_a_plan_of_one_part_has_no_course(taken: Taken) -> None:
    assert course.view(_plan(taken)) is None
