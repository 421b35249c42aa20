"""Milestones in order of time: when, what they wait for, who declares them."""

from dataclasses import dataclass

from generator.model.breakdown import Milestone
from generator.snapshot import Snapshot
from generator.views._mention import Mention, owner
from generator.views._waits import Wait, waits_of
from generator.views._when import finish_cell, spare_words


@dataclass(frozen=True)
class MilestoneRow:
    """One milestone; `spare` is nothing where it is critical."""

    id: str
    name: str
    when: str
    description: str
    owner: Mention | None
    waits: tuple[Wait, ...]
    critical: bool
    spare: str
    done: bool


@dataclass(frozen=True)
class MilestoneList:
    """The milestones; columns that would stay empty are told."""

    rows: tuple[MilestoneRow, ...]
    has_meaning: bool
    has_owner: bool


def view(snapshot: Snapshot, wave: str = "") -> MilestoneList:
    """Tell every milestone, or those of one wave."""
    dates = snapshot.schedule.dates
    among = [each for each in snapshot.plan.milestones.values() if wave in ("", each.wave)]
    rows = tuple(_row(each, snapshot) for each in sorted(among, key=lambda each: dates[each.id].early_finish))
    return MilestoneList(rows, any(row.description for row in rows), any(row.owner for row in rows))


def _row(milestone: Milestone, snapshot: Snapshot) -> MilestoneRow:
    dates = snapshot.schedule.dates[milestone.id]
    return MilestoneRow(
        milestone.id,
        milestone.name,
        finish_cell(milestone.id, snapshot),
        milestone.description or "",
        owner(milestone.owner, snapshot),
        waits_of(milestone, snapshot),
        dates.critical,
        "" if dates.critical else spare_words(dates.total_float, snapshot),
        milestone.done,
    )
