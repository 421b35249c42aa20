"""The page for who decides: what it tells, and what it leaves out."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import executive

Taken = Callable[[str], Snapshot]

OPEN = """
tasks: {x: {name: X, duration: 1d}}
decisions:
  d: {title: Which way, said: both, does: left, why: shorter}
  e: {title: Whose turn, said: nobody, does: ours, why: theirs was last}
assumptions:
  a: {text: The road is open}
  b: {text: The bridge holds, check: It is measured}
"""
MANY = "".join(f"  m{number}: {{name: M{number}, depends_on: [t{number}]}}\n" for number in range(9))
TASKS = "".join(f"  t{number}: {{name: T{number}, duration: {number + 1}d}}\n" for number in range(9))


def test_teams_are_told_with_who_leads_them(dated: Snapshot) -> None:
    first, second = executive.view(dated).teams
    assert (first.item.words, first.lead and first.lead.words, first.people) == (
        "Wave 1: Base",
        "Ann",
        "1-2 × Developer",
    )
    assert second.lead is None


def test_what_sets_the_finish_is_told_by_its_ends(dated: Snapshot) -> None:
    chain = next(each for each in executive.view(dated).answers if each.question == "What sets the finish")
    assert [each.words for each in chain.of] == ["Schema", "Search"]


def test_certainty_is_told_where_something_is_uncertain(dated: Snapshot, taken: Taken) -> None:
    certain = taken("tasks: {x: {name: X, duration: 1d}}")
    assert [
        any(each.question == "How sure" for each in executive.view(plan).answers) for plan in (dated, certain)
    ] == [True, False]


def test_decisions_of_nobody_and_assumptions_without_a_check_are_open(taken: Taken) -> None:
    found = executive.view(taken(OPEN)).open
    assert [(each.kind, each.id) for each in found] == [("decision", "d"), ("decision", "e"), ("assumption", "a")]


def test_of_many_milestones_the_next_and_the_last_are_told(taken: Taken) -> None:
    page = executive.view(taken(f"tasks:\n{TASKS}milestones:\n{MANY}"))
    assert [each.name for each in page.milestones] == ["M0", "M1", "M2", "M3", "M4", "M8"]
    assert page.more_milestones == "3 further milestones"


def test_phases_stand_in_for_waves(taken: Taken) -> None:
    plan = taken("phases: {p: {name: Reading, tasks: {x: {name: X, duration: 1d}}}, q: {name: Later}}")
    assert [each.item.words for each in executive.view(plan).teams] == ["Phase 1: Reading"]


def test_a_plan_of_nothing_has_nothing_to_tell(taken: Taken) -> None:
    page = executive.view(taken(""))
    assert (page.answers, page.milestones, page.risks, page.open, page.teams) == ((), (), (), (), ())
