"""Day by day, who is needed and how many there are: roles, the part of them in each team, people by name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.quantity import Band
from generator.scheduling.resource_load import NOBODY, Assignment
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views._at_once import Busy, by_day
from generator.views._demand import needed
from generator.views._there import Key, There, there_of


@dataclass(frozen=True)
class DayLoad:
    """One day: the most needed at one moment, those that there are, the tasks of that moment.

    No capacity is told where the plan does not say.
    """

    day: Day
    needed: Band
    capacity: int | None
    tasks: tuple[str, ...]

    @property
    def over(self) -> int:
        """How many are missing even if each task makes do with the fewest."""
        return max(0, self.needed.low - self.capacity) if self.capacity is not None else 0


@dataclass(frozen=True)
class ResourceLoad:
    """A role or person (`kind`), in a team or in the plan as a whole, on the days on which one is needed or away."""

    kind: str
    id: str
    team: str | None
    days: tuple[DayLoad, ...]


def view(snapshot: Snapshot) -> tuple[ResourceLoad, ...]:
    """Tell roles as a whole, then in their teams, then people, each in the order of the plan."""
    there, work = there_of(snapshot), _work(snapshot)
    order = {each: place for place, each in enumerate(_order(snapshot))}
    keys = sorted(work, key=lambda key: (key[0] == "person", key[2] is not None, order[key[1]], key[2] or ""))
    return tuple(_load(key, work[key], there, snapshot) for key in keys)


def named_work(snapshot: Snapshot) -> Iterator[Assignment]:
    """People who are named for tasks; the id of the person stands in the place of the role's."""
    for task in snapshot.schedule.breakdown.tasks:
        dates = snapshot.schedule.dates[task.id]
        for person in task.people:
            if person in snapshot.plan.people:
                yield Assignment(person, task.id, Band(1, 1), dates.early_start, dates.early_finish)


def _order(snapshot: Snapshot) -> Iterator[str]:
    yield from snapshot.plan.roles
    yield from snapshot.plan.people


def _work(snapshot: Snapshot) -> Mapping[Key, list[Assignment]]:
    """Gather who is needed for what; a team is needed for what stands in its wave or phase."""
    breakdown = snapshot.schedule.breakdown
    found: dict[Key, list[Assignment]] = defaultdict(list)
    for each in needed(snapshot):
        found["role", each.role, None].append(each)
        team = breakdown.parents.get(each.item)
        if team and each.role in getattr(breakdown.items[team], "team", {}):
            found["role", each.role, team].append(each)
    for each in named_work(snapshot):
        found["person", each.role, None].append(each)
    return found


def _load(key: Key, work: Iterable[Assignment], there: There, snapshot: Snapshot) -> ResourceLoad:
    busy, time = by_day(work, snapshot.schedule), snapshot.schedule.time
    first, last = min(busy, default=0), max(busy, default=0)
    away = there.known[key].away if key in there.known else ()
    days = sorted({*busy, *(day for day in away if first <= day <= last)})
    idle = Busy(NOBODY, ())
    loads = (_day(time.day(day), busy.get(day, idle), there.most(key, day)) for day in days)
    return ResourceLoad(*key, tuple(loads))


def _day(day: Day, busy: Busy, capacity: int | None) -> DayLoad:
    return DayLoad(day, busy.people, capacity, tuple(each.item for each in busy.at_work))
