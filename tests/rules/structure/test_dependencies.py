"""Dependencies that are told twice, and circles told with their lines."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

PAIR = "title: T\ntasks:\n  a: {{name: A, duration: 2d}}\n  b: {{name: B, duration: 1d, depends_on: [{links}]}}\n"


def test_the_second_of_two_equal_links_is_found(found: Found) -> None:
    assert found(PAIR.format(links="a, a")) == ['4:46 "b" waits for "a" twice (dependency-twice)']


def test_two_lags_of_one_link_are_told_beside_each_other(found: Found) -> None:
    assert found(PAIR.format(links="a, a FS+1d")) == [
        '4:46 "b" waits for "a" twice ("a" and "a FS+1d") (dependency-twice)'
    ]


@pytest.mark.parametrize("links", ["a SS, a FF", "a", "a SS+1d, a FF+1d"])
def test_links_between_different_ends_stand_side_by_side(found: Found, links: str) -> None:
    assert found(PAIR.format(links=links)) == []


def test_a_third_mention_is_found_as_well(found: Found) -> None:
    assert len(found(PAIR.format(links="a, a, a"))) == 2


INHERITED = """title: T
phases: {{p: {{name: P, depends_on: {phase}}}}}
waves:
  one: {{name: One, tasks: {{a: {{name: A, duration: 1d}}}}}}
  two: {{name: Two, phase: p, depends_on: {wave}, tasks: {{b: {{name: B, duration: 1d, depends_on: {task}}}}}}}
"""


@pytest.mark.parametrize(
    ("phase", "wave", "task", "lines"),
    [
        ("[]", "one", "one", ['5:94 "b" waits for "one", as all of "two" does (dependency-inherited)']),
        ("one", "[]", "one", ['5:93 "b" waits for "one", as all of "p" does (dependency-inherited)']),
        ("one", "one", "[]", ['5:42 "two" waits for "one", as all of "p" does (dependency-inherited)']),
        ("[]", "one", "a", []),
        ("[]", "one", "one FS+1d", []),
        ("[]", "one SS", "one", []),
    ],
)
def test_what_a_wave_or_phase_waits_for_need_not_be_told_again(
    found: Found, phase: str, wave: str, task: str, lines: list[str]
) -> None:
    plan = INHERITED.format(phase=phase, wave=wave, task=task)
    assert [line for line in found(plan) if "dependency" in line] == lines


def test_a_circle_tells_the_line_of_every_link(found: Found) -> None:
    plan = """title: T
tasks:
  a:
    name: A
    duration: 1d
    depends_on: b
  b:
    name: B
    duration: 1d
    depends_on:
      - a
"""
    assert found(plan) == ['6:17 dependency cycle: "a" -> "b" -> "a" (lines 6 and 11) (dependency-cycle)']


def test_a_duplicate_id_names_both_places(found: Found) -> None:
    plan = """title: T
waves:
  w: {name: W, tasks: {a: {name: A, duration: 1d}}}
tasks:
  b: {name: B, duration: 1d}
  a: {name: A, duration: 1d}
"""
    assert found(plan) == ['6:3 duplicate id "a" in "tasks", first in "waves.w.tasks" (line 3) (duplicate-id)']


def test_an_unknown_day_of_a_deadline_is_found(found: Found) -> None:
    plan = "title: T\ntasks: {a: {name: A, duration: 1d, deadline: W1D6}}\n"
    assert found(plan) == ['2:46 no day "W1D6": a week has 5 workdays (no-such-day)']


def test_a_wave_that_waits_for_a_part_of_itself_is_told_at_the_wave_alone(found: Found) -> None:
    plan = (
        "title: T\nwaves:\n  w:\n    name: W\n    depends_on: a\n"
        "    tasks: {a: {name: A, duration: 1d}, b: {name: B, duration: 1d, depends_on: a}}\n"
    )
    assert found(plan) == ['5:17 "w" depends on "a", which is part of it (dependency-cycle)']


def test_a_milestone_that_only_its_wave_puts_into_a_circle_is_told_at_its_wave(found: Found) -> None:
    plan = """title: T
waves:
  one: {name: One, tasks: {a: {name: A, duration: 1d}, b: {name: B, duration: 1d, depends_on: frozen}}}
  two: {name: Two, depends_on: one, tasks: {c: {name: C, duration: 1d}}}
milestones:
  frozen: {name: Frozen, depends_on: a, wave: two}
"""
    (told,) = [each for each in found(plan) if each.endswith("(dependency-cycle)")]
    assert told.startswith("6:")
