"""Rules on what checkpoints test."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

PLAN = """title: T
phases: {{p: {{name: P}}}}
waves:
  one: {{name: One, phase: p, tasks: {{a: {{name: A, duration: 2d}}, b: {{name: B, duration: 2d}}}}}}
  two: {{name: Two, phase: p, tasks: {{c: {{name: C, duration: 2d}}, d: {{name: D, duration: 2d, delivers: [x]}}}}}}
milestones: {{ready: {{name: Ready, depends_on: [a, b], wave: two}}}}
deliverables: {{x: {{name: X{key}}}, y: {{name: Y, key: true}}}}
checkpoints:
  first: {{at: W1D2, scope: {first}}}
  last: {{at: W1D4, scope: {last}}}
"""


def found_by(rule: str, lines: list[str]) -> list[str]:
    return [line.removesuffix(f" ({rule})") for line in lines if line.endswith(f" ({rule})")]


def plan(first: str, last: str, key: str = "") -> str:
    return PLAN.format(first=first, last=last, key=key)


@pytest.mark.parametrize("last", ["[one, two]", "p", "[ready, c, d]", "[first, c, d]", "[a, b, c, d]"])
def test_work_is_tested_through_waves_phases_milestones_and_checkpoints(found: Found, last: str) -> None:
    assert found_by("work-untested", found(plan("ready", last))) == []


@pytest.mark.parametrize(
    ("first", "last", "untested"),
    [
        ("one", "c", ['5:66 no checkpoint tests "d"']),
        ("[a, c]", "[b, c]", ['5:66 no checkpoint tests "d"']),
        ("one", "two", []),
        ("one", "first", []),
    ],
)
def test_untested_work_is_told_where_most_is_tested(found: Found, first: str, last: str, untested: list[str]) -> None:
    assert found_by("work-untested", found(plan(first, last))) == untested


def test_a_wave_without_any_test_is_told_as_a_whole(found: Found) -> None:
    more = "  three: {name: Three, tasks: {e: {name: E, duration: 1d}}}\nmilestones:"
    lines = found(plan("one", "two").replace("milestones:", more, 1))
    assert found_by("work-untested", lines) == ['6:3 no checkpoint tests "three"']


def test_a_wave_is_not_tested_by_what_its_milestone_waits_for(found: Found) -> None:
    assert found_by("work-untested", found(plan("[c, a]", "two"))) == ['4:66 no checkpoint tests "b"']


def test_a_deliverable_is_tested_with_any_of_its_tasks(found: Found) -> None:
    assert found_by("deliverable-untested", found(plan("one", "d", ", key: true"))) == []
    assert found_by("deliverable-untested", found(plan("one", "c", ", key: true"))) == [
        '7:16 no checkpoint tests "x", the result of "d"'
    ]


def test_where_there_are_key_deliverables_others_are_not_asked_for(found: Found) -> None:
    assert found_by("deliverable-untested", found(plan("one", "c"))) == []


@pytest.mark.parametrize(
    ("first", "last", "left"),
    [
        ("one", "[a, two]", '"b"'),
        ("one", "[a, c, d]", '"b"'),
        ("one", "two", None),
        ("one", "[a, c]", None),
        ("one", "p", None),
    ],
)
def test_only_a_last_checkpoint_that_repeats_most_is_asked_for_the_rest(
    found: Found, first: str, last: str, left: str | None
) -> None:
    lines = found_by("last-checkpoint-partial", found(plan(first, last)))
    told = f'10:20 the last checkpoint, "last", tests 3 of 4 tasks, but not {left}'
    assert lines == ([told] if left else [])


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        ("[one, a]", '10:33 "last" tests "a" twice: it is part of "one"'),
        ("[a, p]", '10:28 "last" tests "a" twice: it is part of "p"'),
        ("[a, b, a]", '10:34 "last" tests "a" twice: it stands in the scope already'),
        ("[two, ready]", None),
    ],
)
def test_work_in_a_scope_twice_is_found_at_the_part(found: Found, scope: str, told: str | None) -> None:
    assert found_by("scope-twice", found(plan("a", scope))) == ([told] if told else [])


@pytest.mark.parametrize("scope", ["last", "[last]"])
def test_a_checkpoint_that_tests_itself_tests_nothing(found: Found, scope: str) -> None:
    lines = found_by("scope-without-work", found(plan("a", scope)))
    assert [line.partition(" ")[2] for line in lines] == ['"last" tests no task: there is none in "last"']


def test_checkpoints_that_test_each_other_come_to_an_end(found: Found) -> None:
    assert len(found_by("scope-without-work", found(plan("last", "first")))) == 2


NAMED = """title: T
waves: {{one: {{name: One, tasks: {{a: {{name: A, duration: 2d}}, b: {{name: B, duration: 2d}}}}}}}}
tasks: {{c: {{name: C, duration: 2d}}}}
milestones: {{ready: {{name: Ready, depends_on: [a, b, c]}}}}
checkpoints: {{k: {{at: W1D2, scope: {scope}, scope_name: "{words}"}}}}
"""


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("[a, b]", "{{ label('one') }}"),
        ("one", "{{ short('a') }} and {{ name('b') }}"),
        ("[one, c]", "{{ names(['one', 'c']) }}"),
        ("[a, c]", "A and C"),
        ("[a, c]", "All of {{ count('tasks') }} until {{ finish('b') }}"),
        ("[ready]", "{{ name('one') }} + {{ name('c') }}"),
        ("[a, c]", "{{ name('a') }"),
    ],
)
def test_words_that_fit_the_scope_are_left_alone(found: Found, scope: str, words: str) -> None:
    assert found_by("scope-name", found(NAMED.format(scope=scope, words=words))) == []


@pytest.mark.parametrize(
    ("scope", "words", "told"),
    [
        ("[a]", "{{ name('a') }}, {{ name('c') }}", '"k" is said to test "c", which is not in its scope'),
        ("[one, c]", "{{ name('c') }}", '"k" tests "one", which its scope in words does not name'),
    ],
)
def test_words_and_scope_are_held_against_each_other(found: Found, scope: str, words: str, told: str) -> None:
    lines = found_by("scope-name", found(NAMED.format(scope=scope, words=words)))
    assert [line.partition(" ")[2] for line in lines] == [told]


def test_a_plan_without_checkpoints_is_asked_for_none(found: Found) -> None:
    assert (
        found("title: T\ntasks: {a: {name: A, duration: 1d, delivers: x}}\ndeliverables: {x: {name: X, key: true}}\n")
        == []
    )


def test_tasks_of_one_wave_that_the_words_leave_out_are_told_once(helped: Callable[[str], list[str]]) -> None:
    plan = """title: T
waves:
  one: {name: One, tasks: {a: {name: A, duration: 1d}, b: {name: B, duration: 1d}}}
  two: {name: Two, tasks: {c: {name: C, duration: 1d}}}
checkpoints: {k: {name: K, at: W1D5, scope: [a, b, c], scope_name: "{{ short('two') }}"}}
"""
    assert [line for line in helped(plan) if "scope_name" in line] == [
        "name {{ short('one') }} in scope_name, or leave them out of the scope"
    ]
