"""A first plan passes its own check: what the rules refuse goes back to the notes, unless the documents differ."""

from generator.audit.first_plan.compose import FirstPlan, first_plan
from generator.audit.first_plan.draft import Entry
from generator.audit.first_plan.taking_out import taken_out
from generator.audit.reading import read_document
from generator.findings import Severity
from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan

_HALL = """# Leaving the hall

340 servers stand in the hall. Only 300 of them move, the others are retired.

| Phase | Weeks |
|---|---|
| Phase 1: Prepare | 1-10 |
| Phase 2: Move | 11-13 |

## Principles

- Nothing is carried without a label.

## Acceptance checklist

- [ ] 40 servers shredded
- [ ] Keys handed back
"""


def made(text: str) -> tuple[FirstPlan, Outcome]:
    plan = first_plan([read_document(text, "x.md")])
    return plan, examine(parse_plan(plan.text.encode(), "plan/plan.yaml"))


def errors(outcome: Outcome) -> list[str]:
    return [each.message for each in outcome.findings if each.severity is Severity.ERROR]


def test_a_sentence_that_the_rules_refuse_is_a_note() -> None:
    plan, outcome = made(_HALL)
    assert errors(outcome) == []
    assert ("x.md", 16) in plan.notes
    assert outcome.snapshot is not None
    assert [phase.name for phase in outcome.snapshot.plan.phases.values()] == ["Prepare", "Move"]
    assert [each.text for each in outcome.snapshot.plan.criteria.values()] == ["Keys handed back"]


def test_of_an_entry_only_what_is_refused_goes() -> None:
    rules = Entry(("principles",), ["Label all.", "Move takes a year.", "Go home."], frozenset())
    phase = Entry(("phases", "move"), {"name": "Move", "team_total": {"porter": "3"}}, frozenset())
    left = taken_out([rules, phase], [("principles", 1), ("phases", "move", "team_total", "porter")])
    assert [each.value for each in left] == [["Label all.", "Go home."], {"name": "Move"}]


def test_an_entry_goes_with_the_day_that_is_refused() -> None:
    gate = Entry(("checkpoints", "g"), {"name": "Gate", "at": "W1D1", "scope": ["a"]}, frozenset())
    assert taken_out([gate, Entry(("checkpoints", "g", "owner"), "ada", frozenset())], [(*gate.pointer, "at")]) == []


def test_signs_without_a_font_are_left_out_of_names_and_stay_in_the_notes() -> None:
    plan, outcome = made("# ⛵ Upgrade of the harbour\n\n| Phase | Weeks |\n|---|---|\n| 1 Rig | 1-2 |\n")
    assert outcome.snapshot is not None
    assert outcome.snapshot.plan.title == "Upgrade of the harbour"
    assert ("x.md", 1) in plan.notes
    assert "# x.md:1: # ⛵ Upgrade of the harbour\n" in plan.text
