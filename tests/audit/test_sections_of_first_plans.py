"""Meetings, gates, ratings, limits and total rows come into a first plan as what they are, or stay notes."""

import pytest

from generator.audit.first_plan.compose import FirstPlan, first_plan
from generator.audit.reading import read_document
from generator.model.plan import Plan
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

_PHASES = "| Phase | Weeks |\n|---|---|\n| 1 Rig | 1-2 |\n| 2 Sail | 3-4 |\n\n"


def made(body: str) -> tuple[Plan, FirstPlan]:
    plan = first_plan([read_document(f"# Regatta\n\n{_PHASES}{body}", "x.md")])
    snapshot = examine(parse_plan(plan.text.encode(), "plan/plan.yaml")).snapshot
    assert snapshot is not None
    return snapshot.plan, plan


def meetings(body: str) -> list[tuple[str, str, str, str, str]]:
    return [
        (each.name, " ".join(each.on) or "daily", str(each.at or ""), each.lasts, each.audience)
        for each in made(body)[0].meetings.values()
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Stand-up, daily 9:30, 15 minutes, all crews", ("Stand-up", "daily", "9:30", "15 minutes", "all crews")),
        ("Briefing: Fridays at 14:00, one hour, skippers", ("Briefing", "fri", "14:00", "1 hour", "skippers")),
        (
            "Weather, daily at 7:45, 15 minutes: the shore crew and the office",
            ("Weather", "daily", "7:45", "15 minutes", "the shore crew and the office"),
        ),
        ("**Sails**: Mon and Thu, 30 min per crew", ("Sails", "mon thu", "", "30 min", "per crew")),
    ],
)
def test_entries_on_meetings_keep_name_time_and_audience(line: str, told: tuple[str, ...]) -> None:
    assert meetings(f"## Talking to each other\n\n- {line}\n") == [told]


@pytest.mark.parametrize(
    "line",
    [
        "Steering: Mondays of odd weeks at 15:00, 30 minutes, Ada Lind and the mayor",
        "Readiness: Monday before each race, 13:00, 60 minutes, all skippers",
        "Committee: first Thursday of the month, 16:00, 90 minutes, the board",
        "Report at the end of each phase: weeks 2 and 4",
    ],
)
def test_a_meeting_of_some_weeks_is_a_note(line: str) -> None:
    plan, told = made(f"## Meetings\n\n- {line}\n")
    assert not plan.meetings
    assert ("x.md", 10) in told.notes


def test_rows_are_meetings_with_their_chair() -> None:
    plan, _ = made(
        "## Rhythm\n\n| Meeting | When | Length | Who |\n|---|---|---|---|\n"
        "| Stand-up | daily, 09:30 | 15 min | crews |\n"
    )
    assert [(each.name, str(each.at), each.audience) for each in plan.meetings.values()] == [
        ("Stand-up", "09:30", "crews")
    ]


def test_a_checkpoint_of_a_list_has_its_name_its_day_and_its_command() -> None:
    plan, told = made("## Checkpoints\n\n- **CP1**, Friday of week 2: hull is dry (`sail verify --hull`)\n")
    (point,) = plan.checkpoints.values()
    assert (point.name, str(point.at), point.scope_name, point.command) == (
        "CP1",
        "W2D5",
        "hull is dry",
        "sail verify --hull",
    )
    assert ("x.md", 10) not in told.notes


def test_a_gate_tests_the_work_that_it_names_without_its_brackets() -> None:
    rings = "| Ring | Phase | Weeks |\n|---|---|---|\n| Ring 0 (harbour) | 1 | 1-2 |\n| Ring 1 (bay) | 2 | 3-4 |\n\n"
    gates = "## Gates\n\n| Gate | When | What has to hold | Command | Pass when |\n|---|---|---|---|---|\n"
    plan, _ = made(
        f"## Rings\n\n{rings}{gates}"
        "| G1 | Week 4, Friday | Ring 1 on 1.31 | `sail test RING=1` | No leak is found |\n"
    )
    (gate,) = plan.checkpoints.values()
    assert gate.scope == ("ring-1",)
    assert gate.command == "sail test RING=1"
    assert gate.exit == ("No leak is found",)


def test_what_lets_a_part_begin_is_a_milestone() -> None:
    waves = "| Wave | Date |\n|---|---|\n| 1 | 2027-09-21 |\n| 2 | 2027-09-28 |\n\n"
    gates = "## Go/no-go meetings\n\n| Meeting | Date | Decides on |\n|---|---|---|\n| Go 1 | 2027-09-20 | Wave 1 |\n"
    plan = first_plan([read_document(f"# Regatta\n\n## Waves\n\n{waves}{gates}", "x.md")])
    snapshot = examine(parse_plan(plan.text.encode(), "plan/plan.yaml")).snapshot
    assert snapshot is not None
    assert [(each.name, each.description) for each in snapshot.plan.milestones.values()] == [
        ("Go 1", "Decides on: Wave 1")
    ]


