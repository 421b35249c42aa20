"""Risks, checkpoints, rollbacks, alerts, decisions."""

from collections.abc import Callable

import pytest

from generator.snapshot import Snapshot
from generator.views import (
    checkpoint_plan,
    filled,
    line_changes,
    meeting_times,
    risk_plan,
    rollback_plan,
    sections,
    source_setup,
    tested_by,
    threats,
    wave_tests,
)

Taken = Callable[[str], Snapshot]

WORK = """
start: 2026-01-05
waves:
  wave-1: {name: Base, tasks: {x: {name: X, duration: 3d}}}
  wave-2: {name: Top, depends_on: [wave-1], tasks: {y: {name: Y, duration: 2d}}}
"""


def test_action_is_due_when_the_item_it_precedes_starts(taken: Taken) -> None:
    plan = taken(
        f"{WORK}risks: {{r: {{name: R, impact: high, probability: low, mitigation: M, "
        "actions: [{do: Care, before: y}], affects: [y]}}"
    )
    told = risk_plan.view(plan, "r")
    assert (told.exposure, told.tone, told.actions[0].due) == ("3 of 9", "medium", "W1D4 (8 Jan)")
    assert [(each.item.words, each.when) for each in told.affects] == [("Y", "W1D4–W1D5 (8–9 Jan)")]


def test_action_before_a_checkpoint_is_due_on_its_day(taken: Taken) -> None:
    plan = taken(
        f"{WORK}checkpoints: {{c: {{at: W2D1, scope: [y]}}}}\n"
        "risks: {r: {name: R, impact: low, probability: low, mitigation: M, actions: [{do: Care, before: c}]}}"
    )
    assert risk_plan.view(plan, "r").actions[0].due == "W2D1 (12 Jan)"


def test_wave_is_threatened_through_its_tasks(taken: Taken) -> None:
    plan = taken(f"{WORK}risks: {{r: {{name: R, impact: low, probability: low, mitigation: M, affects: [y]}}}}")
    assert [[each.words for each in threat.items] for threat in threats.view(plan, "wave-2")] == [["Y"]]
    assert threats.view(plan, "wave-1") == ()


def test_checkpoint_tells_the_slack_of_each_part(taken: Taken) -> None:
    plan = taken(f"{WORK}checkpoints: {{c: {{at: W1D5, scope: [x, wave-2]}}}}")
    told = checkpoint_plan.view(plan, "c")
    assert [(row.item.words, row.home, row.finish, row.slack) for row in told.scope] == [
        ("X", "Wave 1", "W1D3 (7 Jan)", "2 days before"),
        ("Wave 2: Top", "", "W1D5 (9 Jan)", "the same day"),
    ]
    assert (told.when, told.slack, told.late) == ("Week 1 Day 5 (Fri 9 Jan)", "the same day", False)


def test_wave_is_tested_through_its_tasks_and_its_plan(taken: Taken) -> None:
    plan = taken(f"{WORK}checkpoints: {{c: {{at: W2D1, scope: [y]}}, d: {{at: W2D2, scope: [wave-1]}}}}")
    assert [each.checkpoint.words for each in tested_by.view(plan, "wave-2")] == ["Checkpoint 1"]
    assert [each.checkpoint.words for each in tested_by.view(plan, "x")] == ["Checkpoint 2"]


ROLLBACK = """
rollbacks:
  r:
    name: R
    within: {within}
    procedure: Undo
    steps:
      - {{do: One, takes: 0.5m, command: "export B=1; run $A $B"}}
      - {{do: Two}}
      - {{do: Three, takes: 1m}}
"""


def test_rollback_adds_up_the_time_of_its_steps(taken: Taken) -> None:
    plan = taken(ROLLBACK.format(within='"< 2 min"'))
    told = rollback_plan.view(plan, "r")
    assert [(step.takes, step.gone) for step in told.steps] == [
        ("30 seconds", ""),
        ("", ""),
        ("1 minute", "1 minute 30 seconds"),
    ]
    assert (told.total, told.over) == ("1 minute 30 seconds", False)


@pytest.mark.parametrize(
    ("within", "over"), [('"< 1 min"', True), ('"< 80 s"', True), ('"< 90 s"', False), ('"< 1 h"', False)]
)
def test_rollback_longer_than_its_limit_is_over(taken: Taken, within: str, *, over: bool) -> None:
    plan = taken(ROLLBACK.format(within=within))
    assert rollback_plan.view(plan, "r").over is over


def test_rollback_names_the_variables_to_set(taken: Taken) -> None:
    plan = taken(ROLLBACK.format(within='"< 2 min"'))
    assert rollback_plan.view(plan, "r").variables == ("$A",)


def test_source_tells_who_reads_it_and_when_it_is_there(taken: Taken) -> None:
    plan = taken(
        f"{WORK}sources: {{s: {{name: S, collects: All, ready: x}}}}\n"
        'targets: {t: {name: T, threshold: "> 3", source: s}}'
    )
    told = source_setup.view(plan, "s")
    assert (told.when, [each.words for each in told.feeds]) == ("Week 1 Day 3 (Wed 7 Jan)", ["T"])


def test_commands_of_a_wave_stand_in_one_script(taken: Taken) -> None:
    tests = (
        "[{level: Unit, covers: a, command: one}, {level: Load, covers: b}, {level: Smoke, covers: c, command: two}]"
    )
    plan = taken(f"waves: {{w: {{name: W, tests: {tests}}}}}")
    assert wave_tests.view(plan, "w").commands == "# Unit\none\n\n# Smoke\ntwo"


def test_changed_lines_are_told_letter_by_letter(taken: Taken) -> None:
    changes = "[{was: '| old |', now: \"| {{ name('x') }} |\"}]"
    plan = taken(
        "tasks: {x: {name: 'A | B', duration: 1d}}\n"
        f"decisions: {{d: {{title: D, said: s, does: d, why: w, changes: {changes}}}}}"
    )
    assert [(each.was, each.now) for each in line_changes.view(plan, "d")] == [("| old |", "| A | B |")]


@pytest.mark.parametrize(
    ("meeting", "told"),
    [
        (
            "{name: M, on: daily, at: 9:00 AM, lasts: 15 minutes, per_wave: true, audience: a}",
            "daily at 9:00 AM, 15 minutes, in each wave team",
        ),
        ("{name: M, on: fri, lasts: 1 hour, audience: a}", "Friday, 1 hour"),
        ("{name: M, on: daily, lasts: 1 hour, audience: a}", "daily, 1 hour"),
    ],
)
def test_meeting_is_told_by_day_time_and_length(taken: Taken, meeting: str, told: str) -> None:
    assert meeting_times.view(taken(f"meetings: {{m: {meeting}}}"), "m") == told


def test_filled_fields_are_those_that_any_entry_has(taken: Taken) -> None:
    plan = taken('targets: {a: {name: A, threshold: "> 1"}, b: {name: B, threshold: "> 1", measured: M}}')
    assert filled.view(plan, "targets") & {"measured", "owner"} == {"measured"}


def test_plan_of_one_task_has_an_order_and_nothing_else(taken: Taken) -> None:
    told = sections.view(taken("tasks: {x: {name: X, duration: 1d}}"))
    assert [name for name, there in vars(told).items() if there] == ["order"]
