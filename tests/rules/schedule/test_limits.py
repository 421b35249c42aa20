"""Imposed dates that contradict each other, and those that the work overruns."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def limited(limits: str, kind: str = "tasks", before: str = "2d") -> str:
    length = ", duration: 1d" if kind == "tasks" else ""
    return f"""title: T
start: 2026-01-05
{kind}: {{b: {{name: B{length}, depends_on: dig, {limits}}}}}
phases: {{p: {{name: P, tasks: {{dig: {{name: Dig, duration: {before}}}}}}}}}
"""


def told(lines: list[str]) -> list[str]:
    return [line.partition(" ")[2] for line in lines]


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ("start: W2D1, start_by: W1D5", 'start W2D1 of "b" is after its start_by W1D5'),
        ("start: W2D2, start_on: W2D1", 'start W2D2 of "b" is after its start_on W2D1'),
        ("start_on: W2D2, start_by: W2D1", 'start_on W2D2 of "b" is after its start_by W2D1'),
        ("finish_from: W2D2, finish_by: W2D1", 'finish_from W2D2 of "b" is after its finish_by W2D1'),
        ("finish_on: W2D2, finish_by: W2D1", 'finish_on W2D2 of "b" is after its finish_by W2D1'),
        ("start: W2D2, finish_by: W2D1", 'start W2D2 of "b" is after its finish_by W2D1'),
        ("start: 2026-01-13, finish_by: W2D1", 'start 2026-01-13 of "b" is after its finish_by W2D1'),
        ("start: W2D1 14:00, start_by: W2D1 9:00", 'start W2D1 14:00 of "b" is after its start_by W2D1 9:00'),
    ],
)
def test_two_dates_that_cannot_both_hold_are_told_once(found: Found, limits: str, message: str) -> None:
    assert told(found(limited(limits))) == [f"{message} (limit-contradiction)"]


@pytest.mark.parametrize(
    "limits",
    [
        "start: W2D1, start_by: W2D1",
        "start: W1D1, start_on: W2D1",
        "start: W2D1, finish_by: W2D1",
        "finish_from: W2D1, finish_on: W2D1",
        "finish_from: W2D2, start_by: W2D1",
        "start: W2D1 9:00, start_by: W2D1",
    ],
)
def test_dates_that_leave_room_are_none(found: Found, limits: str) -> None:
    assert "limit-contradiction" not in " ".join(found(limited(limits)))


def test_milestones_and_waves_are_held_to_it_as_well(found: Found) -> None:
    assert told(found(limited("start: W2D1, finish_by: W1D5", "milestones"))) == [
        'start W2D1 of "b" is after its finish_by W1D5 (limit-contradiction)'
    ]


@pytest.mark.parametrize(("limit", "is_met"), [("W1D2 14:00", True), ("W1D2 12:00", False), ("W1D2", True)])
def test_a_limit_with_an_hour_is_held_to_the_hour(found: Found, limit: str, is_met: bool) -> None:  # noqa: FBT001
    message = f'"b" starts W1D2 at the earliest, after its start_by {limit} (limit-missed)'
    assert told(found(limited(f"start_by: {limit}", before="12h"))) == ([] if is_met else [message])


@pytest.mark.parametrize("kind", ["tasks", "milestones", "waves"])
def test_a_deadline_is_missed_by_whatever_has_one(found: Found, helped: Found, kind: str) -> None:
    inner = ", tasks: {t: {name: X, duration: 1d}}" if kind == "waves" else ""
    plan = limited(f"deadline: W1D1{inner}", kind)
    day = "W1D2" if kind == "milestones" else "W1D3"
    assert told(found(plan)) == [f'"b" finishes {day}, after its deadline W1D1 (deadline-missed)']
    assert helped(plan) == ["move the deadline, or shorten what it waits for: dig"]


def test_a_deadline_on_the_day_of_the_finish_is_met(found: Found) -> None:
    assert found(limited("deadline: W1D3")) == []


@pytest.mark.parametrize(
    ("name", "other", "waits", "is_early"),
    [
        ("Draft Complete", "Draft of Results", "a", True),
        ("All Drafts Written", "Draft of Results", "a", True),
        ("Drafts Are Done", "Draft of Results", "a", True),
        ("Draft Complete", "Draft of Results", "b", False),
        ("Draft Complete", "Results", "a", False),
        ("First Draft Complete", "Draft of Results", "a", False),
        ("Binding Complete", "Draft of Results", "a", False),
        ("Draft Begun", "Draft of Results", "a", False),
    ],
)
def test_all_of_something_is_done_when_its_parts_are(
    found: Found, name: str, other: str, waits: str, *, is_early: bool
) -> None:
    plan = f"""title: T
tasks:
  a: {{name: Draft of Background, duration: 1d}}
  b: {{name: {other}, duration: 1d, depends_on: a}}
milestones: {{m: {{name: {name}, depends_on: {waits}}}}}
"""
    assert any(line.endswith("(milestone-before-parts)") for line in found(plan)) == is_early


@pytest.mark.parametrize(
    ("away", "words"),
    [
        ("", "shorten what it waits for: a (levelled: dev)"),
        ("W1D1", "shorten what it waits for: dev (levelled: away)"),
    ],
)
def test_a_limit_that_people_are_short_for_is_told_as_that(helped: Found, away: str, words: str) -> None:
    start_by, depends_on = ("W1D5", "b") if away else ("W1D1", "")
    (told_help,) = helped(f"""title: T
schedule: {{level: true}}
roles: {{dev: {{name: D, count: 1}}}}
people: {{x: {{name: X, role: dev, leave: [{away}]}}}}
tasks:
  a: {{name: A, duration: 1d, needs: {{dev: 1}}, start_by: {start_by}, depends_on: [{depends_on}]}}
  b: {{name: B, duration: 1d, needs: {{dev: 1}}, start_by: W1D1}}
""")
    assert words in told_help
