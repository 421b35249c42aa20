"""Rules on what a plan refers to, and on what can have dates at all."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def tasks(**lines: str) -> str:
    return "title: T\ntasks:\n" + "".join(
        f"  {name}: {{name: {name}, duration: 1d, {rest}}}\n" for name, rest in lines.items()
    )


def test_a_task_that_waits_for_itself_is_told_as_that(found: Found) -> None:
    assert found(tasks(a="depends_on: a")) == ['3:42 "a" depends on itself (dependency-cycle)']


WAVE = """title: T
waves:
  w:
    name: W
    depends_on: [{wave}]
    tasks:
      a: {{name: A, duration: 1d, depends_on: [{task}]}}
"""


def test_a_wave_cannot_wait_for_its_own_task(found: Found) -> None:
    assert found(WAVE.format(wave="a", task="")) == [
        '5:18 "w" depends on "a", which is part of it (dependency-cycle)'
    ]


@pytest.mark.parametrize("link", ["w", "w SS+1d", "w FF"])
def test_a_task_cannot_wait_for_its_own_wave(found: Found, link: str) -> None:
    assert found(WAVE.format(wave="", task=link)) == [
        '7:47 "a" depends on "w", of which it is part (dependency-cycle)'
    ]


def test_a_task_cannot_wait_for_the_phase_of_its_wave(found: Found) -> None:
    plan = WAVE.format(wave="", task="p").replace("name: W\n", "name: W\n    phase: p\n") + "phases: {p: {name: P}}\n"
    assert found(plan) == ['8:47 "a" depends on "p", of which it is part (dependency-cycle)']


def test_a_circle_is_named_once_in_its_shortest_form(found: Found) -> None:
    plan = tasks(a="depends_on: c", b="depends_on: [a, c]", c="depends_on: b", behind="depends_on: a")
    assert found(plan) == ['4:46 dependency cycle: "b" -> "c" -> "b" (lines 4 and 5) (dependency-cycle)']


def test_two_circles_apart_are_both_named(found: Found) -> None:
    plan = tasks(a="depends_on: b", b="depends_on: a", c="depends_on: d", d="depends_on: c", e="depends_on: [b, c]")
    assert [line.partition(" ")[2] for line in found(plan)] == [
        'dependency cycle: "a" -> "b" -> "a" (lines 3 and 4) (dependency-cycle)',
        'dependency cycle: "c" -> "d" -> "c" (lines 5 and 6) (dependency-cycle)',
    ]


CROSSED = """title: T
waves:
  one: {name: One, tasks: {a: {name: A, duration: 1d, depends_on: c}, b: {name: B, duration: 1d}}}
  two: {name: Two, depends_on: one, tasks: {c: {name: C, duration: 1d}}}
"""


def test_a_circle_through_waves_is_told_in_items_with_the_links_to_remove(found: Found, helped: Found) -> None:
    circle = '"a" -> "c" -> "two" -> "one" -> "a"'
    assert found(CROSSED) == [f"3:67 dependency cycle: {circle} (lines 3 and 4) (dependency-cycle)"]
    assert helped(CROSSED) == ['remove "c" from "a" or "one" from "two"']


def test_a_long_chain_behind_a_circle_is_no_circle(found: Found) -> None:
    chain = {f"t{number}": f"depends_on: t{number - 1}" for number in range(1, 400)}
    assert len(found(tasks(t0="depends_on: [t2]", **chain))) == 1


def test_an_unknown_reference_is_told_with_the_nearest_name(found: Found, helped: Found) -> None:
    plan = "title: T\nroles: {developer: {name: D}}\nwaves: {w: {name: W, team: {develper: 2}}}\n"
    assert found(plan) == ['3:29 unknown role "develper" (unknown-reference)']
    assert helped(plan) == ['did you mean "developer"?']


def test_a_reference_to_another_kind_says_which_kind_it_is(helped: Found) -> None:
    plan = "title: T\nroles: {qa: {name: Q}}\ntasks: {a: {name: A, duration: 1d, depends_on: qa}}\n"
    assert helped(plan) == ['"qa" is a role']


def test_an_ambiguous_owner_says_how_to_write_either(found: Found, helped: Found) -> None:
    plan = """title: T
