"""Fingerprints name what is wrong, not where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.snapshot import examine
from generator.sources.paths import path_of
from generator.sources.plan_files import parse_plan

LATE = """committed: {weeks: 3}
tasks:
  a: {name: A, duration: 2d, depends_on: []}
checkpoints:
  c: {at: W1D1, scope: [a]}
"""
BROKEN = [
    "tasks: {a: {name: A}}\n",
    "tasks: {a: {name: A, duration: 2d, ownr: x}}\n",
    "tasks: {a: {name: A, duration: soon}}\n",
    "tasks: {a: 1, a: 2}\n",
    "tasks: {a: {name: A, duration: 2d, depends_on: a}}\n",
    "tasks: {a: {name: A, duration: 2d, depends_on: b}}\n",
    "tasks: [\n",
    "summary: !!str x\n",
]


def fingerprints(text: str) -> list[str]:
    return [each.fingerprint for each in examine(parse_plan(text.encode(), "plan.yaml")).findings]


@pytest.mark.parametrize("text", [LATE, *BROKEN])
def test_they_stay_when_lines_move(text: str) -> None:
    found = fingerprints("title: T\n" + text)
    assert found
    assert all(found)
    assert fingerprints("# a remark\n\ntitle: T\n\n\n" + text) == found


def test_they_do_not_know_how_the_file_is_called() -> None:
    text = "title: T\n" + LATE
    other = examine(parse_plan(text.encode(), "elsewhere/other.yaml"))
    assert [each.fingerprint for each in other.findings] == fingerprints(text)


def test_an_entry_of_a_list_may_move_within_it() -> None:
    two = "title: T\ntasks: {a: {name: A, duration: 2d}}\ncheckpoints: {c: {at: W1D1, scope: [x, a]}}\n"
    assert fingerprints(two) == fingerprints(two.replace("[x, a]", "[a, x]"))


def test_findings_alike_are_told_apart_by_their_number() -> None:
    text = "title: T\nprinciples: ['{{ x }}', '{{ x }}']\ntasks: {a: {name: A, duration: 2d}}\n"
    found = fingerprints(text)
    assert len(set(found)) == len(found) >= 2


def test_another_message_is_another_finding() -> None:
    assert fingerprints("title: T\n" + LATE) != fingerprints("title: T\n" + LATE.replace("weeks: 3", "weeks: 4"))


@pytest.mark.parametrize(
    ("data", "pointer", "path"),
    [
        ({"tasks": {"a": {}}}, ("tasks", "a", "duration"), "tasks.a.duration"),
        ({"scope": ["x", "y"]}, ("scope", 1), "scope[y]"),
        ({"scope": "x"}, ("scope", 0), "scope[x]"),
        ({"steps": [{"do": "Lower it", "takes": "1m"}]}, ("steps", 0, "takes"), "steps[Lower it].takes"),
        ({"steps": [{}, [[]]]}, ("steps", 1), "steps[1]"),
        ({"steps": []}, ("steps", 7), "steps[7]"),
        ({}, (), ""),
    ],
)
def test_a_path_names_entries_by_what_they_say(data: object, pointer: tuple[str | int, ...], path: str) -> None:
    assert path_of(data, pointer) == path


VALUES = st.recursive(
    st.text(max_size=5) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(VALUES, st.lists(st.text(max_size=3) | st.integers(0, 4), max_size=4))
def test_every_pointer_into_anything_has_a_path(data: object, steps: list[str | int]) -> None:
    assert isinstance(path_of(data, tuple(steps)), str)
