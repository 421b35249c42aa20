"""Tasks, dependencies in words, the critical chain, milestones."""

from collections.abc import Callable

import pytest

from generator.snapshot import Snapshot
from generator.views import critical_chain, deliverable_list, milestone_list, stages, task_table, wave_profile
from generator.views._waits import Wait

Taken = Callable[[str], Snapshot]


def words(wait: Wait) -> str:
    names = ", ".join(each.words for each in wait.of)
    return " ".join(filter(None, (wait.before, names, wait.after)))


def test_task_row_tells_span_duration_people_and_owner(teams: Snapshot) -> None:
    row = task_table.view(teams, "wave-1").rows[1]
    told = (row.name, row.when, row.duration, row.people, row.owner.words if row.owner else "")
    assert told == ("Login", "W1D2–W1D4", "3 days (2–5)", "1 Developer", "Ann")


def test_task_row_tells_dates_where_the_plan_has_a_start(dated: Snapshot) -> None:
    assert task_table.view(dated, "wave-1").rows[1].when == "W1D2–W1D4 (6–8 Jan)"


def test_critical_task_has_nothing_to_spare(teams: Snapshot) -> None:
    rows = {row.id: (row.critical, row.spare) for row in task_table.view(teams, "wave-2").rows}
    assert rows == {"search": (True, ""), "report": (False, "2 days")}


@pytest.mark.parametrize(
    ("dependency", "told"),
    [
        ("x", "after X"),
        ("x FS+2d", "2 days after X"),
        ("x FS-1d", "1 day before X finishes"),
        ("x SS", "once X has started"),
        ("x SS+2d", "2 days after X starts"),
        ("x FF", "finishes no earlier than X"),
        ("x FF+1w", "finishes 1 week after X or later"),
        ("x SF", "finishes once X has started"),
    ],
)
def test_dependency_is_told_in_words(taken: Taken, dependency: str, told: str) -> None:
    plan = f"tasks: {{x: {{name: X, duration: 3d}}, y: {{name: Y, duration: 2d, depends_on: [{dependency}]}}}}"
    row = next(row for row in task_table.view(taken(plan)).rows if row.id == "y")
    assert [words(wait) for wait in row.waits] == [told]


def test_dependencies_of_one_kind_are_told_as_one(teams: Snapshot) -> None:
    row = next(row for row in task_table.view(teams, "wave-2").rows if row.id == "search")
    assert [words(wait) for wait in row.waits] == ["after Schema, Sign-in"]


def test_imposed_start_is_a_reason_to_wait(taken: Taken) -> None:
    row = task_table.view(taken("start: 2026-01-05\ntasks: {x: {name: X, duration: 1d, start: W2D1}}")).rows[0]
    assert [words(wait) for wait in row.waits] == ["not before Week 2 Day 1 (Mon 12 Jan)"]


def test_task_without_dependencies_waits_for_what_its_phase_waits_for(taken: Taken) -> None:
    plan = """
phases:
  a: {name: A, tasks: {x: {name: X, duration: 1d}}}
  b: {name: B, depends_on: [a], tasks: {y: {name: Y, duration: 1d}}}
"""
    assert [words(wait) for wait in task_table.view(taken(plan), "b").rows[0].waits] == ["the beginning of Phase 2"]


def test_live_facts_in_a_description_are_filled_in(taken: Taken) -> None:
    plan = "tasks: {x: {name: X, duration: 1d, description: \"Ends {{ finish('x') }}.\"}}"
    assert task_table.view(taken(plan)).described[0].description == "Ends Week 1 Day 1."


def test_empty_columns_of_tasks_are_told(taken: Taken) -> None:
    table = task_table.view(taken("tasks: {x: {name: X, duration: 1d}}"))
    assert (table.has_who, table.has_waits) == (False, False)


def test_chain_gives_the_reason_for_each_date(teams: Snapshot) -> None:
    chain = critical_chain.view(teams)
    assert [(link.task.words, words(link.reason)) for link in chain.links] == [
        ("Schema", "starts with the plan"),
        ("Login", "1 day after Schema starts"),
        ("Search", "after Login"),
    ]


def test_chain_names_its_length_and_its_finish(dated: Snapshot) -> None:
    chain = critical_chain.view(dated)
    assert (chain.words, chain.finish) == ("3 tasks in a row, 6 days of working time", "12 January 2026")


def test_chain_goes_through_the_wave_that_waits(taken: Taken) -> None:
    plan = """
waves:
  a: {name: A, tasks: {x: {name: X, duration: 1d}}}
  b: {name: B, depends_on: [a], tasks: {y: {name: Y, duration: 1d}}}
"""
    last = critical_chain.view(taken(plan)).links[-1]
    assert [gate.words for gate in last.gates] == ["Wave 2", "Wave 1"]


def test_chain_of_a_plan_without_tasks_is_empty(taken: Taken) -> None:
    chain = critical_chain.view(taken("phases: {a: {name: A}}"))
    assert (chain.links, chain.finish, chain.nearly) == ((), "", ())


def test_milestone_tells_what_it_waits_for(teams: Snapshot) -> None:
    row = milestone_list.view(teams).rows[0]
    assert (row.when, [words(wait) for wait in row.waits]) == ("W2D1", ["after Search, Report"])


def test_milestones_of_a_wave_are_its_own(teams: Snapshot) -> None:
    assert milestone_list.view(teams, "wave-1").rows == ()


def test_wave_without_tasks_has_no_dates(taken: Taken) -> None:
    facts = wave_profile.view(taken("waves: {a: {name: A}}"), "a")
    assert (facts.when, facts.critical, facts.people) == ("", False, "")


def test_deliverable_is_there_when_the_last_of_its_tasks_is_done(taken: Taken) -> None:
    plan = """
waves:
  a:
    name: A
    tasks:
      x: {name: X, duration: 1d, delivers: [d]}
      y: {name: Y, duration: 3d, delivers: [d]}
deliverables: {d: {name: D}}
"""
    line = deliverable_list.view(taken(plan), "a").lines[0]
    assert ([task.words for task in line.tasks], line.when) == (["X", "Y"], "W1D3")


def test_stages_count_what_there_is(teams: Snapshot) -> None:
    assert stages.view(teams).contents == "1 phase, 2 waves and 4 tasks"


def test_stages_of_loose_tasks_have_no_phases(taken: Taken) -> None:
    told = stages.view(taken("tasks: {x: {name: X, duration: 1d}}"))
    assert (told.phases, told.waves, told.tasks, told.linked) == ((), (), True, False)