roles: {qa: {name: Q}}
people: {qa: {name: P, role: qa}}
tasks: {a: {name: A, duration: 1d, owner: qa}}
"""
    assert found(plan) == ['4:43 "qa" is both a person and a role (unknown-reference)']
    assert helped(plan) == ['write "person:qa" or "role:qa"']
    assert found(plan.replace("owner: qa", "owner: person:qa")) == []


def test_a_kind_before_an_id_that_needs_none_is_refused(helped: Found) -> None:
    assert helped(tasks(a="", b="depends_on: 'task:a'")) == ['write "a"']


STARTED = "title: T\nstart: 2026-01-07\nmilestones: {m: {name: M, start: DAY}}\n"


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("W1D6", 'no day "W1D6": a week has 5 workdays'),
        ("W1D2", '"W1D2" is before the plan starts (2026-01-07)'),
        ("2026-01-06", '"2026-01-06" is before the plan starts (2026-01-07)'),
        ("2127-01-05", '"2127-01-05" is more than a hundred years after the start'),
    ],
)
def test_a_day_that_the_plan_does_not_have_is_found_at_its_place(found: Found, day: str, message: str) -> None:
    assert found(STARTED.replace("DAY", day)) == [f"3:34 {message} (no-such-day)"]


@pytest.mark.parametrize("day", ["W1D3", "W9D5", "2026-01-07"])
def test_days_of_the_plan_are_none_of_its_problems(found: Found, day: str) -> None:
    assert found(STARTED.replace("DAY", day)) == []


def test_a_date_needs_a_plan_with_a_start(found: Found) -> None:
    plan = "title: T\ntasks: {a: {name: A, duration: 1d}}\ncheckpoints: {c: {at: 2026-01-05, scope: a}}\n"
    assert found(plan) == ['3:23 date "2026-01-05" in a plan without a start (no-such-day)']


def test_a_six_day_week_has_a_sixth_day(found: Found) -> None:
    plan = "title: T\ncalendar: {workdays: [mon, tue, wed, thu, fri, sat]}\nmilestones: {m: {name: M, start: W1D6}}\n"
    assert found(plan) == []


@pytest.mark.parametrize("link", ["FF", "SF+1d"])
def test_only_tasks_decide_when_a_phase_finishes(found: Found, link: str) -> None:
    plan = f"title: T\nphases: {{p: {{name: P, depends_on: a {link}}}}}\ntasks: {{a: {{name: A, duration: 1d}}}}\n"
    assert [line.rpartition(" ")[2] for line in found(plan)] == ["(summary-finish-link)"]


def test_a_duration_below_a_minute_is_no_work(found: Found) -> None:
    assert found("title: T\ntasks: {a: {name: A, duration: 0.4m}}\n") == [
        '2:32 task "a" takes no time (0.4m) (zero-duration)'
    ]


def test_a_plan_of_a_thousand_years_is_refused_before_any_date_overflows(found: Found) -> None:
    chain = {f"t{number}": f"depends_on: t{number - 1} FS+5000w" for number in range(1, 100)}
    lines = found("title: T\nstart: 2026-01-05\n" + tasks(t0="", **chain).partition("\n")[2])
    assert [line.rpartition(" ")[2] for line in lines] == ["(plan-too-long)"]


def test_many_long_tasks_side_by_side_are_a_plan(found: Found) -> None:
    lines = found(tasks(**{f"t{number}": "" for number in range(300)}).replace("1d", "50w"))
    assert not any(line.endswith("(plan-too-long)") for line in lines)


def test_structural_errors_stop_the_schedule_and_say_nothing_about_dates(found: Found) -> None:
    plan = tasks(a="depends_on: nope") + "committed: {weeks: 9}\n"
    assert [line.rpartition(" ")[2] for line in found(plan)] == ["(unknown-reference)"]


def test_a_very_long_circle_is_told_by_its_ends(found: Found, helped: Found) -> None:
    plan = tasks(**{f"t{number}": f"depends_on: t{(number + 1) % 30}" for number in range(30)})
    assert found(plan)[0].endswith('-> (23 more) -> "t27" -> "t28" -> "t29" -> "t0" (lines 3-32) (dependency-cycle)')
    assert helped(plan) == ["remove one of these dependencies"]
