"""People day by day: by the hours in which they work, less those on leave; the same figures wherever told."""

import csv
from collections.abc import Callable

from generator.charts import resource_load
from generator.exports import load_csv
from generator.snapshot import Snapshot
from generator.views import daily_load, shared_roles, weekly_load

Taken = Callable[[str], Snapshot]

SHIFTS = """
calendars: {night: {name: Night, hours: ["20:00-24:00"]}}
roles: {guard: {name: Guard, count: 1, shared: true}}
tasks:
  day: {name: Day, duration: 2d, needs: {guard: 1}}
  dark: {name: Dark, duration: 4h, calendar: night, needs: {guard: 1}}
"""
LEAVE = """
roles: {mason: {name: Mason}}
people:
  ann: {name: Ann, role: mason, leave: [W1D2]}
  bo: {name: Bo, role: mason}
tasks:
  wall: {name: Wall, duration: 3d, needs: {mason: 2}}
"""
TWICE = """
roles: {mason: {name: Mason, count: 2}}
people: {ann: {name: Ann, role: mason}, bo: {name: Bo, role: mason}}
tasks:
  wall: {name: Wall, duration: 3d, people: [ann]}
  roof: {name: Roof, duration: 2d, people: [ann]}
  path: {name: Path, duration: 2d, people: [bo]}
"""


def days(snapshot: Snapshot, resource: str) -> list[tuple[str, int | None, int, tuple[str, ...]]]:
    (load,) = (each for each in daily_load.view(snapshot) if (each.id, each.team) == (resource, None))
    return [(str(each.needed), each.capacity, each.over, each.tasks) for each in load.days]


def test_those_who_work_at_other_hours_are_not_at_work_at_once(taken: Taken) -> None:
    assert days(taken(SHIFTS), "guard") == [("1", 1, 0, ("day",)), ("1", 1, 0, ("day",))]


def test_shared_role_of_two_shifts_is_not_over(taken: Taken) -> None:
    (week,) = shared_roles.view(taken(SHIFTS))[0].weeks
    assert (week.peak, week.over) == ("1", False)


def test_capacity_is_less_while_somebody_is_away(taken: Taken) -> None:
    assert days(taken(LEAVE), "mason") == [
        ("2", 2, 0, ("wall",)),
        ("2", 1, 1, ("wall",)),
        ("2", 2, 0, ("wall",)),
    ]


def test_week_tells_the_fewest_and_the_most_that_there_are(taken: Taken) -> None:
    load = weekly_load.view(taken(LEAVE))
    assert [(cell.words, cell.over) for row in load.roles[0].rows for cell in row.cells] == [("2 of 1-2", True)]
    assert load.over == ("Mason, Week 1 Day 2: Wall needs 2, there is 1",)


def test_chart_tells_the_capacity_of_each_day(taken: Taken) -> None:
    data = resource_load.data(taken(LEAVE))
    assert data is not None
    assert [(load.capacity, load.over) for load in data.lanes[0].loads[:4]] == [(2, 0), (1, 1), (2, 0), (2, 0)]


def test_chart_has_a_lane_for_who_is_in_two_places_at_once(taken: Taken) -> None:
    data = resource_load.data(taken(TWICE))
    assert data is not None
    assert [lane.name for lane in data.lanes] == ["Mason", "Ann"]
    assert "Ann over capacity in Week 1" in resource_load.description(data)


def test_person_in_two_places_is_over_on_those_days(taken: Taken) -> None:
    assert [over for _, _, over, _ in days(taken(TWICE), "ann")] == [1, 1, 0]


def test_band_that_fits_with_the_fewest_is_not_over(taken: Taken) -> None:
    plan = "roles: {mason: {name: Mason, count: 1}}\ntasks: {wall: {name: Wall, duration: 1d, needs: {mason: 1-2}}}"
    assert days(taken(plan), "mason") == [("1-2", 1, 0, ("wall",))]
    data = resource_load.data(taken(plan))
    assert data is not None
    assert "No role is over capacity" in resource_load.description(data)


def test_download_has_a_line_for_each_day_of_role_team_and_person(dated: Snapshot) -> None:
    rows = list(csv.DictReader(load_csv.export(dated).decode().splitlines()))
    told = [tuple(row.values()) for row in rows if row["id"] == "developer" and row["day"] == "W1D5"]
    assert told == [
        ("role", "developer", "Developer", "", "W1D5", "2026-01-09", "2", "2", "2", "0", "search"),
        ("role", "developer", "Developer", "wave-2", "W1D5", "2026-01-09", "2", "2", "1", "1", "search"),
    ]


def test_download_is_empty_where_nobody_is_needed(taken: Taken) -> None:
    assert load_csv.export(taken("tasks: {x: {name: X, duration: 1d}}")).decode().count("\n") == 1


def test_very_many_overloads_are_told_in_part(taken: Taken) -> None:
    tasks = "".join(
        f"  {name}{n}: {{name: T, duration: 1d, start: W{n + 1}D1, needs: {{mason: 1}}}}\n"
        for n in range(60)
        for name in ("x", "y")
    )
    over = weekly_load.view(taken(f"roles: {{mason: {{name: Mason, count: 1}}}}\ntasks:\n{tasks}")).over
    assert len(over) == 41
    assert over[-1] == "and 20 more, day by day in load.csv"
