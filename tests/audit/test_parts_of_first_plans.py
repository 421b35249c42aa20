"""Parts of a first plan are called what their rows tell, and count everybody that a column counts."""

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


_GAME = """# Game

## Squads

| Squad | Lead | Engineers | Designers | Head count |
|---|---|---|---|---|
| Currents | Mateo Ruiz | 4 | 1 | 6 |
| Lantern | Yuki Tanabe | 2 | 1 | 7 |

## Sprints

| Sprint | Dates | Goal | Points |
|---|---|---|---|
| S1 | 5 July 2027 - 16 July 2027 | Save system rewritten | 34 |
| S2 | 19 July 2027 - 30 July 2027 | Last biome | 40 |

## Quality bars

| Metric | PC | Switch |
|---|---|---|
| Load time | < 4 s | < 9 s |
"""


def test_a_sprint_is_called_by_its_goal() -> None:
    plan, _ = made_of(_GAME)
    assert [wave.name for wave in plan.waves.values()] == ["Save system rewritten", "Last biome"]


def test_a_team_counts_all_of_its_people() -> None:
    plan, _ = made_of(_GAME)
    assert {role.name: str(role.count) for role in plan.roles.values() if role.count} == {
        "Currents": "6",
        "Lantern": "7",
    }


def test_a_limit_of_one_of_several_is_no_limit_of_the_thing() -> None:
    plan, notes = made_of(_GAME)
    assert not plan.targets
    assert "| Load time | < 4 s | < 9 s |" in notes


def test_a_total_below_an_empty_cell_groups_no_rows() -> None:
    plan, _ = made_of(
        "# Move\n\n## Stages\n\n"
        "| Stage | Name | From | To | Working days | Responsible |\n|---|---|---|---|---|---|\n"
        "| Stage 1 | Inventory | 01.03.2027 | 12.03.2027 | 10 | Ada Lind |\n"
        "| Stage 2 | Transport | 15.03.2027 | 19.03.2027 | 5 | Emil Torp |\n| | Total | | | 15 | |\n"
    )
    assert [(phase.name, task.owner) for phase in plan.phases.values() for task in phase.tasks.values()] == [
        ("Inventory", "ada-lind"),
        ("Transport", "emil-torp"),
    ]


def test_people_that_something_is_done_for_are_no_team() -> None:
    plan, _ = made_of(
        "# Rollout\n\n| Batch | Weeks | Clinics | Staff to train |\n|---|---|---|---|\n"
        "| Batch 1 | 1-2 | Ashby | 16 |\n| Batch 2 | 3-4 | Birk | 12 |\n"
    )
    assert [wave.team for wave in plan.waves.values()] == [{}, {}]


def test_named_phases_stand_in_the_order_of_the_document() -> None:
    plan, _ = made_of("# Shop\n\n| Stage | Weeks |\n|---|---|\n| Trial | 1-2 |\n| Opening | 3 |\n| Care | 4 |\n")
    assert [phase.name for phase in plan.phases.values()] == ["Trial", "Opening", "Care"]


def test_a_total_below_a_later_column_is_no_phase() -> None:
    plan, _ = made_of(
        "# Shop\n\n| Phase | Weeks |\n|---|---|\n| Build | 1-2 |\n| Opening | 3-4 |\n\n"
        "| Wave | Week | Phase | Orders |\n|---|---|---|---|\n| 1 | 3 | Opening | 300 |\n| | | Together | 300 |\n"
    )
    assert [phase.name for phase in plan.phases.values()] == ["Build", "Opening"]


def test_a_batch_that_is_timed_as_a_stage_belongs_to_it() -> None:
    plan, _ = made_of(
        "# Rollout\n\n| Stage | Weeks | Run by |\n|---|---|---|\n| Prepare | 1 | Office |\n"
        "| Batch North | 2-3 | Team N |\n"
        "\n## Clinics\n\n| Batch | Clinics |\n|---|---|\n| North | Ashby, Birk |\n"
    )
    assert [(wave.name, wave.phase) for wave in plan.waves.values()] == [("North", "batch-north")]
    tasks = [task.name for phase in plan.phases.values() for task in phase.tasks.values()]
    assert tasks == ["Prepare"]


