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
