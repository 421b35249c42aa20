"""Who works where, how many are needed, and what goes from team to team."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import handovers, people_list, role_list, shared_roles, side_by_side, weekly_load

ONE_ROLE = "roles: {dev: {name: Dev, count: 1}}\n"
LAST = "y: {name: Y, duration: 1d, depends_on: x}"
Taken = Callable[[str], Snapshot]


def test_load_stands_beside_those_that_there_are(teams: Snapshot) -> None:
    table = weekly_load.view(teams).roles[0]
    assert table.heads == ("Developer", "DBA")
    assert [[cell.words for cell in row.cells] for row in table.rows] == [["2 of 2", "1 of 1"]]


def test_weeks_that_are_alike_are_told_in_one_row_with_their_dates(dated: Snapshot) -> None:
    assert [row.week for row in weekly_load.view(dated).roles[0].rows] == ["Weeks 1-2 (5–16 Jan)"]


def test_weeks_that_differ_are_told_apart(taken: Taken) -> None:
    table = weekly_load.view(taken(f"{ONE_ROLE}tasks: {{x: {{name: X, duration: 1w, needs: {{dev: 1}}}}, {LAST}}}"))
    assert [(row.week, row.cells[0].words) for row in table.roles[0].rows] == [
        ("Week 1", "1 of 1"),
        ("Week 2", "free"),
    ]


def test_quiet_weeks_of_a_wave_are_told_in_one_row(taken: Taken) -> None:
    tasks = ("a: {name: A, tasks: {x: {name: X, duration: 4w}}}", "b: {name: B, tasks: {y: {name: Y, duration: 1d}}}")
    rows = side_by_side.view(taken(f"waves: {{{', '.join(tasks)}}}")).weeks
    assert [row.week for row in rows] == ["Week 1", "Weeks 2-3", "Week 4"]


def test_wave_that_needs_more_than_its_team_is_over(teams: Snapshot) -> None:
    load = weekly_load.view(teams)
    told = "Developer of Wave 2: Features, Week 1 Day 5 to Week 2 Day 1: Search needs 2, there is 1"
    assert load.over == (told,)
    assert [cell.over for cell in load.waves[0].rows[0].cells] == [False, True]


def test_many_roles_are_told_in_several_tables(taken: Taken) -> None:
    names = [f"r{number}" for number in range(7)]
    roles = "".join(f"  {name}: {{name: {name}}}\n" for name in names)
    needs = ", ".join(f"{name}: 1" for name in names)
    plan = taken(f"roles:\n{roles}tasks: {{x: {{name: X, duration: 1d, needs: {{{needs}}}}}}}")
    assert [len(table.heads) for table in weekly_load.view(plan).roles] == [5, 2]


def test_plan_without_people_has_no_load(taken: Taken) -> None:
    load = weekly_load.view(taken("tasks: {x: {name: X, duration: 1d}}"))
    assert (load.roles, load.waves, load.over) == ((), (), ())


def test_person_leads_a_wave_and_answers_for_tasks(teams: Snapshot) -> None:
    ann, bo = people_list.view(teams).rows
    assert ([each.words for each in ann.leads], [each.words for each in ann.tasks]) == (["Wave 1"], ["Login"])
    assert [each.words for each in bo.works_in] == ["Wave 1", "Wave 2"]
    assert [each.words for each in bo.tasks] == ["Schema"]


def test_role_names_those_who_fill_it(teams: Snapshot) -> None:
    rows = {row.id: (row.count, row.share, [each.words for each in row.people]) for row in role_list.view(teams).rows}
    assert rows["dba"] == ("1", "shared by the waves", ["Bo"])


def test_shared_role_is_told_week_by_week(teams: Snapshot) -> None:
    (dba,) = shared_roles.view(teams)
    assert [each.words for each in dba.works_for] == ["Wave 1", "Wave 2"]
    assert [[use.task.words for use in week.uses] for week in dba.weeks] == [["Schema", "Search"], ["Search"]]


def test_shared_role_in_two_places_at_once_is_over(taken: Taken) -> None:
    plan = """
roles: {dba: {name: DBA, count: 1, shared: true}}
tasks:
  x: {name: X, duration: 1d, needs: {dba: 1}}
  y: {name: Y, duration: 1d, needs: {dba: 1}}
"""
    week = shared_roles.view(taken(plan))[0].weeks[0]
    assert (week.peak, week.over) == ("2", True)


def test_handovers_are_the_dependencies_that_cross(teams: Snapshot) -> None:
    told = [
        (each.given.words, each.giver and each.giver.words, each.taken.words, each.taker)
        for each in handovers.view(teams)
    ]
    assert told == [
        ("Schema", "Wave 1", "Report", "Wave 2"),
        ("Schema", "Wave 1", "Search", "Wave 2"),
        ("Login", "Wave 1", "Search", "Wave 2"),
    ]


def test_handover_tells_when_it_is_ready_and_used(dated: Snapshot) -> None:
    last = handovers.view(dated)[-1]
    assert (last.ready, last.used) == ("W1D4 (8 Jan)", "W1D5 (9 Jan)")


def test_handover_of_a_start_says_so(taken: Taken) -> None:
    plan = """
waves:
  a: {name: A, tasks: {x: {name: X, duration: 3d}}}
  b: {name: B, tasks: {y: {name: Y, duration: 1d, depends_on: [x SS+2d]}}}
"""
    (each,) = handovers.view(taken(plan))
    assert (each.how, each.ready, each.used) == ("from its start, 2 days later", "W1D1", "W1D3")


def test_plan_without_waves_hands_nothing_over(taken: Taken) -> None:
    plan = """
phases:
  a: {name: A, tasks: {x: {name: X, duration: 1d}}}
  b: {name: B, tasks: {y: {name: Y, duration: 1d, depends_on: [x]}}}
"""
    assert handovers.view(taken(plan)) == ()


def test_week_tells_the_waves_at_work_and_what_begins_and_ends(teams: Snapshot) -> None:
    first, second = side_by_side.view(teams, "phase-1").weeks
    assert [each.words for each in first.waves] == ["Wave 1", "Wave 2"]
    assert [each.words for each in first.begins] == ["Schema", "Sign-in", "Search", "Report"]
    assert [each.words for each in second.ends] == ["Search"]