def test_parts_that_the_row_of_a_phase_lists_are_its_waves() -> None:
    plan, _ = made_of(
        "# Move\n\n| Phase | Weeks | What happens |\n|---|---|---|\n| Phase 1: Fit out | 1-2 | Walls, power |\n"
        "| Phase 2: Move | 3-4 | Batches A and B |\n\n## Batches\n\n| Batch | Weeks |\n|---|---|\n"
        "| Batch A | 3 |\n| Batch B | 4 |\n"
    )
    assert {wave.id: wave.phase for wave in plan.waves.values()} == {"batch-a": "phase-2", "batch-b": "phase-2"}
    assert not plan.phases["phase-2"].tasks


def test_what_a_phase_with_waves_leads_to_is_its_goal() -> None:
    plan, _ = made_of(
        "# Ledger\n\n| Phase | Weeks | Workstreams | Outcome |\n|---|---|---|---|\n"
        "| Phase 1: Build | 1-4 | A, B | Replica follows |\n\n"
        "## 1. Workstream A: Schema (Weeks 1-2)\n\nTables.\n\n## 2. Workstream B: Copy (Weeks 3-4)\n\nRows.\n"
    )
    phase = plan.phases["phase-1"]
    assert (phase.goal, dict(phase.tasks)) == ("Replica follows", {})
    assert [wave.phase for wave in plan.waves.values()] == ["phase-1", "phase-1"]


def test_a_phase_has_the_name_behind_its_number_in_a_numbered_heading() -> None:
    plan, _ = made_of("# Exit\n\n### 2.1 Phase 1 – Discover (Weeks 1-3)\n\n- Dependency map\n- Owners of all\n")
    assert [phase.name for phase in plan.phases.values()] == ["Discover"]
    assert [task.name for task in plan.phases["phase-1"].tasks.values()] == ["Dependency map", "Owners of all"]


def test_strong_labels_below_a_part_tell_its_goal_and_what_it_waits_for() -> None:
    plan, notes = made_of(
        "# Ledger\n\n## Workstream A: Schema (Weeks 1-2)\n\n**Delivers**: tables, index plan\n**Ends with**: M1\n\n"
        "## Workstream B: Copy (Weeks 3-4)\n\n**Team**: Platform\n**Needs**: Workstream A\n"
        "**Delivers**: change stream\n"
    )
    first, second = plan.waves.values()
    assert (first.goal, first.exit) == ("tables, index plan", ("Ends with: M1",))
    assert ([each.on for each in second.depends_on], second.goal) == (["workstream-a"], "change stream")
    assert "**Team**: Platform" in notes


def test_entries_below_the_entry_of_a_part_are_its_work_and_its_conditions() -> None:
    plan, notes = made_of(
        "# Hardening\n\n## Sprints\n\n1. **Sprint 1: See** (weeks 1-2)\n"
        "   - Inventory of accounts, rules and laptops\n"
        "   - Done when all hosts are covered\n2. **Sprint 2: Report** (weeks 3-4)\n   - Reports for all\n"
    )
    first, second = plan.waves.values()
    assert (first.name, [task.name for task in first.tasks.values()]) == (
        "See",
        ["Inventory of accounts, rules and laptops"],
    )
    assert first.exit == ("Done when all hosts are covered",)
    assert [task.name for task in second.tasks.values()] == ["Reports for all"]
    assert not notes


def test_teams_of_lists_are_counted_with_whoever_leads_them() -> None:
    plan, _ = made_of(
        "# Game\n\nAda Lind heads Currents.\n\n## Squads\n\n- **Lantern**, 4 people, led by Tom Rau\n"
        "- Shop: 6 developers, 2 testers - 8 people\n"
    )
    assert [(role.name, str(role.count)) for role in plan.roles.values()] == [
        ("Lead", "None"),
        ("Lantern", "4"),
        ("Shop", "8"),
    ]
    assert [person.name for person in plan.people.values()] == ["Ada Lind", "Tom Rau"]


def test_the_people_that_a_sentence_lists_are_people_of_the_plan() -> None:
    plan, _ = made_of(
        "# Rollout\n\nThe office has four people: Ada Lind (lead), Tom Rau, Eva Kern and Bilal Aziz. "
        "Ole Friis visits.\n"
    )
    assert [person.name for person in plan.people.values()] == ["Ada Lind", "Tom Rau", "Eva Kern", "Bilal Aziz"]


