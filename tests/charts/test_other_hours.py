"""Work outside the plan's own hours has its place on the axis; ISO weeks and waits for people are told."""

from collections.abc import Callable
from itertools import pairwise

from generator.charts import gantt, resource_load
from generator.charts._axis import position
from generator.charts._chart import Words
from generator.charts._items import duration
from generator.scheduling.clock import DAY
from generator.snapshot import Snapshot

Snapshots = Callable[[str], Snapshot]

SHIFTS = """
title: Shifts
start: 2026-12-28
schedule: {level: true, iso_weeks: true}
calendar: {hours: ["8:00-16:00"]}
calendars:
  night: {name: Night, hours: ["0:00-4:00", "20:00-24:00"]}
  weekend: {name: Weekend, workdays: [sat, sun], hours: ["8:00-16:00"]}
roles: {mover: {name: Mover, count: 1}}
waves:
  all:
    name: All
    tasks:
      day: {name: Day, duration: 1d}
      dark: {name: Dark, duration: 1d, depends_on: day, calendar: night, needs: {mover: 1}}
      next: {name: Next, duration: 1d, depends_on: dark}
      fair: {name: Fair, duration: 2d, depends_on: dark, calendar: weekend, needs: {mover: 1}}
      haul: {name: Haul, duration: 1d, calendar: night, needs: {mover: 1}}
"""


def test_work_by_night_has_a_width_and_comes_in_its_order(snapshot_of: Snapshots) -> None:
    data = gantt.data(snapshot_of(SHIFTS))
    assert data is not None
    bars = {row.id: (row.begin, row.end) for row in data.rows if row.kind == "task"}
    assert all(begin < end for begin, end in bars.values())
    assert bars["day"][1] <= bars["dark"][0] < bars["dark"][1] <= bars["next"][0]


def test_no_instant_lies_before_an_earlier_one(snapshot_of: Snapshots) -> None:
    schedule = snapshot_of(SHIFTS).schedule
    places = [position(schedule, minute) for minute in range(0, 8 * DAY, 30)]
    assert all(one <= other for one, other in pairwise(places))


def test_work_of_a_plan_with_one_calendar_fills_its_days(snapshot_of: Snapshots) -> None:
    schedule = snapshot_of("phase-5").schedule
    first = schedule.time.begin_of_day(schedule.start // DAY)
    assert position(schedule, first) == first // DAY
    assert position(schedule, schedule.time.end_of_day(first // DAY)) == first // DAY + 1


def test_duration_counts_on_the_calendar_of_the_task(snapshot_of: Snapshots) -> None:
    snapshot = snapshot_of(SHIFTS)
    assert [duration(snapshot, item) for item in ("day", "dark", "fair")] == ["1 day", "1 day", "2 days"]


def test_days_worked_by_others_alone_are_part_of_the_load(snapshot_of: Snapshots) -> None:
    data = resource_load.data(snapshot_of(SHIFTS))
    assert data is not None
    busy = {load.stretch.first for load in data.lanes[0].loads if load.demand.people.high}
    assert {5, 6} <= busy


def test_iso_weeks_stand_beside_those_of_the_plan(snapshot_of: Snapshots) -> None:
    data = gantt.data(snapshot_of(SHIFTS))
    assert data is not None
    words = [shape.text for shape in gantt.drawing(data).layers["head"] if isinstance(shape, Words)]
    assert any(text.startswith("Week 1 · 2026-W53") for text in words)


def test_a_wait_for_people_is_an_arrow_of_its_own(snapshot_of: Snapshots) -> None:
    data = gantt.data(snapshot_of(SHIFTS))
    assert data is not None
    waits = [(arrow.source, arrow.target) for arrow in data.arrows if arrow.waits]
    assert waits == [("haul", "dark")]
    names = [trace["name"] for trace in gantt.figure(data)["data"]]
    assert "Waits for people" in names
