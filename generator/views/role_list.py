"""Roles: how many, what they answer for, who fills them."""

from dataclasses import dataclass

from generator.model.team import Role
from generator.snapshot import Snapshot
from generator.views._hours import calendar_words
from generator.views._mention import Mention, all_mentioned


@dataclass(frozen=True)
class RoleRow:
    """One role; `share` tells whether waves share it, and in whose total it counts.

    `hours` are told where they are not the plan's own.
    """

    id: str
    name: str
    count: str
    share: str
    responsibilities: str
    people: tuple[Mention, ...]
    hours: str


@dataclass(frozen=True)
class RoleList:
    """The roles; columns that would stay empty are told."""

    rows: tuple[RoleRow, ...]
    has_count: bool
    has_responsibilities: bool
    has_people: bool
    has_hours: bool


def view(snapshot: Snapshot) -> RoleList:
    """Tell each role."""
    rows = tuple(_row(role, snapshot) for role in snapshot.plan.roles.values())
    return RoleList(
        rows,
        any(row.count for row in rows),
        any(row.responsibilities for row in rows),
        any(row.people for row in rows),
        any(row.hours for row in rows),
    )


def _row(role: Role, snapshot: Snapshot) -> RoleRow:
    people = [person.id for person in snapshot.plan.people.values() if person.role == role.id]
    counted = snapshot.plan.roles.get(role.counts_as or "")
    shared = "shared by the waves" if snapshot.plan.waves else "shared"
    parts = (shared if role.shared else "", f"counts as {counted.name}" if counted else "")
    return RoleRow(
        role.id,
        role.name,
        str(role.count) if role.count else "",
        ", ".join(filter(None, parts)),
        role.responsibilities or "",
        all_mentioned(people, snapshot, ("person",)),
        calendar_words(role.calendar, snapshot),
    )
