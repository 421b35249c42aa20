"""What a reader takes from the words alone: nothing early is called late, nothing is told twice or left out."""

from collections.abc import Callable

import pytest

from generator.formatting import closed
from generator.snapshot import Snapshot
from generator.views import (
    allocation,
    certainty,
    communication,
    critical_chain,
    executive,
    handovers,
    overview,
    people_list,
    rollback_plan,
    task_table,
    this_week,
    timeline,
)
from generator.views._mention import Mention, mentioned

Taken = Callable[[str], Snapshot]

WAVES = """
start: 2026-01-05
{status}
people: {{ann: {{name: Ann, role: mason}}}}
roles: {{mason: {{name: Mason}}}}
waves:
  base:
    name: Base
    tasks:
      dig: {{name: Dig, duration: 2d, percent_complete: {done}%, delivers: [pit, log]}}
      pour: {{name: Pour, duration: 1d, depends_on: dig, percent_complete: {rest}%}}
  top: {{name: Top, depends_on: [base, gate], tasks: {{wall: {{name: Wall, duration: 1d/2d/3d}}}}}}
checkpoints: {{gate: {{name: Gate, at: W2D5, scope: base, owner: ann}}}}
deliverables: {{pit: {{name: Pit, key: true}}, log: {{name: Log}}}}
"""


def plan(*, status: str = "", done: int = 0, rest: int = 0) -> str:
    return WAVES.format(status=f"status_date: {status}" if status else "", done=done, rest=rest)


@pytest.mark.parametrize(
    ("status", "late"), [("", [False, False]), ("2026-01-13", [False, False]), ("2026-01-20", [True, True])]
)
def test_overdue_is_what_was_to_be_there_before_and_is_needed_now(
    taken: Taken, status: str, late: list[bool]
) -> None:
    week = this_week.view(taken(plan(status=status)), "top")
    assert [each.late for each in week.waits_for] == late


def test_nothing_is_overdue_where_nothing_is_recorded(taken: Taken) -> None:
    text = plan(status="2026-01-20").replace(", percent_complete: 0%", "")
    snapshot = taken(text)
    assert not any(each.late for each in this_week.view(snapshot, "top").waits_for)
    assert this_week.view(snapshot, "base").tasks == ()


def test_a_wave_whose_tasks_are_done_is_not_waited_for(taken: Taken) -> None:
    week = this_week.view(taken(plan(status="2026-01-20", done=100, rest=100)), "top")
    assert [each.what.words for each in week.waits_for] == ["Gate"]


def test_a_wave_is_not_told_to_be_its_own(taken: Taken) -> None:
    assert [each.whose for each in this_week.view(taken(plan()), "top").waits_for] == ["", ""]


def test_a_wave_hands_over_what_it_delivers_and_a_checkpoint_comes_from_who_declares_it(taken: Taken) -> None:
    told = [(each.what, each.giver and each.giver.words) for each in handovers.view(taken(plan()))]
    assert told == [("Pit", "Wave 1: Base"), ("", "Ann")]


def test_a_checkpoint_stands_on_its_day(taken: Taken) -> None:
    assert critical_chain.view(taken(plan())).links[0].reason.words == "stands on its day"


def test_a_promise_that_rests_on_checkpoints_says_so(taken: Taken) -> None:
    held, free = (certainty.view(taken(text)) for text in (plan(), plan().replace("[base, gate]", "base")))
    assert held is not None
    assert free is not None
    assert ["each checkpoint is passed" in each.words for each in (held, free)] == [True, False]


def test_a_day_is_told_once_where_half_of_the_runs_and_most_end_on_it(taken: Taken) -> None:
    found = certainty.view(taken("tasks: {a: {name: A, duration: 10m/20m/30m}}"))
    assert found is not None
    assert found.words.startswith("Half of the runs, and even four in five, are finished by Week 1 Day 1.")


@pytest.mark.parametrize(("name", "words"), [("Call", "daily at 9:15, 15m, all"), ("Daily call", "9:15, 15m, all")])
def test_a_daily_meeting_is_told_as_such_once(taken: Taken, name: str, words: str) -> None:
    meeting = f'meetings: {{m: {{name: {name}, on: daily, at: "9:15", lasts: 15m, audience: all}}}}'
    (told,) = communication.view(taken(f"tasks: {{a: {{name: A, duration: 1d}}}}\n{meeting}")).meetings
    assert told.words == words


SHARED = """
roles:
  dev: {name: Dev, count: 3}
  tester: {name: Tester, count: 2}
  dba: {name: DBA, count: 2, shared: true}
  qa: {name: Analyst, plural: Analysts, count: 2, shared: true}
  ops: {name: Op, count: 1, shared: true}
phases: {p: {name: P}}
waves:
  a: {name: A, phase: p, team: {dba: 1}, tasks: {x: {name: X, duration: 1d}}}
  b: {name: B, phase: p, team: {dev: 2, tester: 1}, tasks: {y: {name: Y, duration: 1d}}}
"""


def test_a_wave_of_shared_people_alone_is_not_empty(taken: Taken) -> None:
    told = allocation.view(taken(SHARED))
    assert (told.phases[0].total, told.phases[0].bands, told.counts_shared) == ("3", ("shared", "3"), False)


def test_several_of_a_shared_role_are_told_in_the_plural_or_by_a_sign(taken: Taken) -> None:
    assert allocation.view(taken(SHARED)).shared == "2 × DBA, 2 Analysts, 1 Op"


