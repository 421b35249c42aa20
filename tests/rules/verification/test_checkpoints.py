"""Rules on when checkpoints take place, and on what they leave out."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def found_by(rule: str, lines: list[str]) -> list[str]:
    return [line.partition(" (")[0] for line in lines if line.endswith(f" ({rule})")]


def plan(*days: str, ids: tuple[str, ...] = (), rest: str = "") -> str:
    names = ids or tuple(f"checkpoint-{number}" for number, _ in enumerate(days, 1))
    lines = (
        f"  {name}: {{at: {day}, scope: t{index}{rest}}}\n"
        for index, (name, day) in enumerate(zip(names, days, strict=True))
    )
    tasks = "".join(f"  t{index}: {{name: Task {index}, duration: 1d}}\n" for index, _ in enumerate(days))
    return f"title: T\ntasks:\n{tasks}checkpoints:\n{''.join(lines)}"


@pytest.mark.parametrize(
    ("days", "found_at"),
    [
        (("W1D1", "W1D2", "W1D3"), []),
        (("W1D2", "W1D1", "W1D3"), [8]),
        (("W1D3", "W1D2", "W1D1"), [8, 9]),
        (("W1D1", "W1D1", "W1D1"), []),
    ],
)
def test_numbers_follow_the_days(found: Found, days: tuple[str, ...], found_at: list[int]) -> None:
    lines = found_by("checkpoint-order", found(plan(*days)))
    assert [int(line.partition(":")[0]) for line in lines] == found_at


def test_numbers_of_ids_count_not_their_order_in_the_file(found: Found) -> None:
    lines = found(plan("W1D2", "W1D1", ids=("checkpoint-2", "checkpoint-1")))
    assert found_by("checkpoint-order", lines) == []
    assert len(found_by("label-number", lines)) == 2


def test_checkpoints_with_names_and_without_numbers_have_no_order(found: Found) -> None:
    assert found_by("checkpoint-order", found(plan("W1D2", "W1D1", ids=("load", "final"), rest=", name: X"))) == []


def test_the_same_day_is_no_fault_for_different_work(found: Found) -> None:
    assert found_by("checkpoint-twice", found(plan("W1D1", "W1D1"))) == []
    lines = found(plan("W1D1", "W1D1").replace("scope: t1", "scope: [t0, t1]"))
    assert [line.partition(" ")[2] for line in found_by("checkpoint-twice", lines)] == [
        '"checkpoint-2" tests "t0" on Week 1 Day 1, as "checkpoint-1" does'
    ]


@pytest.mark.parametrize(("day", "found_at"), [("W1D5", []), ("W2D1", ["5:22"]), ("W3D1", ["5:22"])])
def test_a_checkpoint_may_follow_in_the_last_week_of_work(found: Found, day: str, found_at: list[str]) -> None:
    lines = found_by("checkpoint-after-finish", found(plan(day)))
    assert [line.partition(" ")[0] for line in lines] == found_at


@pytest.mark.parametrize("key", ["owner: lead", "command: make", "exit: Done"])
def test_what_most_checkpoints_say_is_missed_in_the_others(found: Found, key: str) -> None:
    text = plan("W1D1", "W1D2", "W1D3", rest=f", {key}") + "roles: {lead: {name: Lead}}\n"
    rule = f"checkpoint-without-{key.partition(':')[0]}"
    assert found_by(rule, found(text)) == []
    assert len(found_by(rule, found(text.replace(f"scope: t1, {key}", "scope: t1")))) == 1
    assert (
        found_by(
            rule, found(text.replace(f"scope: t1, {key}", "scope: t1").replace(f"scope: t2, {key}", "scope: t2"))
        )
        == []
    )


AWAY = """title: T
start: 2026-01-05
roles: {{dev: {{name: Dev}}}}
people: {{ada: {{name: Ada, role: dev, leave: [{leave}]}}}}
tasks: {{a: {{name: A, duration: 2d, owner: ada}}}}
checkpoints: {{c: {{at: W1D2, scope: a, owner: {owner}}}}}
"""


@pytest.mark.parametrize(
    ("leave", "owner", "away"),
    [
        ("2026-01-06", "ada", True),
        ("2026-01-06", "person:ada", True),
        ("{date: 2026-01-05, until: 2026-01-09}", "ada", True),
        ("2026-01-07", "ada", False),
        ("2026-01-06", "dev", False),
    ],
)
def test_leave_of_a_checkpoint_s_owner_counts_on_its_day(found: Found, leave: str, owner: str, away: bool) -> None:  # noqa: FBT001 - a column of the table
    lines = found_by("checkpoint-owner-away", found(AWAY.format(leave=leave, owner=owner)))
    assert [line.partition(" ")[2] for line in lines] == ['"ada" runs "c" on Week 1 Day 2, but is away'] * away


TESTS = """title: T
waves:
  one:
    name: One
    tasks: {a: {name: A, duration: 1d}}
    tests:
      - {level: Unit, covers: C, command: make a, passes: P}
      - {level: Load, covers: C, command: make b, passes: P}
      - {level: Data, covers: C, command: make c, passes: P}
      - {level: Risk, covers: C, command: make d}
"""


def test_each_thing_that_a_test_lacks_is_told_at_the_test(found: Found) -> None:
    assert found(TESTS) == ['10:9 test "Risk" of "one" has no "passes"; 3 of 4 tests have one (wave-test-half-told)']
    assert found(TESTS.replace(", command: make c, passes: P", ", command: make c")) == []


def test_half_of_the_waves_may_have_no_tests(found: Found) -> None:
    more = "  two: {name: Two, tasks: {b: {name: B, duration: 1d}}}\n"
    assert found_by("wave-without-tests", found(TESTS + more)) == []


@pytest.mark.parametrize(
    ("description", "after", "said"),
    [
        ("All checkpoints passed, keys handed over.", "a", 1),
        ("Rollbacks are rehearsed, and every checkpoint is passed.", "a", 1),
        ("All checkpoints passed.", "b", 0),
        ("All checkpoints of the first wave are passed.", "a", 0),
        ("All checkpoints passed so far count.", "a", 0),
        ("Not all checkpoints are passed.", "a", 0),
    ],
)
def test_a_milestone_of_all_checkpoints_comes_behind_them(
    said_by: Callable[[str, str], list[str]], description: str, after: str, said: int
) -> None:
    plan = f"""title: T
tasks: {{a: {{name: A, duration: 5d}}, b: {{name: B, duration: 5d, depends_on: a}}}}
checkpoints: {{one: {{name: One, at: W1D5, scope: a}}, two: {{name: Two, at: W2D5, scope: b}}}}
milestones: {{ready: {{name: Ready, depends_on: {after}, description: "{description}"}}}}
"""
    assert len(said_by("milestone-before-checkpoints", plan)) == said
