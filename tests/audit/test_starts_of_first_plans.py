"""First plans of documents that tell weeks and dates, and when all begins."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.audit.first_plan.compose import FirstPlan, first_plan
from generator.audit.first_plan.dated_weeks import first_days
from generator.audit.first_plan.draft import Entry
from generator.audit.first_plan.settling import sound
from generator.audit.reading import read_document
from generator.audit.understanding.facts import facts_of
from generator.audit.understanding.taking_apart import take_apart
from generator.audit.understanding.windows import Window
from generator.cli import commands
from generator.model.plan import Plan
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

_PHASES = """## Phase 1: Preparation (Weeks 1-3)

| Task | Owner | Duration | Depends on |
|---|---|---|---|
| Paint | Jo Weis | 2 days | |
| Clean | Jo Weis | 1 day | Paint |

## Milestones

- M1: Handover - 31 July 2026
"""


def made_of(document: str) -> tuple[FirstPlan, Plan]:
    made = first_plan([read_document(document, "doc.md")])
    snapshot = examine(parse_plan(made.text.encode(), "plan/plan.yaml")).snapshot
    assert snapshot is not None
    return made, snapshot.plan


def test_dates_beside_weeks_go_to_the_notes_where_no_start_is_told() -> None:
    made, plan = made_of(f"# X\n\n{_PHASES}")
    assert (plan.start, made.taken_back) == (None, 1)
    assert list(plan.phases["phase-1"].tasks) == ["paint", "clean"]
    assert "doc.md:12: - M1: Handover - 31 July 2026" in made.text


def test_few_weeks_beside_many_dates_go_instead() -> None:
    days = "\n".join(f"| Step {name} | {day} June 2026 | {day + 1} June 2026 |" for day, name in enumerate("ABCD", 1))
    made, plan = made_of(
        "# X\n\n## Work\n\n| Work | From | To |\n|---|---|---|\n"
        f"{days}\n\n## Phase 2: Rest (Week 9)\n\n| Task | Duration |\n|---|---|\n| Clean | 2 days |\n"
    )
    assert (plan.start, made.taken_back) == (date(2026, 6, 1), 1)
    assert len(plan.tasks) == 4
    assert plan.phases["phase-2"].weeks is None


@pytest.mark.parametrize(
    "stated",
    [
        "**Start**: 1 June 2026",
        "**Start:** Monday, 1 June 2026",
        "- **Start date**: 2026-06-01",
        "Lead: Petra Lang. Budget: 84,000. Start: 1 June 2026.",
        "Begins on 1 June 2026.",
        "Kick-off: 1 June 2026",
        "The project starts on 1 June 2026.",
        "## Overview\n\n- Project start: 1 June 2026\n- End: 31 July 2026",
        "| Lead | Petra Lang |\n|---|---|\n| Start | 1 June 2026 |",
    ],
)
def test_a_stated_start_is_the_start(stated: str) -> None:
    made, plan = made_of(f"# X\n\n{stated}\n\n{_PHASES}")
    assert (plan.start, made.taken_back) == (date(2026, 6, 1), 0)
    assert plan.milestones["m1"].start == date(2026, 7, 31)
    assert list(plan.phases["phase-1"].tasks) == ["paint", "clean"]


@pytest.mark.parametrize(
    "stated",
    [
        "Start: 1 June 2026. Start date: 8 June 2026.",
        "The sale of tickets starts on 1 June 2026.",
        "Start of the rent: 1 June 2026",
        "Start: June 2026",
        "## Catering\n\nStart: 1 June 2026",
    ],
)
def test_other_days_are_no_start(stated: str) -> None:
    _, plan = made_of(f"# X\n\n{stated}\n\n{_PHASES}")
    assert plan.start is None


def test_work_of_the_first_week_begins_on_a_start_in_its_midst() -> None:
    _, plan = made_of(
        "# X\n\nStart: Wednesday, 3 June 2026\n\n## Phase 1: Paint (Weeks 1-2)\n\n- Walls\n- Doors (2 days)\n"
    )
    tasks = plan.phases["phase-1"].tasks
    assert [(str(task.start), str(task.duration)) for task in tasks.values()] == [("W1D3", "8d"), ("W1D3", "2d")]


@pytest.mark.parametrize(
    "told", ["Weeks 1-3, 1-19 June 2026", "Week 1-3 (1 June 2026 - 21 June 2026)", "Weeks 1-3: from 1 June 2026"]
)
def test_weeks_told_with_their_dates_tell_the_start(told: str) -> None:
    made, plan = made_of(f"# X\n\n{_PHASES.replace('Weeks 1-3', told)}")
    assert (plan.start, made.taken_back) == (date(2026, 6, 1), 0)


@pytest.mark.parametrize("told", ["Weeks 1-3, 1-12 June 2026", "Weeks 1-3; report 9 June 2026"])
def test_a_date_of_something_within_weeks_tells_none(told: str) -> None:
    assert list(first_days(take_apart((read_document(f"# X\n\n- {told}\n", "doc.md"),)))) == []


def test_init_tells_how_many_entries_were_taken_back(tmp_path: Path) -> None:
    source = tmp_path / "doc.md"
    source.write_text(f"# X\n\n{_PHASES}")
    result = CliRunner().invoke(
        commands, ["init", "--from", str(source), str(tmp_path / "made")], standalone_mode=False
    )
    assert "1 entry could not be put on the days told and is kept as notes\n" in result.stderr


_LISTED = """# X

