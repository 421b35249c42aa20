"""Whatever a first plan places lands on the day that the document tells for it."""

from datetime import date
from pathlib import Path

import pytest

from generator.audit.first_plan.compose import first_plan
from generator.audit.reading import read_document
from generator.audit.report import read_documents
from generator.model.breakdown import Milestone, Task
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan

HERE = Path(__file__).parent
SOURCES = (HERE.parent / "seed" / "quick_reference.md", *sorted(HERE.glob("documents/*")))


def snapshot_of(text: str) -> Snapshot:
    snapshot = examine(parse_plan(text.encode(), "plan/plan.yaml")).snapshot
    assert snapshot is not None
    return snapshot


def made_of(document: str) -> tuple[Snapshot, str]:
    text = first_plan([read_document(document, "doc.md")]).text
    body, _, notes = text.partition("# Notes")
    return snapshot_of(body), notes


def days_of(snapshot: Snapshot) -> dict[str, tuple[date | None, date | None]]:
    time, dates = snapshot.schedule.time, snapshot.schedule.dates
    return {
        item.name: (
            time.day_of_start(dates[item.id].early_start).date,
            time.day_of_finish(dates[item.id].early_finish).date,
        )
        for item in snapshot.schedule.breakdown.items.values()
        if isinstance(item, Task | Milestone)
    }


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_every_date_of_a_plan_is_the_one_that_its_schedule_tells(source: Path) -> None:
    snapshot = snapshot_of(first_plan(read_documents([source])).text)
    time, dates = snapshot.schedule.time, snapshot.schedule.dates
    for item in snapshot.schedule.breakdown.items.values():
        if isinstance(item, Task) and isinstance(item.start, date):
            assert time.day_of_start(dates[item.id].early_start).date == item.start, item.id
        if isinstance(item, Milestone) and isinstance(item.start, date):
            assert time.day_of_finish(dates[item.id].early_finish).date == item.start, item.id


_WEEKEND = """# Canal festival

## Dates

- Friday 4 June 2027: barges arrive
- Sunday 13 June 2027: festival day

## Work

| Work | From | To |
|---|---|---|
| Moorings | Mon 7 June 2027 | Wed 16 June 2027 |
| Fairground | Sat 12 June 2027 | Sun 13 June 2027 |
| Clearing | Mon 14 June 2027 | Sun 27 June 2027 |
"""


def test_moments_and_work_on_a_weekend_stay_there() -> None:
    snapshot, _ = made_of(_WEEKEND)
    assert days_of(snapshot) == {
        "barges arrive": (date(2027, 6, 4), date(2027, 6, 4)),
        "festival day": (date(2027, 6, 13), date(2027, 6, 13)),
        "Moorings": (date(2027, 6, 7), date(2027, 6, 16)),
        "Fairground": (date(2027, 6, 12), date(2027, 6, 13)),
        "Clearing": (date(2027, 6, 14), date(2027, 6, 25)),
    }
    assert snapshot.plan.calendar.worked == (date(2027, 6, 12), date(2027, 6, 13))


_COUNTED = """# Kiln rebuilt

Day 1 is Thursday 7 January 2027. {worked}

## Work

| Work | Days |
|---|---|
| Old lining out | Day 1-4 |
| New lining in | Day 5-12 |

## Moments

- Day 13: first fire
"""


@pytest.mark.parametrize(
    "worked", ["All days worked.", "We work seven days a week.", "Day 15 is Thursday 21 January 2027."]
)
def test_counted_days_are_dates_where_the_first_one_has_a_date(worked: str) -> None:
    snapshot, _ = made_of(_COUNTED.format(worked=worked))
    begun = {name: first for name, (first, _) in days_of(snapshot).items()}
    assert begun == {
        "Old lining out": date(2027, 1, 7),
        "New lining in": date(2027, 1, 11),
        "first fire": date(2027, 1, 19),
    }


def test_counted_workdays_skip_weekends() -> None:
    snapshot, _ = made_of(_COUNTED.format(worked="Day 11 is Thursday 21 January 2027."))
    assert days_of(snapshot)["New lining in"] == (date(2027, 1, 13), date(2027, 1, 22))


def test_days_counted_in_a_way_that_is_not_told_stay_notes() -> None:
    snapshot, notes = made_of(_COUNTED.format(worked="Some weekends are worked."))
    assert not snapshot.plan.tasks
    assert "New lining in" in notes


_HELD_UP = """# Quay

| Phase | Name | From | To |
|---|---|---|---|
| 1 | Piles | 2027-03-01 | 2027-03-12 |
| 2 | Deck | 2027-03-08 | 2027-03-19 |

Phase 2 depends on phase 1.
"""


def test_what_is_told_to_wait_for_later_work_keeps_its_days() -> None:
    snapshot, _ = made_of(_HELD_UP)
    assert days_of(snapshot)["Deck"][0] == date(2027, 3, 8)
    assert snapshot.plan.summary == "Phase 2 depends on phase 1."
    assert snapshot.plan.decisions


_NO_YEAR = """# Sprints

| Sprint | Dates | Goal |
|---|---|---|
| Sprint 1 | Apr 6 - Apr 17 | Login |
| Sprint 2 | Apr 20 - May 1 | Search |
"""


