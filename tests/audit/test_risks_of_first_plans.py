"""Risks and ways back of a first plan are what tables and sections tell, whatever their columns are called."""

import pytest

from generator.audit.first_plan.compose import first_plan
from generator.audit.reading import read_document
from generator.model.plan import Plan
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan


def made_of(document: str) -> tuple[Plan, str]:
    text = first_plan([read_document(document, "doc.md")]).text
    snapshot = examine(parse_plan(text.encode(), "plan/plan.yaml")).snapshot
    assert snapshot is not None
    return snapshot.plan, text


_POINTS = """# Database switch

Bridge lead: Tomasz Wrona.

## Risks

| ID | Risk | L | I | L x I | Way back |
|---|---|---|---|---|---|
| R1 | Lag does not come down | 3 | 4 | 12 | RB-1 |
| R4 | Extension missing on 16 | 1 | 4 | 4 | RB-2 |

## Way back

### RB-1 Abort before the switch

Until T+30. 10 min. Tomasz.

1. Writes on at the old primary
2. Drop subscriptions

### RB-2 Switch back

Decided by Tomasz Wrona.
"""


def test_columns_of_points_rate_and_codes_name_the_way_back() -> None:
    plan, text = made_of(_POINTS)
    assert [(risk.impact, risk.probability, risk.description, risk.rollback) for risk in plan.risks.values()] == [
        ("high", "medium", "L: 3; I: 4; L x I: 12", "rb-1"),
        ("high", "low", "L: 1; I: 4; L x I: 4", "rb-2"),
    ]
    assert "taken for medium" not in text
    assert [(each.name, str(each.within), each.owner) for each in plan.rollbacks.values()] == [
        ("Abort before the switch", "10 min", "tomasz-wrona"),
        ("Switch back", "None", "tomasz-wrona"),
    ]
    assert "2. Drop subscriptions" in plan.rollbacks["rb-1"].procedure


@pytest.mark.parametrize("heading", ["Measure", "Measures", "Action", "Way out", "What we would do"])
def test_what_is_done_is_told_whatever_its_column_is_called(heading: str) -> None:
    plan, text = made_of(
        f"# Move\n\n## Risks\n\n| No. | Risk | Probability | Impact | {heading} |\n|---|---|---|---|---|\n"
        "| 1 | A freezer fails on the way | 2 | 5 | Spare freezer of the next group |\n"
    )
    assert [risk.mitigation for risk in plan.risks.values()] == ["Spare freezer of the next group"]
    assert "document tells none" not in text


def test_a_code_is_no_name_of_a_risk_or_of_a_way_back() -> None:
    plan, _ = made_of(
        "# Road\n\n## Risks\n\n| Ref | Risk | Likelihood | Severity | Response |\n|---|---|---|---|---|\n"
        "| HR1 | Uncharted services | High | Medium | Trial holes |\n\n"
        "| Fall-back | What | Within |\n|---|---|---|\n| F1 | Return to old system | 12 h |\n"
    )
    assert [(given, risk.name) for given, risk in plan.risks.items()] == [("hr1", "Uncharted services")]
    assert [(given, each.name) for given, each in plan.rollbacks.items()] == [("f1", "Return to old system")]


def test_a_letterhead_is_no_title_and_a_line_break_joins_no_name() -> None:
    plan, _ = made_of(
        "# BOROUGH COUNCIL\n\n## Report on the bridge\n\n**Ward:** Castle\n**Report author:** P. Ntembe, Engineer\n\n"
        "### 1. Summary\n\nThe bridge is renewed.\n\n### 2. Cost\n\nNothing.\n"
    )
    assert (plan.title, plan.subtitle) == ("Report on the bridge", "BOROUGH COUNCIL")
    assert "Castle Report" not in {person.name for person in plan.people.values()}


def test_ids_keep_letters_without_their_accents() -> None:
    plan, _ = made_of("# Wine\n\nWinemaker: Étienne Roux.\n")
    assert list(plan.people) == ["etienne-roux"]


def test_a_paragraph_that_begins_with_what_goes_wrong_is_a_risk() -> None:
    plan, _ = made_of(
        "# Fair\n\n## If it goes wrong\n\n**Rain.** The fair moves to the barn. Ask Odile to carry the arch.\n\n"
        "**The power goes.** The mill has a generator.\n\nAll keep calm.\n"
    )
    assert [(risk.name, risk.owner) for risk in plan.risks.values()] == [("Rain", None), ("The power goes", None)]


def test_sums_and_what_is_over_are_no_rules() -> None:
    plan, _ = made_of(
        "# Switch\n\n## Steps\n\nThe steps with nothing between them: 5 + 15 = 20 min.\n\n"
        "In three rehearsals the duration fell by at least 13 hours.\n\n"
        "Writes go off only when the lag is below 5 s.\n"
    )
    assert plan.principles == ("Writes go off only when the lag is below 5 s.",)


def test_numbered_headings_are_risks_and_nobody() -> None:
    plan, text = made_of(
        """# Move of the archive

## Risks

### High Risk Items

**1. Migration Complexity**
- Risk: 19 files
- Mitigation: Test in order

**2. Backward Compatibility**
- Risk: Records break
- Mitigation: Defaults for all

### Medium Risk Items

**1. Rate History**
- Risk: Wrong rate
- Mitigation: Unit tests
"""
    )
    assert [(risk.name, risk.mitigation, risk.owner) for risk in plan.risks.values()] == [
        ("Migration Complexity", "Test in order", None),
        ("Backward Compatibility", "Defaults for all", None),
        ("Rate History", "Unit tests", None),
    ]
    assert not plan.people
    assert "doc.md:8: - Risk: 19 files" in text
