"""Everything in a plan that has an id, by kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.plan import Plan
from generator.model.text import ITEM_KINDS, Item

SECTIONS = {
    "calendar": "calendars",
    "role": "roles",
    "person": "people",
    "quota": "quotas",
    "phase": "phases",
    "wave": "waves",
    "task": "tasks",
    "milestone": "milestones",
    "checkpoint": "checkpoints",
    "deliverable": "deliverables",
    "criterion": "criteria",
    "risk": "risks",
    "rollback": "rollbacks",
    "source": "sources",
    "target": "targets",
    "alert": "alerts",
    "meeting": "meetings",
    "channel": "channels",
    "coordination": "coordination",
    "decision": "decisions",
    "assumption": "assumptions",
}
"""Kind of an item, and the section of the plan that holds it."""


@dataclass(frozen=True)
class Index:
    """Items by kind and id; where an id is given twice, the first one counts."""

    by_kind: Mapping[str, Mapping[str, Item]]
    duplicates: tuple[tuple[Item, Item], ...]

    def find(self, reference: str, kinds: tuple[str, ...] = tuple(SECTIONS)) -> tuple[str, Item] | None:
        """Find the one item that a reference (`db-setup`, `risk:outage`) names; nothing if none or several."""
        kind, _, name = reference.rpartition(":")
        found = [each for each in self.kinds_of(name) if each in kinds and kind in ("", each)]
        return (found[0], self.by_kind[found[0]][name]) if len(found) == 1 else None

    def kinds_of(self, name: str) -> tuple[str, ...]:
        """The kinds in which an id occurs."""
        return self._kinds.get(name, ())

    def known(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Every id of some kinds."""
        return tuple(name for kind in kinds for name in self.by_kind[kind])

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for kind, items in self.by_kind.items():
            for name in items:
                found[name] = (*found.get(name, ()), kind)
        return found


def index_of(plan: Plan) -> Index:
    """Index a plan; what can be scheduled shares one namespace, elsewhere each kind has its own."""
    by_kind: dict[str, dict[str, Item]] = {kind: {} for kind in SECTIONS}
    schedulable: dict[str, Item] = {}
    duplicates = []
    for kind, item in _items(plan):
        first = schedulable.setdefault(item.id, item) if kind in ITEM_KINDS else item
        if first is not item:
            duplicates.append((first, item))
        else:
            by_kind[kind][item.id] = item
    return Index(by_kind, tuple(duplicates))


def _items(plan: Plan) -> Iterator[tuple[str, Item]]:
    for kind, section in SECTIONS.items():
        for item in getattr(plan, section).values():
            yield kind, item
            yield from (("task", task) for task in getattr(item, "tasks", {}).values())