def test_days_without_a_year_are_told_by_weeks() -> None:
    snapshot, _ = made_of(_NO_YEAR)
    starts = [str(task.start) for wave in snapshot.plan.waves.values() for task in wave.tasks.values()]
    assert starts == ["W1D1", "W3D1"]
    assert "year" in snapshot.plan.assumptions


def test_what_has_only_days_that_are_not_its_own_is_no_task() -> None:
    text = (
        "# Game\n\n## Work\n\n- 5 July 2027 - 16 July 2027: rewrite\n\n## Certification\n\n"
        "| Platform | Submit | Answer expected | Days | Slot for a resubmission |\n|---|---|---|---|---|\n"
        "| Switch | Aug 30 | Sep 13 | 14 | Sep 15 |\n"
    )
    snapshot, notes = made_of(text)
    assert [task.name for task in snapshot.plan.tasks.values()] == ["rewrite"]
    assert "| Switch | Aug 30" in notes


_ORDERS = """# Fun run

## Orders

| What | Supplier | Order by | Delivery |
|---|---|---|---|
| Medals | Corrigan | Fri 25 June 2027 | Mon 6 September 2027 |

## Before the day

- [ ] Tue 29 June 2027 - slots on all fields (Ines)
- [ ] Jul 22, 2027 (Thu): demo, 3 stations, Jul 22, 2027 - Jul 25, 2027
- [ ] Water is there
- Old field stays open for 14 days: until Sat 31 July 2027.
- **M1 Content complete** - Fri, Jul 30, 2027 - owner: Ines Okafor

Course: Ines Okafor.
"""


def test_each_day_of_a_row_and_of_a_checklist_is_a_milestone() -> None:
    snapshot, _ = made_of(_ORDERS)
    assert [(each.name, str(each.start), each.owner) for each in snapshot.plan.milestones.values()] == [
        ("Medals: Order by", "2027-06-25", None),
        ("Medals: Delivery", "2027-09-06", None),
        ("slots on all fields", "2027-06-29", "ines-okafor"),
        ("demo, 3 stations, Jul 22, 2027 - Jul 25, 2027", "2027-07-22", None),
        ("Old field stays open for 14 days, until then", "2027-07-31", None),
        ("Content complete", "2027-07-30", "ines-okafor"),
    ]
    assert [each.text for each in snapshot.plan.criteria.values()] == ["Water is there"]


_DOCK = """# Dry dock

Day 1 is Monday 11 January 2027. All days worked.

| WP | Work | Days | Length | Foreman |
|---|---|---|---|---|
| WP1 | Docking, washing | Day 1-4 | 4 days | Rolf Moen |
| WP2 | Steel renewal | Day 5-14 | 10 days | Kari Bakke |

WP2 waits for WP1.

## WP1 Docking, washing (Day 1-4)

- Day 1: ship on blocks

## WP2 Steel renewal (Day 5-14)

- Day 5-7: cropping of plate

| Place | Plates |
|---|---|
| Ballast tank | 9 |

## Hold points

| Hold point | Day | What must be shown | Who signs |
|---|---|---|---|
| HP1 | Day 4 | Thickness report | Class surveyor |
"""


def test_packages_have_their_own_work_and_hold_points_their_day() -> None:
    snapshot, notes = made_of(_DOCK)
    plan = snapshot.plan
    assert {name: list(wave.tasks) for name, wave in plan.waves.items()} == {
        "package-1": ["docking-washing"],
        "package-2": ["steel-renewal", "cropping-of-plate"],
    }
    assert not plan.tasks
    assert days_of(snapshot)["cropping of plate"] == (date(2027, 1, 15), date(2027, 1, 17))
    assert [(str(each.at), each.scope, each.owner) for each in plan.checkpoints.values()] == [
        ("2027-01-14", ("package-1",), "class-surveyor")
    ]
    assert "Ballast tank" in notes


def test_a_stretch_before_a_label_is_the_time_of_its_entry() -> None:
    snapshot, _ = made_of(
        "# School\n\n## Steps\n\n- Rooms are matched from 26 April 2027 to 14 May 2027. Lead: Ada Lind\n"
    )
    assert [(task.name, task.owner) for task in snapshot.plan.tasks.values()] == [("Rooms are matched", "ada-lind")]
    assert days_of(snapshot)["Rooms are matched"] == (date(2027, 4, 26), date(2027, 5, 14))


def test_what_has_a_time_of_day_and_no_day_is_no_task() -> None:
    snapshot, notes = made_of(
        "# Run\n\n- 19 September 2027: race day\n\n## Race morning\n\n| Time | What | Team |\n|---|---|---|\n"
        "| 07:30 | Park gates open | Red |\n| 08:00 | Bag drop opens | Yellow |\n"
    )
    assert not snapshot.plan.tasks
    assert "Park gates open" in notes


def test_days_of_work_fill_weeks_of_five_days() -> None:
    snapshot = snapshot_of(
        first_plan(
            [
                read_document(
                    "# Scanners\n\nTwo sites, 12 working days.\n\n| Batch | Sites | Days |\n|---|---|---|\n"
                    "| 1 | Porto | Day 1-6 |\n| 2 | Brno | Day 7-12 |\n",
                    "doc.md",
                )
            ]
        ).text
    )
    tasks = {task.name: (str(task.start), str(task.duration)) for task in snapshot.schedule.breakdown.tasks}
    assert tasks == {"Porto": ("W1D1", "6d"), "Brno": ("W2D2", "6d")}