def test_a_rollback_takes_its_check_too(taken: Taken) -> None:
    text = (
        "rollbacks: {r: {name: R, within: '< 1 h', procedure: P, "
        "steps: [{do: A, takes: 25m}], verify: [{do: B, takes: 20m}]}}"
    )
    told = rollback_plan.view(taken(text), "r")
    assert (told.total, told.checked) == ("25 minutes", "45 minutes")


def test_chains_with_the_same_work_are_one(taken: Taken) -> None:
    text = """
tasks:
  a: {name: A, duration: 5d}
  b: {name: B, duration: 2d, depends_on: [a, seen]}
milestones: {seen: {name: Seen, depends_on: a}}
"""
    assert critical_chain.view(taken(text)).count == ""


@pytest.mark.parametrize(("duration", "spare"), [("2d", "0.2 days"), ("4h", "1 hour 33 minutes")])
def test_float_is_told_in_minutes_only_where_work_is_shorter_than_a_day(
    taken: Taken, duration: str, spare: str
) -> None:
    text = f"""
start: 2026-01-05
tasks:
  a: {{name: A, duration: 3d}}
  b: {{name: B, duration: {duration}}}
  wait: {{name: Wait, duration: 3080em}}
"""
    row = next(each for each in task_table.view(taken(text)).rows if each.id == "wait")
    assert row.spare == spare


def test_plan_without_phases_is_one_stage_without_a_name(taken: Taken) -> None:
    told = overview.view(taken("waves: {a: {name: A, tasks: {x: {name: X, duration: 1d}}}}"))
    assert (told.version, told.stages[0].name, told.stages[0].when) == ("", "", "Week 1")


def test_waves_of_a_stage_stand_in_the_order_in_which_they_are_named(taken: Taken) -> None:
    text = """
waves:
  long: {name: Long, tasks: {x: {name: X, duration: 10d}}}
  short: {name: Short, tasks: {y: {name: Y, duration: 2d}}}
"""
    (stage,) = overview.view(taken(text)).stages
    assert stage.waves == "Wave 1 + Wave 2"
    assert stage.box.index("Long") < stage.box.index("Short")


def test_a_list_is_not_cut_for_a_single_entry(taken: Taken) -> None:
    risks = "".join(f"  r{n}: {{name: R{n}, impact: low, probability: low, mitigation: M}}\n" for n in range(4))
    page = executive.view(taken(f"tasks: {{x: {{name: X, duration: 1d}}}}\nrisks:\n{risks}"))
    assert (len(page.risks), page.more_risks) == (4, "")


def test_weeks_without_a_key_deliverable_tell_the_others(taken: Taken) -> None:
    tasks = "".join(
        f"  t{n}: {{name: T{n}, duration: 5d, delivers: d{n}{f', depends_on: t{n - 1}' if n else ''}}}\n"
        for n in range(3)
    )
    text = f"tasks:\n{tasks}deliverables: {{d0: {{name: D0}}, d1: {{name: D1, key: true}}, d2: {{name: D2}}}}"
    told = timeline.view(taken(text))
    assert told.handed == "Key Deliverables (Others)"
    assert [row.deliverables for row in told.rows] == ["(D0)", "D1", "(D2)"]


def test_a_week_that_hands_nothing_over_tells_its_milestones(taken: Taken) -> None:
    text = """\
tasks:
  a: {name: A, duration: 5d, delivers: x}
  b: {name: B, duration: 5d, depends_on: a}
milestones: {there: {name: There, depends_on: a}, over: {name: Over, depends_on: b}}
deliverables: {x: {name: X, key: true}}
"""
    assert [row.deliverables for row in timeline.view(taken(text)).rows] == ["X", "Over"]


def test_an_item_called_as_a_calendar_is_mentioned(taken: Taken) -> None:
    text = "tasks: {night: {name: Night work, duration: 1d}}\ncalendars: {night: {hours: ['18:00-24:00']}}"
    found = mentioned("night", taken(text))
    assert found == Mention("task", "night", "Night work")


def test_a_total_names_the_roles_where_a_team_has_several(taken: Taken) -> None:
    text = """\
roles: {cook: {name: Cook, count: 2}, waiter: {name: Waiter, count: 3}}
phases: {p: {name: P}}
waves: {w: {name: W, phase: p, team: {cook: 2, waiter: 3}, tasks: {t: {name: T, duration: 1d}}}}
"""
    assert allocation.view(taken(text)).phases[0].made_up == "2 (Wave 1, Cook) + 3 (Wave 1, Waiter) = 5"


def test_a_person_works_where_they_are_named_or_nobody_else_can(taken: Taken) -> None:
    text = """\
roles: {cook: {name: Cook, count: 1}, waiter: {name: Waiter, count: 2}}
people: {ann: {name: Ann, role: cook}, bo: {name: Bo, role: waiter}}
phases:
  p: {name: P, tasks: {t: {name: T, duration: 1d, needs: {cook: 1, waiter: 1}}}}
  q: {name: Q, tasks: {u: {name: U, duration: 1d, people: bo}}}
  r: {name: R, tasks: {v: {name: V, duration: 1d, owner: ann}}}
"""
    rows = people_list.view(taken(text)).rows
    assert [[place.id for place in row.works_in] for row in rows] == [["r", "p"], ["q"]]


def test_a_text_before_another_sentence_is_closed() -> None:
    assert [closed(each) for each in ("Node state", "It runs.", "Why?")] == ["Node state.", "It runs.", "Why?"]
