"""Days off on which the plan wants something, and lists of days off that have no effect."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]
WORK = "tasks: {a: {name: A, duration: 1d}}\n"


@pytest.mark.parametrize(
    ("start", "lines"),
    [
        ("2026-01-09", []),
        ("2026-01-10", ["2:8 the plan starts on 2026-01-10, a Saturday (start-on-day-off)"]),
        ("2026-01-12", ['2:8 the plan starts on 2026-01-12, a day off ("Fair") (start-on-day-off)']),
    ],
)
def test_a_plan_starts_on_a_workday(found: Found, start: str, lines: list[str]) -> None:
    calendar = "calendar: {holidays: [{date: 2026-01-12, name: Fair}]}\n"
    assert found(f"title: T\nstart: {start}\n{calendar}{WORK}") == lines


def test_the_first_day_of_work_is_offered(helped: Found) -> None:
    calendar = "calendar: {holidays: [{date: 2026-01-12, name: Fair}]}\n"
    assert helped(f"title: T\nstart: 2026-01-10\n{calendar}{WORK}") == ["write 2026-01-13, the first day of work"]


IMPOSED = """title: T
start: 2026-01-05
calendar: {{holidays: [{{date: 2026-01-14, name: Fair}}]}}
tasks: {{a: {{name: A, duration: 1d, {limit}}}}}
"""


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("start_on: 2026-01-10", 'start_on 2026-01-10 of "a" is a Saturday'),
        ("finish_on: 2026-01-14", 'finish_on 2026-01-14 of "a" is a day off ("Fair")'),
        ("start: W2D3", 'start W2D3 of "a" is a day off ("Fair")'),
        ("finish_by: W2D3", 'finish_by W2D3 of "a" is a day off ("Fair")'),
        ("deadline: W2D3", 'deadline W2D3 of "a" is a day off ("Fair")'),
    ],
)
def test_what_must_happen_on_a_day_off_is_found_at_the_day(found: Found, limit: str, message: str) -> None:
    lines = [line for line in found(IMPOSED.format(limit=limit)) if line.endswith("(imposed-on-day-off)")]
    column = len("tasks: {a: {name: A, duration: 1d, ") + len(limit.partition(" ")[0]) + 2
    assert lines == [f"4:{column} {message} (imposed-on-day-off)"]


@pytest.mark.parametrize(
    "limit", ["start: 2026-01-10", "finish_by: 2026-01-31", "deadline: 2026-01-14", "start: W2D2"]
)
def test_a_bound_told_as_a_date_may_fall_on_any_day(found: Found, limit: str) -> None:
    assert found(IMPOSED.format(limit=limit)) == []


def test_a_checkpoint_on_a_day_on_which_somebody_works_is_none(found: Found) -> None:
    plan = """title: T
start: 2026-01-05
calendars: {weekend: {name: Weekend, workdays: [sat, sun]}}
tasks: {a: {name: A, duration: 1d, calendar: CALENDAR}}
checkpoints: {c: {at: 2026-01-10, scope: a}}
"""
    assert found(plan.replace("CALENDAR", "weekend")) == []
    without = plan.replace(", calendar: CALENDAR", "").replace("calendars:", "# calendars:")
    assert found(without) == ['5:23 at 2026-01-10 of "c" is a Saturday (imposed-on-day-off)']


def test_elapsed_work_may_start_on_any_day(found: Found) -> None:
    plan = "title: T\nstart: 2026-01-05\ntasks: {a: {name: A, duration: 2ed, start_on: 2026-01-10}}\n"
    assert found(plan) == []


def test_an_imposed_milestone_on_a_day_off_is_told_once(found: Found) -> None:
    plan = "title: T\nstart: 2026-01-05\nmilestones: {m: {name: M, start_on: 2026-01-10}}\n"
    assert found(plan) == ['3:37 start_on 2026-01-10 of "m" is a Saturday (imposed-on-day-off)']


@pytest.mark.parametrize(
    ("holidays", "count"),
    [
        ("2025-12-25", 1),
        ("2025-12-25, 2026-01-01", 0),
        ("{date: 2025-12-24, until: 2026-01-06}", 0),
        ("2027-01-01", 1),
        ("", 0),
    ],
)
def test_holidays_of_another_year_alone_are_found(found: Found, holidays: str, count: int) -> None:
    lines = found(f"title: T\nstart: 2026-01-12\ncalendar: {{holidays: [{holidays}]}}\n{WORK}")
    assert [line.rpartition(" ")[2] for line in lines] == ["(holidays-of-other-years)"] * count


def test_holidays_of_every_year_that_the_plan_touches_count(found: Found) -> None:
    plan = "title: T\nstart: 2025-12-29\ncalendar: {holidays: [2026-12-25]}\ntasks: {a: {name: A, duration: 5d}}\n"
    assert found(plan) == []


@pytest.mark.parametrize(
    ("holidays", "lines"),
    [
        ("2026-01-06, 2026-01-07", []),
        ("2026-01-06, 2026-01-06", ['3:35 2026-01-06 is a day off twice: "Holiday" and "Holiday" (holiday-twice)']),
        ("{date: 2026-01-06, until: 2026-01-08}, 2026-01-09", []),
        (
            "{date: 2026-01-06, until: 2026-01-08}, {date: 2026-01-08, name: Fair}",
            ['3:69 2026-01-08 is a day off twice: "Holiday" and "Fair" (holiday-twice)'],
        ),
    ],
)
def test_a_day_off_is_one_once(found: Found, holidays: str, lines: list[str]) -> None:
    assert found(f"title: T\nstart: 2026-01-05\ncalendar: {{holidays: [{holidays}]}}\n{WORK}") == lines


def test_days_off_need_a_plan_with_dates(found: Found) -> None:
    assert found("title: T\ncalendar: {worked: [2026-01-10]}\n" + WORK) == [
        '2:12 "worked" of a calendar in a plan without a start (holidays-without-start)'
    ]
    assert found("title: T\ncalendar: {holidays: []}\n" + WORK) == []


@pytest.mark.parametrize(
    ("due", "is_fault"),
    [
        ("finish_by: 2026-04-04", True),
        ("deadline: 2026-04-06", True),
        ("finish_by: 2026-04-11", False),
        ("finish_by: 2026-03-31", False),
        ("start_by: 2026-04-06", False),
        ("finish_by: 2026-04-07", False),
    ],
)
def test_nothing_is_handed_over_on_a_holiday(found: Found, due: str, *, is_fault: bool) -> None:
    plan = f"""title: T
start: 2026-03-16
calendar: {{holidays: [{{date: 2026-03-31, name: Fair}}, {{date: 2026-04-03, until: 2026-04-06, name: Easter}}]}}
tasks: {{a: {{name: A, duration: 9d}}}}
milestones: {{m: {{name: M, depends_on: a, {due}}}}}
"""
    told = [line for line in found(plan) if line.endswith("(imposed-on-day-off)")]
    assert len(told) == is_fault
