"""Who is there on which day: leave and part-time, for those whom the plan tells them of."""

from collections.abc import Iterable, Mapping

from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.team import Person
from generator.scheduling.calendars import people_clock
from generator.scheduling.clock import Clock
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import WorkingTime


def own_clocks(plan: Plan, time: WorkingTime) -> Mapping[str, Clock]:
    """The clocks of those who do not always work when the others do."""
    roles = {role.id for role in plan.roles.values() if role.calendar}
    people = [each for each in plan.people.values() if each.leave or each.calendar or each.role in roles]
    return {person.id: people_clock(plan, person.id, time) for person in people}


def person_named(reference: str | None, index: Index) -> str | None:
    """The person whom an owner or chair is; nothing where it is a role, or nobody."""
    found = index.find(reference, ("person", "role")) if reference else None
    return found[1].id if found and isinstance(found[1], Person) else None


def is_away(clock: Clock, days: Iterable[int], schedule: Schedule) -> bool:
    """Tell whether somebody works on none of those days on which others do; where nobody does, nobody is away."""
    worked = [day for day in days if schedule.time.is_workday(day)]
    return bool(worked) and not any(clock.shifts_on(day) for day in worked)


def days_of(item: str, schedule: Schedule) -> range:
    """The days from an item's start to its finish."""
    dates, time = schedule.dates[item], schedule.time
    first, last = time.day_of_start(dates.early_start), time.day_of_finish(dates.early_finish)
    return range(min(first.index, last.index), last.index + 1)
