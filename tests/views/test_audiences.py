"""What leads, testers and those on call are told."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import bench, checklist, on_call, this_week, week_now

Taken = Callable[[str], Snapshot]

PLAN = """
start: 2026-01-05
status_date: 2026-01-13
roles: {mason: {name: Mason, count: 2}}
people: {ann: {name: Ann, role: mason, contact: ann@example.com}, bo: {name: Bo, role: mason}}
waves:
  ground:
    name: Ground
    tasks:
      dig: {name: Dig, duration: 3d, owner: ann, percent_complete: 50%}
      pour: {name: Pour, duration: 4d, depends_on: dig}
      seal: {name: Seal, duration: 6d, depends_on: pour}
  house:
    name: House
    tasks:
      wall: {name: Wall, duration: 2d, depends_on: pour}
      paint: {name: Paint, duration: 2d, depends_on: seal}
milestones: {dry: {name: Dry, depends_on: pour, wave: ground}}
checkpoints: {load: {at: W2D3, scope: pour, command: "press $TARGET"}}
criteria: {holds: {text: It holds, items: load, done: true}, smooth: {text: It is smooth, items: wall}}
"""
CALLS = """
roles: {mason: {name: Mason}}
people: {ann: {name: Ann, role: mason, contact: ann@example.com}}
rollbacks:
  spare: {name: Spare, procedure: Use the spare}
  stop: {name: Flood, within: "< 5 min", procedure: Close the valve, owner: mason, steps: [{do: Close it, takes: 1m}]}
channels: {radio: {name: Radio, handle: "#radio"}}
alerts:
  water: {name: Water, threshold: "> 2 in 5 min", owner: ann, notify: radio, rollback: stop, response: [Look]}
"""


def test_a_week_has_what_is_at_work_in_it_and_what_is_overdue(taken: Taken) -> None:
    week = this_week.view(taken(PLAN), "ground")
    assert [(row.task.words, row.state) for row in week.tasks] == [
        ("Dig", "overdue"),
        ("Pour", "ends"),
        ("Seal", "starts"),
    ]


def test_a_wave_is_told_for_whom_it_waits_and_who_waits_for_it(taken: Taken) -> None:
    snapshot = taken(PLAN)
    ground, house = this_week.view(snapshot, "ground"), this_week.view(snapshot, "house")
    assert [(each.what.words, each.work.words) for each in ground.waited_for] == [("Pour", "Wall"), ("Seal", "Paint")]
    assert [(each.what.words, each.whose) for each in house.waits_for] == [("Pour", "Wave 1"), ("Seal", "Wave 1")]
    assert ground.waits_for == house.waited_for == ()


def test_what_is_there_is_not_waited_for(taken: Taken) -> None:
    snapshot = taken(PLAN.replace("pour: {name: Pour,", "pour: {name: Pour, percent_complete: 100%,"))
    assert [each.what.words for each in this_week.view(snapshot, "house").waits_for] == ["Seal"]


def test_checkpoints_and_milestones_of_the_week_are_held(taken: Taken) -> None:
    week = this_week.view(taken(PLAN), "ground")
    assert [each.item.words for each in week.held] == ["Dry", "Checkpoint 1"]


def test_the_week_is_that_of_the_status_date_or_the_first(taken: Taken) -> None:
    assert week_now.view(taken(PLAN)) == week_now.WeekNow("Week 2 (12–16 Jan)", is_now=True)
    without = taken(PLAN.replace("status_date: 2026-01-13\n", ""))
    assert week_now.view(without) == week_now.WeekNow("Week 1 (5–9 Jan)", is_now=False)


def test_without_a_status_date_a_wave_is_told_its_own_first_week(taken: Taken) -> None:
    week = this_week.view(taken(PLAN.replace("status_date: 2026-01-13\n", "")), "house")
    assert (week.title, week.is_now) == ("Week 2 (12–16 Jan)", False)
    assert [(row.task.words, row.state) for row in week.tasks] == [("Wall", "starts and ends")]


def test_testers_are_told_the_next_checkpoint_and_what_commands_read(taken: Taken) -> None:
    told = bench.view(taken(PLAN))
    assert told.next is not None
    assert (told.next.words, told.variables) == ("Checkpoint 1", ("$TARGET",))


def test_an_alert_leads_to_its_rollback_and_that_comes_first(taken: Taken) -> None:
    told = on_call.view(taken(CALLS))
    assert [(call.name, call.rollback and call.rollback.words, call.within) for call in told.calls] == [
        ("Water", "Flood", "< 5 min")
    ]
    assert [each.name for each in told.procedures] == ["Flood", "Spare"]


def test_who_may_be_called_is_told_with_the_way_to_reach_them(taken: Taken) -> None:
    told = on_call.view(taken(CALLS)).contacts
    assert [(each.who.words, each.contact, [person.words for person in each.people]) for each in told] == [
        ("Ann", "ann@example.com", []),
        ("Mason", "", ["Ann"]),
    ]


def test_a_checklist_tells_how_many_criteria_are_met(taken: Taken) -> None:
    told = checklist.view(taken(PLAN))
    assert (told.percent, told.words) == (50, "1 of 2 criteria met")
    assert [(group.percent, group.words) for group in told.groups] == [(50, "1 of 2 criteria met")]
