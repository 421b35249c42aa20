"""People: role, contact, hours and leave, the waves they work for and the tasks they answer for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.formatting import counted
from generator.model.breakdown import Task
from generator.model.calendar import Leave
from generator.model.team import Person, Role
from generator.snapshot import Snapshot
from generator.views._hours import calendar_words
from generator.views._long import are_too_many_to_name
from generator.views._mention import Mention, all_mentioned, home, mentioned, short_of
from generator.views._once import once
from generator.views._when import day_cell


@dataclass(frozen=True)
class PersonRow:
    """One person; `leads` are waves, `tasks` what the person answers for.

    `works_in` are waves and phases of these, of what the person does by name, and of what needs a role that nobody
    else has.
    `hours` are told where they are not the plan's own, `count` of the tasks in words where they are too many to name.
    """

    id: str
    name: str
    role: Mention | None
    contact: str
    leads: tuple[Mention, ...]
    works_in: tuple[Mention, ...]
    tasks: tuple[Mention, ...]
    hours: str
    leave: tuple[str, ...]
    count: str


@dataclass(frozen=True)
class PeopleList:
    """The people; columns that would stay empty are told."""

    rows: tuple[PersonRow, ...]
    has_contact: bool
    has_place: bool
    has_tasks: bool
    has_hours: bool
    has_leave: bool


@once
def view(snapshot: Snapshot) -> PeopleList:
    """Tell each person."""
    rows = tuple(_row(person, snapshot) for person in snapshot.plan.people.values())
    return PeopleList(
        rows,
        any(row.contact for row in rows),
        any(row.leads or row.works_in for row in rows),
        any(row.tasks for row in rows),
        any(row.hours for row in rows),
        any(row.leave for row in rows),
    )


def _row(person: Person, snapshot: Snapshot) -> PersonRow:
    owned = [task for owner in (person.id, f"person:{person.id}") for task in _owned(snapshot).get(owner, ())]
    done = _done(snapshot).get(person.id, ())
    places = dict.fromkeys(place.id for place in (home(task.id, snapshot) for task in (*owned, *done)) if place)
    leads = [wave.id for wave in snapshot.plan.waves.values() if wave.lead in (person.id, f"person:{person.id}")]
    items = snapshot.schedule.breakdown.items
    return PersonRow(
        person.id,
        person.name,
        mentioned(person.role, snapshot, ("role",)),
        person.contact or "",
        tuple(short_of(items[wave], snapshot) for wave in leads),
        tuple(short_of(items[place], snapshot) for place in places if place not in leads),
        all_mentioned((task.id for task in owned), snapshot),
        _hours(person, snapshot),
        tuple(_away(leave, snapshot) for leave in person.leave),
        counted(len(owned), "task") if are_too_many_to_name(len(owned), snapshot) else "",
    )


def _hours(person: Person, snapshot: Snapshot) -> str:
    role = snapshot.plan.roles.get(person.role)
    return calendar_words(person.calendar or (role.calendar if role else None), snapshot)


def _away(leave: Leave, snapshot: Snapshot) -> str:
    time = snapshot.schedule.time
    found = (time.day_index(day) for day in (leave.date, leave.until) if day)
    days = [day_cell(time.day(index)) for index in found if index is not None]
    named = "" if leave.name == Leave.model_fields["name"].default else f", {leave.name}"
    return f"{' to '.join(dict.fromkeys(days))}{named}"


@once
def _owned(snapshot: Snapshot) -> dict[str, list[Task]]:
    found: dict[str, list[Task]] = {}
    for task in snapshot.schedule.breakdown.tasks:
        found.setdefault(task.owner or "", []).append(task)
    return found


@once
def _done(snapshot: Snapshot) -> dict[str, list[Task]]:
    """The tasks that each person does: by name, or as the only one of a role."""
    plan = snapshot.plan
    staff = Counter(person.role for person in plan.people.values())
    alone = {
        person.role: person.id for person in plan.people.values() if _is_alone(plan.roles.get(person.role), staff)
    }
    found: dict[str, list[Task]] = {}
    for task in snapshot.schedule.breakdown.tasks:
        named = (each.rpartition(":")[2] for each in task.people)
        for person in {*named, *(alone[role] for role in task.needs if role in alone)}:
            found.setdefault(person, []).append(task)
    return found


def _is_alone(role: Role | None, staff: Mapping[str, int]) -> bool:
    return role is not None and staff[role.id] == 1 and (role.count is None or role.count.high == 1)
