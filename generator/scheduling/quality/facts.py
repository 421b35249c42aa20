"""What the assessment looks at: work that is left to do, and the links into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.findings import Pointer
from generator.model.breakdown import Dependency, Milestone, Task
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.scheduling.progress.recorded import is_complete, status_day
from generator.scheduling.quality.point import Base
from generator.scheduling.schedule import Schedule


@dataclass(frozen=True)
class LinkInto:
    """One dependency of an item, and where it is written."""

    item: str
    dependency: Dependency
    pointer: Pointer


@dataclass(frozen=True)
class Facts:
    """A plan, its schedule, and the day up to which progress is told."""

    plan: Plan
    schedule: Schedule
    as_of: date | None

    @cached_property
    def remaining(self) -> tuple[Task, ...]:
        """Tasks that are not complete: the base of the assessment."""
        return tuple(task for task in self.schedule.breakdown.tasks if not is_complete(task))

    @cached_property
    def links(self) -> tuple[LinkInto, ...]:
        """Dependencies of what is still to be done."""
        return tuple(self._links())

    @cached_property
    def today(self) -> int | None:
        """The status date as a day of the axis."""
        return status_day(self.as_of, self.schedule.time)

    def among_tasks(self, fewest: int) -> Base:
        """The remaining tasks as what a share is a share of."""
        return Base(len(self.remaining), "task", len(self.remaining), fewest)

    def among_links(self, fewest: int) -> Base:
        """The remaining links as what a share is a share of."""
        return Base(len(self.links), "link", len(self.remaining), fewest)

    def _links(self) -> Iterator[LinkInto]:
        for item in self.schedule.breakdown.items.values():
            done = is_complete(item) if isinstance(item, Task) else isinstance(item, Milestone) and item.done
            if done or isinstance(item, Checkpoint):
                continue
            for index, dependency in enumerate(item.depends_on):
                yield LinkInto(item.id, dependency, (*item.pointer, "depends_on", index))
