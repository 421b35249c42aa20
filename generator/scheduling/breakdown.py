"""The work breakdown as a tree: every item by id, its kind, its parent, its members."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.model.plan import Plan
from generator.model.verification import Checkpoint

SchedItem = Phase | Wave | Task | Milestone | Checkpoint
"""What can be scheduled; one namespace of ids."""
K = TypeVar("K")


@dataclass(frozen=True)
class Breakdown:
    """Items in the order of the plan; where an id is given twice, the first one counts."""

    items: Mapping[str, SchedItem]
    parents: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    def parent(self, item: str) -> Phase | Wave | None:
        """The wave or phase that an item belongs to directly."""
        found = self.items.get(self.parents.get(item, ""))
        return found if isinstance(found, Phase | Wave) else None

    def wave_of(self, item: str) -> Wave | None:
        """The wave an item belongs to, or the item itself if it is one."""
        return self._ancestor(item, Wave)

    def phase_of(self, item: str) -> Phase | None:
        """The phase an item belongs to, directly or through its wave, or the item itself if it is one."""
        return self._ancestor(item, Phase)

    def tasks_within(self, item: str) -> Iterator[Task]:
        """Yield the tasks an item consists of; a task consists of itself."""
        found = self.items.get(item)
        if isinstance(found, Task):
            yield found
        for member in self.members.get(item, ()):
            yield from self.tasks_within(member)

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """Every task, wherever it stands."""
        return tuple(item for item in self.items.values() if isinstance(item, Task))

    @cached_property
    def makers(self) -> Mapping[str, tuple[Task, ...]]:
        """The tasks that deliver each deliverable."""
        found: dict[str, list[Task]] = {}
        for task in self.tasks:
            for deliverable in dict.fromkeys(task.delivers):
                found.setdefault(deliverable, []).append(task)
        return {deliverable: tuple(tasks) for deliverable, tasks in found.items()}

    def _ancestor(self, item: str, kind: type[K]) -> K | None:
        here: str | None = item
        while here is not None:
            found = self.items.get(here)
            if isinstance(found, kind):
                return found
            here = self.parents.get(here)
        return None


def break_down(plan: Plan) -> Breakdown:
    """Lay a plan's phases, waves, tasks, milestones and checkpoints out as a tree."""
    items: dict[str, SchedItem] = {}
    parents: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for item, parent in _walk(plan):
        if item.id in items:
            continue
        items[item.id] = item
        if parent is not None and parent != item.id:
            parents[item.id] = parent
            members.setdefault(parent, []).append(item.id)
    return Breakdown(items, parents, {key: tuple(ids) for key, ids in members.items()})


def _walk(plan: Plan) -> Iterator[tuple[SchedItem, str | None]]:
    for phase in plan.phases.values():
        yield phase, None
        yield from ((task, phase.id) for task in phase.tasks.values())
    for wave in plan.waves.values():
        yield wave, wave.phase if wave.phase in plan.phases else None
        yield from ((task, wave.id) for task in wave.tasks.values())
    yield from ((task, None) for task in plan.tasks.values())
    for milestone in plan.milestones.values():
        yield milestone, milestone.wave if milestone.wave in plan.waves else None
    yield from ((checkpoint, None) for checkpoint in plan.checkpoints.values())
