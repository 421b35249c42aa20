"""Rules on what the documents would show."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def found_by(rule: str, lines: list[str]) -> list[str]:
    return [line.partition(" (")[0] for line in lines if line.endswith(f" ({rule})")]


def waves(*lines: str) -> str:
    each = (
        f"  {line}, tasks: {{t{number}: {{name: Task {number}, duration: 1d}}}}}}\n"
        for number, line in enumerate(lines)
    )
    return f"title: T\nwaves:\n{''.join(each)}"


@pytest.mark.parametrize(("having", "found_at"), [(4, 0), (3, 1), (2, 0), (0, 0)])
def test_a_gap_is_one_where_three_quarters_tell_it(found: Found, having: int, found_at: int) -> None:
    lines = [f"w{number}: {{name: Wave of {number}{', goal: G' if number < having else ''}" for number in range(4)]
    assert len(found_by("half-described", found(waves(*lines)))) == found_at


def test_tasks_are_looked_at_wherever_they_stand(found: Found) -> None:
    plan = """title: T
tasks: {a: {name: A, duration: 1d, description: D}, b: {name: B, duration: 1d, description: D}}
phases: {p: {name: P, tasks: {c: {name: C, duration: 1d, description: D}, d: {name: D, duration: 1d}}}}
"""
    assert found(plan) == ['3:75 "d" has no "description"; 3 of 4 tasks have one (half-described)']


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("one: {name: A", "two: {name: B, short: A", ['4:25 "one" and "two" are both "A" in charts']),
        ("one: {name: A, short: X", "two: {name: B, short: x", ['4:25 "one" and "two" are both "x" in charts']),
        ("one: {name: A, short: X", "two: {name: B, short: Y", []),
        ("one: {name: A, short: X", "two: {name: A, short: Y", []),
    ],
)
def test_short_names_tell_items_apart(found: Found, first: str, second: str, told: list[str]) -> None:
    assert found_by("short-twice", found(waves(first, second))) == told


def test_a_task_may_be_called_as_a_wave(found: Found) -> None:
    assert found_by("short-twice", found(waves("one: {name: A, short: Task 0"))) == []


@pytest.mark.parametrize(("length", "short", "found_at"), [(40, "", []), (41, "", ["3:15"]), (41, ", short: S", [])])
def test_forty_characters_have_room(found: Found, length: int, short: str, found_at: list[str]) -> None:
    lines = found_by("name-too-long", found(waves(f"one: {{name: {'n' * length}{short}")))
    assert [line.partition(" ")[0] for line in lines] == found_at


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("wave-1: {name: A", "wave-2: {name: B", []),
        ("wave-2: {name: A", "wave-3: {name: B", ['3:3 "wave-2" is called "Wave 1" in the documents',
                                                 '4:3 "wave-3" is called "Wave 2" in the documents']),
        ("wave-1: {name: A, label: Wave 2", "core: {name: B, label: Wave 1",
         ['3:28 "wave-1" is called "Wave 2" in the documents']),
        ("wave-7: {name: A, label: Crew 1", "api-v9: {name: B", []),
    ],
)  # fmt: skip
def test_the_number_of_an_id_is_that_of_the_label(found: Found, first: str, second: str, told: list[str]) -> None:
    assert found_by("label-number", found(waves(first, second))) == told


def test_a_checkpoint_s_name_may_count_as_its_id_does(found: Found) -> None:
    plan = """title: T
tasks: {a: {name: A, duration: 1d}}
checkpoints: {checkpoint-2: {at: W1D1, scope: a, name: Checkpoint 2}}
"""
    assert found_by("label-number", found(plan)) == []
    assert found_by("label-number", found(plan.replace("Checkpoint 2}", "Checkpoint 1}"))) == [
        '3:56 "checkpoint-2" is called "Checkpoint 1" in the documents'
    ]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("one: {name: A, label: Crew", "two: {name: B, label: crew", ['4:25 "two" and "one" are both called "crew"']),
        ("one: {name: A", "two: {name: B, label: Wave 1", ['4:25 "two" and "one" are both called "Wave 1"']),
        ("one: {name: A, label: Wave 2", "two: {name: B", ['4:3 "two" and "one" are both called "Wave 2"']),
        ("one: {name: A, label: X", "two: {name: B", []),
    ],
)
def test_labels_differ(found: Found, first: str, second: str, told: list[str]) -> None:
    assert found_by("label-twice", found(waves(first, second))) == told
