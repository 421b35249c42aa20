"""Rules on conditions and points that name other items."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

PLAN = """title: T
waves:
  one: {{name: One, highlights: [a, b], tasks: {{a: {{name: A, duration: 5d}}, b: {{name: B, duration: 5d}}}}}}
  two: {{name: Two, depends_on: one, tasks: {{c: {{name: C, duration: 5d}}}}, {two}}}
milestones: {{ready: {{name: Ready, depends_on: a}}, late: {{name: Late, depends_on: c}}}}
checkpoints:
  first: {{at: W1D5, scope: {scope}, {first}}}
  last: {{at: W3D1, scope: [one, two]}}
"""


def found_by(rule: str, lines: list[str]) -> list[str]:
    return [line.removesuffix(f" ({rule})").partition(" ")[2] for line in lines if line.endswith(f" ({rule})")]


def plan(two: str = "", first: str = "", scope: str = "[a, b]") -> str:
    return PLAN.format(two=two, first=first, scope=scope)


@pytest.mark.parametrize("named", ["ready", "first", "a", "one", "two"])
def test_what_is_there_before_may_be_asked_for(found: Found, named: str) -> None:
    assert found_by("entry-after-start", found(plan(f"entry: \"{{{{ name('{named}') }}}}\""))) == []


@pytest.mark.parametrize(
    ("named", "day"), [("late", "Week 2 Day 5"), ("last", "Week 3 Day 1"), ("c", "Week 2 Day 5")]
)
def test_a_wave_cannot_ask_for_what_comes_later(found: Found, named: str, day: str) -> None:
    lines = found_by("entry-after-start", found(plan(f"entry: [Keys, \"{{{{ name('{named}') }}}}\"]")))
    assert lines == [f'"two" asks for "{named}", but begins Week 2 Day 1, before {day}']


def test_a_checkpoint_cannot_ask_for_a_later_one(found: Found) -> None:
    lines = found_by("entry-after-start", found(plan(first="entry: \"{{ name('last') }}\"")))
    assert lines == ['"first" asks for "last", but begins Week 1 Day 5, before Week 3 Day 1']


@pytest.mark.parametrize(("named", "is_found"), [("first", False), ("late", False), ("last", True), ("c", False)])
def test_a_wave_is_done_with_its_last_week(found: Found, named: str, is_found: bool) -> None:  # noqa: FBT001 - a column of the table
    lines = found_by("exit-after-end", found(plan(f"exit: \"{{{{ name('{named}') }}}}\"")))
    assert lines == ([f'"two" ends in week 2, but waits for "{named}" on Week 3 Day 1'] if is_found else [])


def test_a_wave_may_be_accepted_after_its_last_week(found: Found) -> None:
    lines = found(plan("exit: \"{{ name('last') }}\"").replace("W3D1, scope: [one, two]", "W3D1, scope: [two]"))
    assert found_by("exit-after-end", lines) == []


@pytest.mark.parametrize(
    ("named", "is_found"), [("a", False), ("one", False), ("c", True), ("late", False), ("two", True)]
)
def test_points_speak_of_the_scope(found: Found, named: str, is_found: bool) -> None:  # noqa: FBT001 - a column of the table
    for key in ("covers", "exit"):
        lines = found_by("covers-outside-scope", found(plan(first=f"{key}: \"{{{{ name('{named}') }}}}\"")))
        assert lines == ([f'"first" speaks of "{named}", which is not in its scope'] if is_found else [])


def test_a_wave_named_as_a_whole_brings_its_finished_highlights(found: Found) -> None:
    words = "scope_name: \"{{ label('one') }}\""
    assert found_by("scope-name", found(plan(first=words))) == []
    assert found_by("scope-name", found(plan(first=words, scope="[a]"))) == [
        '"first" is said to test "one", but leaves out "b"'
    ]
    assert (
        found_by("scope-name", found(plan(first=words, scope="[a]").replace("highlights: [a, b]", "highlights: [a]")))
        == []
    )


STATUS = """title: T
start: 2026-01-05
status_date: {date}
tasks: {{a: {{name: A, duration: 2d}}}}
criteria: {{c: {{text: Good, items: a, done: true}}}}
"""


@pytest.mark.parametrize(("date", "count"), [("2026-01-05", 1), ("2026-01-06", 0), ("2026-02-01", 0)])
def test_without_progress_the_status_date_tells_what_may_be_met(found: Found, date: str, count: int) -> None:
    assert len(found_by("criterion-done-too-early", found(STATUS.format(date=date)))) == count


def test_a_text_about_other_work_than_the_items_is_found(found: Found) -> None:
    criterion = "criteria: {c: {text: \"{{ name('one') }} is used\", items: two}}\n"
    assert found_by("criterion-label", found(plan() + criterion)) == [
        'criterion "c" speaks of "one", but is about "two"'
    ]
    assert found_by("criterion-label", found(plan() + criterion.replace("items: two", "items: a"))) == []


def test_a_checkpoint_s_criterion_stands_in_a_phase_that_is_not_over(found: Found) -> None:
    text = plan().replace("{name: One,", "{name: One, phase: p,").replace("{name: Two,", "{name: Two, phase: q,")
    text += "phases: {p: {name: P}, q: {name: Q}}\ncriteria: {c: {text: Good, items: ITEM, phase: p}}\n"
    assert found_by("criterion-phase", found(text.replace("ITEM", "first"))) == []
    assert found_by("criterion-phase", found(text.replace("ITEM", "last"))) == [
        'criterion "c" is listed in "p", which ends in week 1; "last" is in week 3'
    ]


GATED = """title: T
waves:
  one: {{name: One, tasks: {{a: {{name: A, duration: 2d}}, b: {{name: B, duration: 1d}}}}}}
  other: {{name: Other, tasks: {{x: {{name: X, duration: 1d}}}}}}
  two: {{name: Two, depends_on: gate, entry: "{{{{ name('{named}') }}}}", tasks: {{c: {{name: C, duration: 1d}}}}}}
milestones: {{ready: {{name: Ready, depends_on: a}}}}
checkpoints: {{gate: {{at: W1D5, scope: one, entry: "{{{{ name('{asked}') }}}}"}}}}
"""


@pytest.mark.parametrize(
    ("named", "asked", "is_found"),
    [("a", "b", False), ("ready", "b", False), ("x", "b", True), ("x", "x", False)],
)
def test_who_waits_for_a_checkpoint_waits_for_what_that_tests(
    found: Found,
    named: str,
    asked: str,
    is_found: bool,  # noqa: FBT001 - a column of the table
) -> None:
    lines = found_by("entry-without-dependency", found(GATED.format(named=named, asked=asked)))
    assert bool(lines) is is_found