@pytest.mark.parametrize(
    ("line", "impact", "probability", "answer"),
    [
        ("**Storm**: likely, severe. Tents are hired.", "high", "high", "Tents are hired"),
        ("**Staff locked out**: unlikely, minor. Two keys.", "low", "low", "Two keys"),
    ],
)
def test_ratings_behind_the_name_are_no_answer(line: str, impact: str, probability: str, answer: str) -> None:
    plan, _ = made(f"## What can go wrong\n\n- {line}\n")
    (risk,) = plan.risks.values()
    assert (risk.impact, risk.probability, risk.mitigation) == (impact, probability, answer)


def test_ways_out_are_found_by_the_codes_of_their_risks() -> None:
    risks = "| # | Risk | Likelihood | Impact | Way back |\n|---|---|---|---|---|\n"
    risks += "| R1 | Mast breaks | High | High | B1 |\n\n"
    plan, _ = made(
        f"## Risks\n\n{risks}## Getting back\n\n1. **B1 - Row to the pier** (10 minutes): `harbour tow --now`\n"
    )
    assert plan.risks["r1"].rollback == "b1"
    way = plan.rollbacks["b1"]
    assert (way.name, str(way.within), way.procedure) == ("Row to the pier", "10 minutes", "`harbour tow --now`")


def test_asked_headings_of_risks_are_read() -> None:
    plan, _ = made(
        "## Dangers\n\n| Danger | How likely | How bad | We prevent it by | If it happens |\n|---|---|---|---|---|\n"
        "| Fog | Low | Very high | Bells | Anchor |\n"
    )
    (risk,) = plan.risks.values()
    assert (risk.probability, risk.impact, risk.mitigation, risk.contingency) == ("low", "high", "Bells", ("Anchor",))


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ("Protests: at most 2 per race day", "<= 2 per race day"),
        ("Calls: fewer than 30 per club and day", "< 30 per club and day"),
        ("Heat in the cabin: below 27 °C", "< 27 °C"),
    ],
)
def test_a_limit_is_told_whole(line: str, limit: str) -> None:
    plan, _ = made(f"## What has to be reached\n\n- {line}\n")
    assert [str(each.threshold) for each in plan.targets.values()] == [limit]


def test_a_limit_for_a_time_is_a_note() -> None:
    plan, told = made("## Alarms\n\n- Boats at sea: below 90 % after week 3\n")
    assert not plan.alerts
    assert ("x.md", 10) in told.notes


def test_a_column_on_paging_is_one_of_alerts() -> None:
    plan, _ = made(
        "## Targets\n\n| Signal | Target | Page us when |\n|---|---|---|\n| Leaks | < 2 % | > 5 % for 10 min |\n"
    )
    assert [str(each.threshold) for each in plan.alerts.values()] == ["> 5 % for 10 min"]


def test_a_gate_keeps_its_code_its_owner_and_the_condition_of_its_row() -> None:
    plan, told = made(
        "## Quality gates\n\n| Gate | When | Subject | Pass when | Owner |\n|---|---|---|---|---|\n"
        "| QG1 | Week 2 Day 5 | Phase 1 | All dry | Ada Lind |\n"
    )
    (gate,) = plan.checkpoints.values()
    assert (gate.name, str(gate.at), gate.exit, gate.owner) == ("QG1", "W2D5", ("All dry",), "ada-lind")
    assert ("x.md", 12) not in told.notes


def test_ways_back_in_paragraphs_are_found_by_the_codes_of_their_risks() -> None:
    plan, _ = made(
        "## Risks and fallbacks\n\n| Ref | Risk | Probability | Impact | Mitigation | Fallback |\n"
        "|---|---|---|---|---|---|\n"
        "| K1 | Fog | Low | High | Bells | F1 |\n\n\\- F1: Anchor in the bay (ready in 4 hours)\n"
    )
    assert plan.risks["k1"].rollback == "f1"
    assert (plan.rollbacks["f1"].name, str(plan.rollbacks["f1"].within)) == ("Anchor in the bay", "4 hours")


def test_bullets_of_word_processors_are_entries() -> None:
    plan, _ = made("**Success criteria**\n\n· No boat is lost.\n\n· All are back by six.\n")
    assert [each.text for each in plan.criteria.values()] == ["No boat is lost.", "All are back by six."]


def test_how_many_work_on_a_part_is_no_principle() -> None:
    plan, told = made("## Crew\n\nTwo sailors in Phase 1, four in Phase 2. Nobody sails more than 9 hours a day.\n")
    assert not plan.principles
    assert ("x.md", 10) in told.notes
