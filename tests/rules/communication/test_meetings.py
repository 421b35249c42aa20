"""Rules on meetings: their days, hours, lengths, people and gates."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def found_by(rule: str, lines: list[str]) -> list[str]:
    return [line.removesuffix(f" ({rule})") for line in lines if line.endswith(f" ({rule})")]


def meeting(rest: str, calendar: str = "") -> str:
    return f"title: T\n{calendar}meetings: {{m: {{name: M, audience: A, {rest}}}}}\n"


@pytest.mark.parametrize(
    "length",
    [
        "15 minutes", "1 hour", "1h", "90m", "1.5 hours", "1,5 h", "1 h 30 min", "2 hours and 15 minutes",
        "30-45 min",
        "30 to 45 minutes", "half an hour", "an hour and a half", "About 20 minutes", "up to 1 hour", "half a day",
        "a day", "1 day", "45-minute", "20 min.",
    ],
)  # fmt: skip
def test_lengths_as_people_write_them_are_read(found: Found, length: str) -> None:
    assert found(meeting(f'on: fri, lasts: "{length}"')) == []


@pytest.mark.parametrize(
    "length", ["15", "a while", "0 minutes", "2 weeks", "5 days", "15 parsecs", "one coffee", "-"]
)
def test_what_is_no_time_within_a_day_is_found(found: Found, length: str) -> None:
    lines = found(meeting(f'on: fri, lasts: "{length}"'))
    assert lines == [f'2:54 "m" lasts "{length}", which is no time within a day (meeting-length)']


def test_each_day_off_of_a_meeting_is_found(found: Found) -> None:
    lines = found(meeting("on: [sat, mon, sun], lasts: 1 h"))
    assert found_by("meeting-on-day-off", lines) == [
        '2:43 "m" is held on Saturday, which is no workday',
        '2:53 "m" is held on Sunday, which is no workday',
    ]


def test_a_day_on_which_some_team_works_is_a_workday(found: Found) -> None:
    plan = meeting(
        "on: sat, lasts: 1 h",
        "calendars: {night: {workdays: [sat]}}\ntasks: {a: {name: A, duration: 1d, calendar: night}}\n",
    )
    assert found_by("meeting-on-day-off", found(plan)) == []


HOURS = 'calendar: {hours: ["8:00-12:00", "13:00-17:00"], hours_on: {fri: ["8:00-12:00"]}}\n'


@pytest.mark.parametrize(
    ("on", "at", "lasts", "day"),
    [
        ("daily", "8:00", "1 hour", None),
        ("thu", "16:00", "1 hour", None),
        ("thu", "11:30", "1 hour", None),
        ("fri", "11:00", "1 hour", None),
        ("thu", "7:45", "15 minutes", "Thursday"),
        ("thu", "12:15", "15 minutes", "Thursday"),
        ("thu", "16:30", "1 hour", "Thursday"),
        ("[thu, fri]", "11:30", "1 hour", "Friday"),
        ("daily", "14:00", "1 hour", "Friday"),
        ("sat", "14:00", "1 hour", None),
    ],
)
def test_meetings_begin_and_end_in_working_hours(found: Found, on: str, at: str, lasts: str, day: str | None) -> None:
    lines = found_by("meeting-outside-hours", found(meeting(f'on: {on}, at: "{at}", lasts: {lasts}', HOURS)))
    assert [line.rpartition(" ")[2] for line in lines] == ([day] if day else [])


def test_a_plan_that_tells_no_hours_is_asked_for_none(found: Found) -> None:
    assert found(meeting('on: fri, at: "6:00", lasts: 1 hour')) == []


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ('on: fri, at: "9:00", lasts: 1 h', 'on: fri, at: "9:30", lasts: 1 h', "the same audience"),
        ('on: daily, at: "9:00", lasts: 1 h', 'on: fri, at: "9:30", lasts: 1 h', "the same audience"),
        ('on: fri, at: "9:00", lasts: 1 h', 'on: fri, at: "10:00", lasts: 1 h', None),
        ('on: fri, at: "9:00", lasts: 1 h', 'on: thu, at: "9:00", lasts: 1 h', None),
        ('on: fri, at: "9:00", lasts: 1 h', "on: fri, lasts: 1 h", None),
        ('on: fri, at: "9:00", lasts: 1 h, audience: B', 'on: fri, at: "9:00", lasts: 1 h', None),
        (
            'on: fri, at: "9:00", lasts: 1 h, audience: B, chair: ada',
            'on: fri, at: "9:00", lasts: 1 h, chair: ada',
            '"ada" in both chairs',
        ),
        (
            'on: fri, at: "9:00", lasts: 1 h, audience: B, chair: dev',
            'on: fri, at: "9:00", lasts: 1 h, chair: dev',
            None,
        ),
        (
            'on: fri, at: "9:00", lasts: 1 h, audience: B, per_wave: true',
            'on: fri, at: "9:00", lasts: 1 h, per_wave: true',
            "every wave team in both",
        ),
    ],
)  # fmt: skip
def test_meetings_clash_where_people_belong_to_both(
    found: Found, first: str, second: str, people: str | None
) -> None:
    lines = [
        f"  {name}: {{name: {name}, {rest}{'' if 'audience' in rest else ', audience: A'}}}\n"
        for name, rest in (("x", first), ("y", second))
    ]
    people_in = "roles: {dev: {name: D, count: 2}}\npeople: {ada: {name: Ada, role: dev}}\n"
    told = found_by("meeting-clash", found(f"title: T\n{people_in}meetings:\n{''.join(lines)}"))
    expected = [f"{people} (line 5)"] if people else []
    assert [line.rpartition(" with ")[2] for line in told] == expected


HELD = """title: T
start: 2026-01-05
calendar: {{holidays: [2026-01-09]}}
roles: {{dev: {{name: Dev}}}}
people: {{ada: {{name: Ada, role: dev, leave: [2026-01-08, 2026-01-16]}}}}
tasks: {{a: {{name: A, duration: {duration}, owner: ada}}}}
meetings: {{m: {{name: M, audience: A, lasts: 1 h, on: {on}, chair: ada}}}}
"""


@pytest.mark.parametrize(
    ("duration", "on", "held"),
    [
        ("4d", "fri", False),
        ("4d", "[thu, fri]", True),
        ("9d", "fri", True),
        ("3d", "thu", False),
        ("1d", "daily", True),
    ],
)
def test_a_meeting_needs_a_day_that_is_worked(found: Found, duration: str, on: str, held: bool) -> None:  # noqa: FBT001 - a column of the table
    lines = found_by("meeting-never-held", found(HELD.format(duration=duration, on=on)))
    assert bool(lines) is not held


@pytest.mark.parametrize(
    ("on", "missed"),
    [("fri", "Week 2 Day 5"), ("[thu, fri]", "Week 1 Day 4 and Week 2 Day 5"), ("mon", ""), ("daily", "")],
)
def test_a_chair_is_missed_on_each_day_of_leave(found: Found, on: str, missed: str) -> None:
    lines = found_by("chair-away", found(HELD.format(duration="10d", on=on)))
    assert [line.rpartition(" on ")[2] for line in lines] == ([missed] if missed else [])


GATES = """title: T
tasks: {{a: {{name: A, duration: 5d}}}}
milestones: {{m: {{name: M, depends_on: a}}, n: {{name: N{n}}}}}
checkpoints: {{c: {{at: W1D5, scope: a, name: C}}}}
meetings: {{r: {{name: R, on: fri, lasts: 1 h, audience: A, covers: [{covers}]}}}}
"""


@pytest.mark.parametrize(
    ("covers", "untold"), [("", []), ("c", []), ("m", ["n"]), ("[c, m]", ["n"]), ("m, n", []), ("n", ["m"])]
)
def test_gates_of_a_kind_are_told_all_or_none(found: Found, covers: str, untold: list[str]) -> None:
    lines = found_by("gate-untold", found(GATES.format(covers=covers.strip("[]"), n="")))
    assert [line.partition(" ")[2] for line in lines] == [f'no meeting tells of "{gate}"' for gate in untold]


def test_a_milestone_that_is_reached_need_not_be_told(found: Found) -> None:
    assert found_by("gate-untold", found(GATES.format(covers="m", n=", done: true"))) == []
