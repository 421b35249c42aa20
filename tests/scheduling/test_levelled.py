"""Levelling a plan: nobody is at work twice, what waits is explained, and nothing waits without a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.plan import Plan
from generator.scheduling.drivers import Cause
from generator.scheduling.overload import overloads
from generator.scheduling.schedule import Schedule, compute_schedule
from generator.sources.plan_files import parse_plan
from generator.validation import validate

ONE = "title: T\nschedule: {level: true}\nroles: {dba: {name: B, count: 1}}\n"


def levelled(text: str) -> tuple[Plan, Schedule]:
    plan = validate(parse_plan(text.encode(), "plan.yaml")).plan
    assert plan is not None
    return plan, compute_schedule(plan)


def links(schedule: Schedule) -> set[tuple[str, str, str, int]]:
    edges = (edge for into in schedule.network.into.values() for edge in into)
    return {(edge.source, edge.target, edge.link, edge.lag) for edge in edges}


def starts(schedule: Schedule) -> dict[str, int]:
    return {
        task.id: schedule.time.day_of_start(schedule.dates[task.id].early_start).index
        for task in schedule.breakdown.tasks
    }


def of(**tasks: str) -> str:
    """Write tasks told as `days` or `days after other`, each in need of the one there is."""
    told = (f"{item}: {{name: T, needs: {{dba: 1}}, {rest}}}" for item, rest in tasks.items())
    return f"{ONE}tasks: {{{', '.join(told)}}}"


def test_work_waits_until_who_it_needs_is_free() -> None:
    _, schedule = levelled(of(a="duration: 3d", b="duration: 1d, depends_on: a", c="duration: 1d"))
    days = starts(schedule)
    assert days["a"] < days["b"]
    assert len(set(days.values())) == 3
    assert schedule.time.day_of_finish(schedule.finish).index == 4


def test_the_wait_is_a_driver_that_names_who_was_at_work() -> None:
    _, schedule = levelled(of(a="duration: 3d", b="duration: 1d", c="duration: 2d, depends_on: a"))
    waits = schedule.levelled.waits if schedule.levelled else ()
    assert waits
    for wait in waits:
        (driver,) = (each for each in schedule.dates[wait.task].drivers if each.cause is Cause.RESOURCE)
        assert (driver.item, driver.resource) == (wait.holders[0], "dba")


def test_leave_takes_people_out_of_their_role_for_as_long() -> None:
    people = "people: {x: {name: X, role: dba, leave: [{date: W1D2, until: W1D3}]}}\n"
    _, schedule = levelled(f"{ONE}{people}tasks: {{a: {{name: A, duration: 2d, needs: {{dba: 1}}}}}}")
    assert starts(schedule) == {"a": 3}
    assert schedule.dates["a"].drivers[0].cause is Cause.RESOURCE


def test_a_demand_beyond_everybody_is_left_where_it_is_and_told() -> None:
    _, schedule = levelled(of(a="duration: 1d, depends_on: b", b="duration: 1d").replace("dba: 1", "dba: 2", 1))
    assert starts(schedule) == {"a": 1, "b": 0}
    assert schedule.levelled is not None
    assert [(task, resource.id) for task, resource in schedule.levelled.unmet] == [("a", "dba")]


def test_somebody_works_on_one_task_at_a_time() -> None:
    people = "people: {x: {name: X, role: dba}}\n"
    _, schedule = levelled(
        f"{ONE}{people}tasks: {{a: {{name: A, duration: 2d, people: x}}, b: {{name: B, duration: 1d, people: x}}}}"
    )
    assert sorted(starts(schedule).values()) in ([0, 1], [0, 2])


def test_work_by_day_and_by_night_does_not_clash() -> None:
    text = (
        "title: T\nroles: {dba: {name: B, count: 1}}\ncalendars: {night: {name: N, hours: ['20:00-24:00']}}\n"
        "tasks: {a: {name: A, duration: 2d, needs: {dba: 1}},"
        " b: {name: B, duration: 2d, calendar: night, needs: {dba: 1}}}"
    )
    plan, schedule = levelled(text)
    assert list(overloads(plan, schedule)) == []


@st.composite
def crowded(draw: st.DrawFn) -> str:
    """Draw a plan with more work than people: roles, teams, people on leave, links of all kinds."""
    count = draw(st.integers(2, 8))
    tasks = []
    for number in range(count):
        needs = draw(st.dictionaries(st.sampled_from(["dev", "dba"]), st.integers(1, 2), max_size=2))
        who = draw(st.lists(st.sampled_from(["ada", "bo"]), unique=True, max_size=1))
        link = draw(st.sampled_from(["", " SS", " FF", " FS+1d", " SS+2d", " -1d"]))
        after = draw(st.lists(st.integers(0, number - 1), unique=True, max_size=2)) if number else []
        depends = ", ".join(f"t{other}{link}" for other in after)
        wanted = ", ".join(f"{role}: {number_of}" for role, number_of in needs.items())
        days = draw(st.integers(1, 5))
        people = f"needs: {{{wanted}}}, people: [{', '.join(who)}]"
        tasks.append(f"      t{number}: {{name: T, duration: {days}d, {people}, depends_on: [{depends}]}}")
    leave = draw(st.sampled_from(["[]", "[W1D2]", "[{date: W1D3, until: W2D2}]"]))
    return "\n".join(
        [
            "title: T",
            "schedule: {level: true}",
            "roles: {dev: {name: D, count: 2}, dba: {name: B, count: 2}}",
            f"people: {{ada: {{name: A, role: dev, leave: {leave}}}, bo: {{name: B, role: dba}}}}",
            "waves:",
            "  w:",
            "    name: W",
            "    team: {dev: 2, dba: 2}",
            "    tasks:",
            *tasks,
        ]
    )


@given(crowded())
def test_nobody_is_over_capacity_once_the_plan_is_levelled(text: str) -> None:
    plan, schedule = levelled(text)
    assert list(overloads(plan, schedule)) == []


@given(crowded())
def test_levelling_moves_work_only_later_and_keeps_its_links(text: str) -> None:
    _, before = levelled(text.replace("level: true", "level: false"))
    _, after = levelled(text)
    for item in before.breakdown.tasks:
        assert after.dates[item.id].early_start >= before.dates[item.id].early_start
    assert links(before) <= links(after)


@given(crowded())
def test_what_waits_has_a_reason(text: str) -> None:
    _, schedule = levelled(text)
    assert schedule.levelled is not None
    causes = {item: {driver.cause for driver in dates.drivers} for item, dates in schedule.dates.items()}
    assert all(Cause.RESOURCE in causes[wait.task] for wait in schedule.levelled.waits)


@pytest.mark.parametrize("seconds", [None, 5.0])
def test_the_bound_is_told_where_one_calendar_holds(seconds: float | None) -> None:
    if seconds is not None:
        pytest.importorskip("ortools", reason="the extra planpress[optimize] is not installed")
    plan, _ = levelled(of(a="duration: 3d", b="duration: 1d"))
    found = compute_schedule(plan, exact_seconds=seconds).levelled
    assert found is not None
    assert found.bound == 4 * 480


def test_somebodys_own_leave_interrupts_the_task_and_does_not_hold_it_up() -> None:
    people = "people: {x: {name: X, role: dba, leave: [{date: W1D3, until: W1D4}]}}\n"
    _, schedule = levelled(f"{ONE}{people}tasks: {{a: {{name: A, duration: 4d, people: x}}}}")
    assert starts(schedule) == {"a": 0}
    assert schedule.time.day_of_finish(schedule.finish).index == 7