## Phase 1: Preparation (Weeks 1-3)

- Duration: 3 weeks
- Order furniture (3 days) - Jonas Weiß
- Network cabling: 2 weeks, Jürgen Groß
- Floor plan, 4 days, Petra Lang
- Training of staff (José García, 5 working days)
- Banners: 2 days. Owner: Petra Lang
- Walls: delivery: 3 days
- Keys - 1 day - buffer: 2 days
"""


def test_entries_of_lists_tell_lengths_and_owners_as_tables_do() -> None:
    made, plan = made_of(_LISTED)
    tasks = plan.phases["phase-1"].tasks.values()
    assert [(task.name, str(task.duration), task.owner) for task in tasks] == [
        ("Order furniture", "3d", "jonas-weiss"),
        ("Network cabling", "10d", "jurgen-gross"),
        ("Floor plan", "4d", "petra-lang"),
        ("Training of staff", "5d", "jose-garcia"),
        ("Banners", "2d", "petra-lang"),
        ("Walls", "15d", None),
        ("Keys", "1d", None),
    ]
    assert plan.people["jonas-weiss"].name == "Jonas Weiß"
    assert [number for _, number in made.notes] == [5, 11, 12]


def test_entries_of_lists_tell_what_they_wait_for() -> None:
    _, plan = made_of(
        "# X\n\n## Phase 1: Preparation (Weeks 1-3)\n\n- Floor plan, 4 days\n- Furniture (3 days) after floor plan\n"
        "- Network: 2 weeks, needs the floor plan and furniture. Owner: Mia Sauer\n- Signs (1 day) after lunch\n"
    )
    tasks = plan.phases["phase-1"].tasks.values()
    assert [[str(link.on) for link in task.depends_on] for task in tasks] == [
        [],
        ["floor-plan"],
        ["floor-plan", "furniture"],
        [],
    ]


def test_people_with_any_latin_letters_are_people() -> None:
    names = ["Jo Weiß", "Łukasz Żak", "Linh Nguyễn", "Zoë Ångström", "Petr Dvořák"]
    rows = "\n".join(f"| Job {number} | {name} | 2 days |" for number, name in zip("ABCDE", names, strict=True))
    _, plan = made_of(f"# X\n\n## Phase 1: P (Week 1)\n\n| Task | Owner | Duration |\n|---|---|---|\n{rows}\n")
    assert [person.name for person in plan.people.values()] == names
    assert list(plan.people) == ["jo-weiss", "lukasz-zak", "linh-nguyen", "zoe-angstrom", "petr-dvorak"]
    assert list(plan.roles) == ["team-member"]


def test_what_no_entry_is_to_blame_for_takes_only_what_has_dates() -> None:
    day = Window("date", 365_000, 365_000)
    entries = [
        Entry(("title",), "X", frozenset()),
        Entry(("start",), "1000-01-01", frozenset({("doc.md", 1)})),
        Entry(("milestones", "m"), {"name": "M", "start": "1000-05-02"}, frozenset(), told=day),
        Entry(("tasks", "a"), {"name": "A", "duration": "2d"}, frozenset()),
    ]
    facts = facts_of(take_apart((read_document("# X\n", "doc.md"),)))
    assert [each.pointer for each in sound(entries, facts)] == [("title",), ("tasks", "a")]


def test_a_plan_starts_with_the_stretch_that_a_sentence_tells_of_all_of_it() -> None:
    plan = first_plan(
        [
            read_document(
                "# Exit\n\nThe exit takes 4 weeks, from Monday 11 January 2027 to Friday 5 February 2027.\n\n"
                "| Phase | Weeks |\n|---|---|\n| Phase 1: See | 1-2 |\n| Phase 2: Leave | 3-4 |\n\n"
                "| Move group | Move night | Week |\n|---|---|---|\n| Move Group 1 | Wed 27 January 2027 | 3 |\n",
                "doc.md",
            )
        ]
    )
    assert "start: 2027-01-11\n" in plan.text
    assert "start: 2027-01-27" in plan.text


def test_a_time_in_which_nothing_is_done_is_no_work() -> None:
    text = (
        "# Exit\n\n- Nobody moves anything during Easter (25 March to 30 March 2027)\n- Hall swept (1-5 March 2027)\n"
    )
    plan = first_plan([read_document(text, "doc.md")])
    assert "Nobody" not in plan.text.partition("# Notes")[0]
    assert "Hall swept" in plan.text.partition("# Notes")[0]
