"""Named calendars, leave and public holidays: who works when, and what that does to dates."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from generator.scheduling.schedule import Schedule

Scheduled = Callable[[str], Schedule]


def moments(schedule: Schedule, item: str) -> tuple[str, str]:
    """Tell the start and finish of an item as points in time."""
    origin = datetime.combine(schedule.time.start_date or date.min, datetime.min.time())
    dates = schedule.dates[item]
    start, finish = (origin + timedelta(minutes=at) for at in (dates.early_start, dates.early_finish))
    return start.isoformat(" ", "minutes"), finish.isoformat(" ", "minutes")


NIGHT = """
start: 2026-01-05
calendars:
  night:
    name: Night
    workdays: [mon, tue, wed, thu, fri, sat]
    hours: ["0:00-6:00", "22:00-24:00"]
    hours_on: {mon: ["22:00-24:00"], sat: ["0:00-6:00"]}
"""


def test_a_task_is_worked_on_in_the_hours_of_its_calendar(scheduled: Scheduled) -> None:
    schedule = scheduled(f"{NIGHT}tasks: {{move: {{name: M, duration: 10h, calendar: night}}}}")
    assert moments(schedule, "move") == ("2026-01-05 22:00", "2026-01-07 00:00")


def test_a_day_of_work_is_as_long_as_the_plans_own(scheduled: Scheduled) -> None:
    calendar = "calendars: {half: {name: Half, hours: ['9:00-13:00']}}\n"
    schedule = scheduled(f"start: 2026-01-05\n{calendar}tasks: {{a: {{name: A, duration: 2d, calendar: half}}}}")
    assert moments(schedule, "a") == ("2026-01-05 09:00", "2026-01-08 13:00")


def test_a_wave_hands_its_calendar_to_its_tasks(scheduled: Scheduled) -> None:
    tasks = "tasks: {a: {name: A, duration: 2h}, b: {name: B, duration: 2h, calendar: day}}"
    day = "  day: {name: Day, hours: ['8:00-16:00']}\n"
    schedule = scheduled(f"{NIGHT}{day}waves: {{w: {{name: W, calendar: night, {tasks}}}}}")
    assert moments(schedule, "a")[0] == "2026-01-05 22:00"
    assert moments(schedule, "b")[0] == "2026-01-05 09:00"


def test_work_goes_on_while_anybody_on_it_works(scheduled: Scheduled) -> None:
    roles = "roles: {guard: {name: G, calendar: night}, clerk: {name: C}}\n"
    schedule = scheduled(f"{NIGHT}{roles}tasks: {{a: {{name: A, duration: 12h, needs: {{guard: 1, clerk: 1}}}}}}")
    assert moments(schedule, "a") == ("2026-01-05 09:00", "2026-01-06 02:00")


def test_people_work_only_while_the_works_own_calendar_allows(scheduled: Scheduled) -> None:
    more = "  early: {name: E, hours: ['7:00-11:00']}\nroles: {clerk: {name: C}}\n"
    calendars = f"{NIGHT}{more}people: {{kim: {{name: K, role: clerk, calendar: early}}}}\n"
    schedule = scheduled(f"{calendars}calendar: {{}}\ntasks: {{a: {{name: A, duration: 4h, people: kim}}}}")
    assert moments(schedule, "a") == ("2026-01-05 09:00", "2026-01-06 09:00")


@pytest.mark.parametrize(
    ("leave", "finish"),
    [
        ("[]", "2026-01-07 17:00"),
        ("[2026-01-06]", "2026-01-08 17:00"),
        ("[{date: 2026-01-06, until: 2026-01-12}]", "2026-01-14 17:00"),
        ("[{date: W1D2, until: W1D3}]", "2026-01-09 17:00"),
    ],
)
def test_leave_moves_the_work_of_the_person_named(scheduled: Scheduled, leave: str, finish: str) -> None:
    people = f"roles: {{dev: {{name: D}}}}\npeople: {{ada: {{name: A, role: dev, leave: {leave}}}}}\n"
    schedule = scheduled(f"start: 2026-01-05\n{people}tasks: {{a: {{name: A, duration: 3d, people: ada}}}}")
    assert moments(schedule, "a")[1] == finish


def test_leave_of_one_of_two_moves_nothing(scheduled: Scheduled) -> None:
    people = "people: {ada: {name: A, role: dev, leave: [2026-01-06]}, bo: {name: B, role: dev}}\n"
    tasks = "tasks: {a: {name: A, duration: 3d, people: [ada, bo]}}"
    schedule = scheduled(f"start: 2026-01-05\nroles: {{dev: {{name: D}}}}\n{people}{tasks}")
    assert moments(schedule, "a")[1] == "2026-01-07 17:00"


@pytest.mark.parametrize(
    ("calendar", "finish"),
    [
        ("{}", "2026-01-06 17:00"),
        ("{country: DE, region: BY}", "2026-01-07 17:00"),
        ("{country: DE}", "2026-01-06 17:00"),
        ("{country: DE, region: BY, worked: [2026-01-06]}", "2026-01-06 17:00"),
        ("{holidays: [{date: 2026-01-06, until: 2026-01-09, name: Move}]}", "2026-01-12 17:00"),
    ],
)
def test_holidays_of_a_country_and_of_a_list_are_days_off(scheduled: Scheduled, calendar: str, finish: str) -> None:
    schedule = scheduled(f"start: 2026-01-05\ncalendar: {calendar}\ntasks: {{a: {{name: A, duration: 2d}}}}")
    assert moments(schedule, "a")[1] == finish


def test_the_plans_days_off_hold_in_other_calendars_unless_they_tell_their_own(scheduled: Scheduled) -> None:
    calendars = "calendars: {as-plan: {name: P}, own: {name: O, holidays: []}}\n"
    tasks = "tasks: {a: {name: A, duration: 1d, calendar: as-plan}, b: {name: B, duration: 1d, calendar: own}}"
    schedule = scheduled(f"start: 2026-01-05\ncalendar: {{holidays: [2026-01-05]}}\n{calendars}{tasks}")
    assert moments(schedule, "a")[0] == "2026-01-06 09:00"
    assert moments(schedule, "b")[0] == "2026-01-06 09:00"
    again = scheduled(
        f"start: 2026-01-05\ncalendar: {{holidays: [2026-01-06]}}\n{calendars}"
        f"{tasks.replace('duration: 1d', 'duration: 2d')}"
    )
    assert moments(again, "a")[1] == "2026-01-07 17:00"
    assert moments(again, "b")[1] == "2026-01-06 17:00"


def test_a_lag_counts_on_the_calendar_of_what_waits(scheduled: Scheduled) -> None:
    tasks = "tasks: {a: {name: A, duration: 1d}, b: {name: B, duration: 1h, calendar: night, depends_on: a +8h}}"
    schedule = scheduled(f"{NIGHT}{tasks}")
    assert moments(schedule, "b")[0] == "2026-01-06 22:00"


def test_a_wave_finishes_with_the_last_of_its_members_by_whatever_calendar(scheduled: Scheduled) -> None:
    members = "a: {name: A, duration: 4h, calendar: night}, b: {name: B, duration: 3h, calendar: night}"
    schedule = scheduled(f"{NIGHT}waves: {{w: {{name: W, tasks: {{{members}}}}}}}\n")
    assert moments(schedule, "w")[1] == "2026-01-06 02:00"


def test_a_day_with_a_time_is_that_moment(scheduled: Scheduled) -> None:
    first = "a: {name: A, duration: 2h, start: '2026-01-06 14:00'}"
    schedule = scheduled(f"start: 2026-01-05\ntasks: {{{first}, b: {{name: B, duration: 1h, start: W1D2 11:30}}}}")
    assert moments(schedule, "a") == ("2026-01-06 14:00", "2026-01-06 16:00")
    assert moments(schedule, "b")[0] == "2026-01-06 11:30"


def test_hours_of_a_weekday_replace_those_of_the_others(scheduled: Scheduled) -> None:
    calendar = "calendar: {hours: ['9:00-17:00'], hours_on: {fri: ['9:00-13:00']}}\n"
    schedule = scheduled(
        f"start: 2026-01-09\n{calendar}tasks: {{a: {{name: A, duration: 1d}}, b: {{name: B, duration: 1w}}}}"
    )
    assert moments(schedule, "a")[1] == "2026-01-12 13:00"
    assert moments(schedule, "b")[1] == "2026-01-15 17:00"
