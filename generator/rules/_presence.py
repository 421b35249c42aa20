"""Who is there on which day: leave and part-time, for those whom the plan tells them of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.model.team import Person
from generator.scheduling.calendars import people_clock
from generator.scheduling.clock import Clock
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import WorkingTime


class Owned(Protocol):
    """Whatever somebody answers for."""

    @property
    def owner(self) -> str | None:
        """A person or a role; nothing where nobody is named."""


Item = TypeVar("Item", bound=Owned)


def away(
    items: Iterable[Item], days: Callable[[Item], Iterable[int]], plan: Plan, index: Index, schedule: Schedule
) -> Iterator[tuple[Item, str]]:
    """Yield each item on none of whose days its owner works although others do, with its owner."""
    clocks = own_clocks(plan, schedule.time)
    for item in items if clocks else ():
        owner = person_named(item.owner, index)
        clock = clocks.get(owner.id) if owner else None
        if owner and clock and _is_away(clock, days(item), schedule):
            yield item, owner.id


def own_clocks(plan: Plan, time: WorkingTime) -> Mapping[str, Clock]:
    """The clocks of those who do not always work when the others do."""
    roles = {role.id for role in plan.roles.values() if role.calendar}
    people = [each for each in plan.people.values() if each.leave or each.calendar or each.role in roles]
    return {person.id: people_clock(plan, person.id, time) for person in people}


def on_shift(plan: Plan, time: WorkingTime) -> Mapping[str, Clock]:
    """The clocks of those who work by a calendar of their own or of their role, be they there every day or not."""
    roles = {role.id for role in plan.roles.values() if role.calendar}
    people = [each for each in plan.people.values() if each.calendar or each.role in roles]
    return {person.id: people_clock(plan, person.id, time) for person in people}


def person_named(reference: str | None, index: Index) -> Person | None:
    """The person whom an owner, lead or chair is; nothing where it is a role, or nobody."""
    found = index.find(reference, ("person", "role")) if reference else None
    return found[1] if found and isinstance(found[1], Person) else None


def days_of(item: str, schedule: Schedule) -> range:
    """The days from an item's start to its finish."""
    dates, time = schedule.dates[item], schedule.time
    first, last = time.day_of_start(dates.early_start), time.day_of_finish(dates.early_finish)
    return range(min(first.index, last.index), last.index + 1)


def exposed_days(risks: Iterable[Risk], schedule: Schedule) -> set[int]:
    """The days of all work that is exposed to some risks."""
    return {day for risk in risks for item in risk.affects for day in days_of(item, schedule)}


def _is_away(clock: Clock, days: Iterable[int], schedule: Schedule) -> bool:
    worked = [day for day in days if schedule.time.is_workday(day)]
    return bool(worked) and not any(clock.shifts_on(day) for day in worked)
