"""Lists that name a thing twice, highlights of other waves, names that tell nothing apart, empty changes."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

WAVES = """title: T
waves:
  v: {{name: V, highlights: {highlights}, tasks: {{a: {{name: A, duration: 1d}}}}}}
  w: {{name: W, tasks: {{b: {{name: B, duration: 1d}}}}}}
tasks: {{c: {{name: C, duration: 1d}}}}
"""


@pytest.mark.parametrize(
    ("highlights", "lines"),
    [
        ("[a]", []),
        ("[a, b]", ['3:32 highlight "b" of "v" is a task of "w" (highlight-outside-wave)']),
        ("c", ['3:28 highlight "c" of "v" belongs to no wave (highlight-outside-wave)']),
        ("[a, a]", ['3:32 "a" stands twice in "highlights" of "v" (reference-twice)']),
    ],
)
def test_highlights_are_tasks_of_the_wave_each_once(found: Found, highlights: str, lines: list[str]) -> None:
    assert found(WAVES.format(highlights=highlights)) == lines


def test_the_same_id_in_two_lists_is_no_repetition(found: Found) -> None:
    plan = """title: T
roles: {dev: {name: Dev, count: 2}}
people: {ada: {name: Ada, role: dev}}
tasks:
  a: {name: A, duration: 1d, people: [ada], needs: {dev: 1}}
  b: {name: B, duration: 1d, people: [ada], needs: {dev: 1}, depends_on: a}
"""
    assert found(plan) == []


def test_a_person_named_twice_at_a_task_is_found(found: Found) -> None:
    plan = """title: T
roles: {dev: {name: Dev, count: 2}}
people: {ada: {name: Ada, role: dev}}
tasks: {a: {name: A, duration: 1d, people: [ada, ada], needs: {dev: 2}}}
"""
    assert '4:50 "ada" stands twice in "people" of "a" (reference-twice)' in found(plan)


def test_names_are_compared_without_case_and_width(found: Found) -> None:
    plan = 'title: T\ntasks: {a: {name: Load Test, duration: 1d}, b: {name: "load  test", duration: 1d}}\n'
    assert found(plan) == ['2:55 task "b" has the name of "a": "load  test" (line 2) (name-twice)']


def test_tasks_of_two_waves_and_items_of_two_kinds_may_share_a_name(found: Found) -> None:
    plan = """title: T
waves:
  v: {name: V, tasks: {a: {name: Review, duration: 1d}}}
  w: {name: W, tasks: {b: {name: Review, duration: 1d}}}
milestones: {m: {name: Review, depends_on: [a, b]}}
"""
    assert found(plan) == []


DECISION = """title: T
decisions:
  d:
    title: D
    said: S
    does: X
    why: Y
    changes:
      - {change}
"""


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        ("{was: one}", []),
        ("{now: two}", []),
        ("{}", ['9:9 change 1 of decision "d" is empty (change-without-words)']),
        ("{was: one, now: one}", ['9:25 change 1 of decision "d" says the same twice (change-without-words)']),
    ],
)
def test_a_change_is_an_old_line_a_new_line_or_both(found: Found, change: str, lines: list[str]) -> None:
    assert found(DECISION.replace("{change}", change)) == lines


def test_highlights_of_the_own_wave_are_not_swapped_whatever_they_are_called(found: Found) -> None:
    plan = """title: T
waves:
  rooms: {name: Rooms for Drugs, highlights: [stock], tasks: {stock: {name: Stock of Cables, duration: 1d}}}
  cables: {name: Cables and Stock, highlights: [drugs], tasks: {drugs: {name: Rooms, duration: 1d}}}
"""
    assert [each for each in found(plan) if "references-swapped" in each] == []
