"""Findings that a plan's authors live with."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.snapshot import Outcome

Examined = Callable[..., Outcome]
PLAN = """title: T
start: 2026-01-05
committed: {weeks: 3, workdays: 9}
waves:
  w: {name: W, weeks: 1-3, tasks: {b: {name: B, duration: 7d}}}
  v: {name: V, weeks: 1, tasks: {a: {name: A, duration: 7d}}}
waivers:
"""


def rules_of(outcome: Outcome) -> set[str]:
    return {each.rule for each in outcome.findings}


def waived(outcome: Outcome) -> list[str]:
    return [f"{each.finding.path}: {each.reason}" for each in outcome.suppressed]


def test_a_waived_finding_is_kept_with_its_reason_but_counts_no_longer(examined: Examined) -> None:
    outcome = examined(PLAN + "  - {rule: duration-commitment, reason: Agreed}\n")
    assert waived(outcome) == ["committed.weeks: Agreed", "committed.workdays: Agreed"]
    assert "duration-commitment" not in rules_of(outcome)
    assert all(each.finding.fingerprint for each in outcome.suppressed)


@pytest.mark.parametrize(
    ("rule", "target", "paths"),
    [
        ("duration-commitment", "committed.weeks", ["committed.weeks: x"]),
        ("duration-commitment", "committed", ["committed.weeks: x", "committed.workdays: x"]),
        ("wave-weeks", "w", ["waves.w.weeks: x"]),
        ("wave-weeks", "wave:w", ["waves.w.weeks: x"]),
        ("wave-weeks", "waves.w.weeks", ["waves.w.weeks: x"]),
        ("task-outside-wave", "tasks.a", ["waves.v.tasks.a: x"]),
        ("task-outside-wave", "waves.v.tasks.a", ["waves.v.tasks.a: x"]),
        ("task-outside-wave", "v", ["waves.v.tasks.a: x"]),
        ("task-outside-wave", "tasks.a.duration", []),
    ],
)
def test_a_target_is_an_id_or_a_path(examined: Examined, rule: str, target: str, paths: list[str]) -> None:
    outcome = examined(PLAN + f"  - {{rule: {rule}, target: '{target}', reason: x}}\n")
    assert waived(outcome) == paths
    assert ("unused-waiver" in rules_of(outcome)) == (not paths)


@pytest.mark.parametrize(
    "target", ["c", "tasks.c", "tasks.a.durration", "committed.weeks.x", "role:w", "waves.w.tests.9"]
)
def test_a_target_that_is_nowhere_is_an_error(examined: Examined, target: str) -> None:
    outcome = examined(PLAN + f"  - {{rule: wave-weeks, target: '{target}', reason: x}}\n")
    assert "unknown-waiver-target" in rules_of(outcome)
    assert "unused-waiver" not in rules_of(outcome)


def test_a_target_of_two_kinds_says_how_to_write_either(examined: Examined) -> None:
    text = PLAN.replace("waivers:", "roles: {w: {name: R}}\nwaivers:")
    outcome = examined(text + "  - {rule: wave-weeks, target: w, reason: x}\n")
    found = {each.rule: each for each in outcome.findings}["unknown-waiver-target"]
    assert found.help == 'write "role:w" or "wave:w"'


def test_the_first_of_two_waivers_is_the_one_that_is_used(examined: Examined) -> None:
    outcome = examined(PLAN + "  - {rule: wave-weeks, reason: x}\n  - {rule: wave-weeks, target: w, reason: y}\n")
    assert waived(outcome) == ["waves.w.weeks: x"]
    assert [each.place.line for each in outcome.findings if each.rule == "unused-waiver"] == [9]


UNTIL = PLAN + "  - {rule: wave-weeks, reason: x, until: 2026-01-30}\n"


@pytest.mark.parametrize(
    ("day", "fired"),
    [
        (date(2026, 1, 29), set()),
        (date(2026, 1, 30), set()),
        (date(2026, 1, 31), {"expired-waiver", "wave-weeks"}),
        (None, {"endless-waiver"}),
    ],
)
def test_a_waiver_holds_until_the_end_of_its_last_day(examined: Examined, day: date | None, fired: set[str]) -> None:
    about = {"expired-waiver", "endless-waiver", "unused-waiver", "wave-weeks"}
    assert rules_of(examined(UNTIL, day)) & about == fired


def test_the_status_date_of_the_plan_counts_where_no_other_is_given(examined: Examined) -> None:
    text = UNTIL.replace("start:", "status_date: 2026-02-02\nstart:")
    assert "expired-waiver" in rules_of(examined(text))
    assert "expired-waiver" not in rules_of(examined(text, date(2026, 1, 12)))


@pytest.mark.parametrize(
    "rule", ["dependency-cycle", "unknown-reference", "unknown-key", "yaml-syntax", "unused-waiver"]
)
def test_what_keeps_a_plan_from_having_dates_cannot_be_waived(examined: Examined, rule: str) -> None:
    outcome = examined(PLAN + f"  - {{rule: {rule}, reason: x}}\n")
    found = [each for each in outcome.findings if each.rule == "unwaivable-rule"]
    assert [(each.place.line, each.place.column) for each in found] == [(8, 12)]


def test_a_cycle_is_told_although_it_is_waived(examined: Examined) -> None:
    loop = "title: T\ntasks: {a: {name: A, duration: 1d, depends_on: a}}\n"
    outcome = examined(loop + "waivers: [{rule: dependency-cycle, reason: x}]\n")
    assert rules_of(outcome) == {"dependency-cycle", "unwaivable-rule"}
    assert outcome.suppressed == ()
    assert "unused-waiver" in {rule.name for rule in outcome.not_checked}


def test_an_unknown_rule_is_told_with_the_nearest(examined: Examined) -> None:
    outcome = examined(PLAN + "  - {rule: wave-week, reason: x}\n")
    found = {each.rule: each for each in outcome.findings}["unknown-check"]
    assert (found.message, found.help) == ('unknown rule "wave-week"', 'did you mean "wave-weeks"?')


def test_a_waiver_without_a_reason_is_refused(examined: Examined) -> None:
    assert rules_of(examined(PLAN + "  - {rule: wave-weeks}\n")) == {"missing-value"}


def test_who_answers_for_a_waiver_must_be_somebody(examined: Examined) -> None:
    assert "unknown-reference" in rules_of(examined(PLAN + "  - {rule: wave-weeks, reason: x, by: nobody}\n"))


def test_a_waiver_of_a_rule_that_is_off_covers_nothing(examined: Examined) -> None:
    outcome = examined(PLAN + "  - {rule: wave-weeks, reason: x}\nchecks: {wave-weeks: off}\n")
    assert "unused-waiver" in rules_of(outcome)


def test_a_waiver_of_a_promise_holds_also_where_one_long_task_is_to_blame(examined: Examined) -> None:
    text = """title: T
committed: {weeks: 1}
tasks: {a: {name: A, duration: 3d}, b: {name: B, duration: 15d}}
waivers: [{rule: duration-commitment, target: committed.weeks, reason: x}]
"""
    outcome = examined(text)
    assert waived(outcome) == ["tasks.b.duration: x"]
    assert not {"duration-commitment", "unused-waiver"} & rules_of(outcome)
    assert "duration-commitment" in rules_of(examined(text.replace("committed.weeks,", "tasks.a,")))