def test_a_team_that_has_work_keeps_its_number() -> None:
    plan, _ = made_of(
        "# Exit\n\n| Team | Lead | People | Internal |\n|---|---|---|---|\n"
        "| Data | Ada Lind | 6 | 4 |\n| Net | Tom Rau | 5 | 3 |\n"
        "\n| Task | Week | Owner |\n|---|---|---|\n| Copy all | 1 | Data |\n"
    )
    assert {role.name: str(role.count) for role in plan.roles.values()}["Data"] == "6"


def test_a_dated_phase_with_waves_tells_its_dates() -> None:
    plan, _ = made_of(
        "# Shop\n\n| Phase | Start | End |\n|---|---|---|\n| Build | 2027-08-02 | 2027-09-17 |\n"
        "| Opening | 2027-09-20 | 2027-10-15 |\n\n"
        "| Wave | Country | Opening day | Phase |\n|---|---|---|---|\n| 1 | Austria | 2027-09-21 | Opening |\n"
    )
    opening = plan.phases["opening"]
    assert (str(opening.start), str(opening.deadline)) == ("2027-09-20", "2027-10-15")


def test_what_a_phase_delivers_in_a_week_is_no_task_beside_the_same_work_of_its_waves() -> None:
    plan, _ = made_of(
        "# Features\n\n## Phase 1: Build (Weeks 1-2)\n\n```\nWeek 1-2: [Wave 1: Core]   [Wave 2: Base]\n"
        "           Search, Sharing  Schema, Import\n```\n\n"
        "| Week | Phase | Key Deliverables |\n|---|---|---|\n"
        "| 1 | Phase 1 | Search, Sharing |\n| 2 | Phase 1 | Handbook |\n"
    )
    assert [task.name for task in plan.phases["phase-1"].tasks.values()] == ["Handbook"]
    assert [task.name for task in plan.waves["wave-1"].tasks.values()] == ["Search", "Sharing"]


def test_dates_that_agree_with_the_weeks_above_them_need_no_note() -> None:
    plan, notes = made_of(
        "# Exit\n\nThe exit takes 4 weeks, from Monday 11 January 2027 to Friday 5 February 2027.\n\n"
        "### 2.1 Phase 1: Discover (Weeks 1-2)\n\n*11 January to 22 January 2027*\n\n- Dependency map\n\n"
        "### 2.2 Phase 2: Leave (Weeks 3-4)\n\n*25 January to 5 February 2027*\n\n- Keys handed back\n"
    )
    assert [str(phase.weeks) for phase in plan.phases.values()] == ["1-2", "3-4"]
    assert not notes


def test_a_wave_below_a_column_of_teams_is_no_role_and_its_other_figures_stay_notes() -> None:
    plan, notes = made_of(
        "# Shop\n\n## Wave 1: Catalogue (Weeks 1-2)\n\n| Team | Developers | Testers | Total |\n|---|---|---|---|\n"
        "| Wave 1 | 2 | 1 | 3 |\n"
    )
    assert [role.name for role in plan.roles.values()] == ["Team member"]
    assert {role: str(count) for role, count in plan.waves["wave-1"].team.items()} == {"team-member": "3"}
    assert "| Wave 1 | 2 | 1 | 3 |" in notes


def test_what_a_row_without_a_time_says_of_a_part_describes_its_work() -> None:
    plan, notes = made_of(
        "# Rollout\n\n## Wave 1: North (Weeks 1-2)\n\n## Where\n\n| Wave | Clinics |\n|---|---|\n"
        "| 1 | Ashby, Birk |\n"
    )
    (task,) = plan.waves["wave-1"].tasks.values()
    assert task.description == "Clinics: Ashby, Birk"
    assert not notes


def test_a_buffer_is_no_phase_and_named_phases_follow_numbered_ones() -> None:
    plan, notes = made_of(
        """# Shop

| Phase | Duration |
|---|---|
| Closing | 2 days |
| Phase 1 (Base) | 5 days |
| Phase 2 (Lessons) | 3 days |
| **Buffer** | 5 days |

## Phase 1: Base (Week 1)

## Phase 2: Lessons (Week 2)
"""
    )
    assert list(plan.phases) == ["phase-1", "phase-2", "closing"]
    assert "Buffer" in notes
