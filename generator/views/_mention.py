"""Items as documents name them: kind, id and words, from which a template makes a link."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.model.quantity import Band
from generator.model.text import ITEM_KINDS
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.capacity import Resource
from generator.snapshot import Snapshot

_KINDS: dict[type, str] = {Phase: "phase", Wave: "wave", Task: "task", Milestone: "milestone"}


@dataclass(frozen=True)
class Mention:
    """An item by kind and id, and the words that name it."""

    kind: str
    id: str
    words: str


def mentioned(reference: str | None, snapshot: Snapshot, kinds: tuple[str, ...] = ITEM_KINDS) -> Mention | None:
    """Find what a reference of the plan names; phases and waves are told by label and name."""
    found = snapshot.index.find(reference, kinds) if reference else None
    return _mention(found[0], found[1].id, snapshot) if found else None


def all_mentioned(
    references: Iterable[str], snapshot: Snapshot, kinds: tuple[str, ...] = ITEM_KINDS
) -> tuple[Mention, ...]:
    """Mention every item of a list of references, in its order."""
    return tuple(each for each in (mentioned(reference, snapshot, kinds) for reference in references) if each)


def owner(reference: str | None, snapshot: Snapshot) -> Mention | None:
    """Mention the person or role that answers for something."""
    return mentioned(reference, snapshot, ("person", "role"))


def mention_of(item: SchedItem, snapshot: Snapshot) -> Mention:
    """Mention something that is scheduled."""
    return _mention(_KINDS.get(type(item), "checkpoint"), item.id, snapshot)


def short_of(item: SchedItem, snapshot: Snapshot) -> Mention:
    """Mention something that is scheduled by its short name, or by its label where it is a phase or wave."""
    kind = _KINDS.get(type(item), "checkpoint")
    called = snapshot.names[(kind, item.id)]
    return Mention(kind, item.id, called.label if kind in ("phase", "wave") else called.short)


def people_words(people: dict[str, Band], snapshot: Snapshot) -> str:
    """1 DBA, 2-3 × Developer."""
    named = [(band, snapshot.plan.roles[role].name) for role, band in people.items()]
    return ", ".join(f"{band} × {name}" if band.high > 1 else f"{band} {name}" for band, name in named)


def home(item: str, snapshot: Snapshot) -> Wave | Phase | None:
    """Find the wave that an item belongs to or is, else its phase."""
    return snapshot.schedule.breakdown.wave_of(item) or snapshot.schedule.breakdown.phase_of(item)


def home_words(item: str, snapshot: Snapshot) -> str:
    """Label an item's wave or phase; nothing where it has neither."""
    found = home(item, snapshot)
    return short_of(found, snapshot).words if found else ""


def _mention(kind: str, item: str, snapshot: Snapshot) -> Mention:
    called = snapshot.names[(kind, item)]
    is_counted = kind in ("phase", "wave") and called.label != called.name
    return Mention(kind, item, f"{called.label}: {called.name}" if is_counted else called.name)


def resource_words(resource: Resource, snapshot: Snapshot) -> str:
    """Name a role, the part of it in a team, or a person."""
    name = snapshot.names[(resource.kind, resource.id)].name
    team = snapshot.schedule.breakdown.items.get(resource.team or "")
    return f"{name} of {mention_of(team, snapshot).words}" if team else name
