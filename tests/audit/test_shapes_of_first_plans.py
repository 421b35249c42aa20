"""Shapes that plans of many authors have: weeks and months as headings, estimates, and what is left out."""

from generator.audit.first_plan.compose import first_plan
from generator.audit.reading import read_document
from generator.model.plan import Plan
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan


def made_of(document: str) -> tuple[Plan, str]:
    text = first_plan([read_document(document, "doc.md")]).text
    snapshot = examine(parse_plan(text.encode(), "plan/plan.yaml")).snapshot
    assert snapshot is not None
    return snapshot.plan, text.partition("# Notes")[2]


def test_months_as_headings_are_parts_told_in_weeks() -> None:
    plan, _ = made_of(
        "# Orchard\n\n## Calendar\n\n### Month 1: Ground\n\n- Clear the field\n- Test the soil\n\n"
        "### Month 3: Trees\n\n- Plant the trees\n"
    )
    assert [(wave.name, str(wave.weeks)) for wave in plan.waves.values()] == [("Ground", "1-4"), ("Trees", "9-13")]
    assert [task.name for wave in plan.waves.values() for task in wave.tasks.values()] == [
        "Clear the field",
        "Test the soil",
        "Plant the trees",
    ]
    assert "months" in plan.assumptions


def test_tables_below_weeks_are_tasks_of_those_weeks() -> None:
    plan, _ = made_of(
        "# Museum shop\n\n## Sprint 1: Shelves\n\n### Week 1\n\n"
        "| Milestone | Owner | Objective | Status |\n|---|---|---|---|\n"
        "| Order the shelves | Shop Lead | Obj 1 | Pending |\n\n### Week 2\n\n"
        "| Milestone | Owner | Objective | Status |\n|---|---|---|---|\n"
        "| Paint the walls | Shop Lead | Obj 2 | Pending |\n"
    )
    tasks = [task for wave in plan.waves.values() for task in wave.tasks.values()]
    assert [(task.name, str(task.start)) for task in tasks] == [
        ("Order the shelves", "W1D1"),
        ("Paint the walls", "W2D1"),
    ]


def test_boxes_below_a_week_are_tasks_and_no_criteria() -> None:
    plan, _ = made_of("# Fair\n\n### Week 1-2: Stalls\n\n- [ ] Rent the stalls\n- [ ] Print the posters\n")
    assert [task.name for wave in plan.waves.values() for task in wave.tasks.values()] == [
        "Rent the stalls",
        "Print the posters",
    ]
    assert not plan.criteria


def test_lengths_in_headings_are_kept_and_numbered_parts_follow_one_another() -> None:
    plan, _ = made_of(
        "# Move\n\n## Phase 1: Copy the archive (2-3 hours)\n\nAll of it.\n\n"
        "## Phase 2: Read it back (1 week)\n\nTwice.\n"
    )
    assert [str(task.duration) for phase in plan.phases.values() for task in phase.tasks.values()] == ["3h", "5d"]
    assert [tuple(each.on for each in phase.depends_on) for phase in plan.phases.values()] == [(), ("phase-1",)]
    assert "order" in plan.assumptions


def test_estimates_are_lengths_and_codes_name_what_tasks_wait_for() -> None:
    plan, _ = made_of(
        "# Sprint\n\n## Must have\n\n| ID | Task | Owner | Est. | Dependencies |\n|---|---|---|---|---|\n"
        "| B1-01 | Write the index | Writer | 0.5d | — |\n| B1-02 | Read the index | Reader | 4h | B1-01 |\n"
    )
    assert [(task.name, str(task.duration)) for task in plan.tasks.values()] == [
        ("Write the index", "0.5d"),
        ("Read the index", "4h"),
    ]
    assert [len(task.depends_on) for task in plan.tasks.values()] == [0, 1]


def test_products_states_and_risks_are_no_people() -> None:
    plan, _ = made_of(
        "# Store\n\n**Status:** Design Complete\n\n- Platform: Harbour Cloud\n- Models: Lantern Nine\n\n## Risks\n\n"
        "- **Budget Overrun:** the budget is looked at weekly\n- Late parts (Biggest Worry)\n\n"
        "| Area | Step |\n|---|---|\n| Doors | In Progress |\n| Walls | Not Started |\n\n"
        "The progress is told weekly.\n"
    )
    assert not plan.people


def test_whoever_a_label_of_people_names_is_somebody() -> None:
    plan, _ = made_of(
        "# Store\n\n- Project lead: Ada Lind\n- Platform: Harbour Cloud\n\nBuilt by the end of June 2027.\n"
    )
    assert [person.name for person in plan.people.values()] == ["Ada Lind"]


def test_what_is_out_of_scope_is_a_note() -> None:
    plan, notes = made_of(
        "# Store\n\n## Scope\n\n### In scope\n\n- The shop floor is built and lit.\n\n### Out of scope\n\n"
        "- The upper floor is built and lit.\n\n## Exclusion criteria\n\n- Children below six\n"
    )
    assert "upper floor" not in str(plan.approach)
    assert not plan.criteria
    assert "The upper floor is built and lit." in notes


def test_dates_within_words_are_no_work() -> None:
    plan, _ = made_of("# Clock 2027\n\n- Tests\n- **28 Dec 2027 - 3 Jan 2028 edge case REQUIRED**\n")
    assert not plan.tasks
