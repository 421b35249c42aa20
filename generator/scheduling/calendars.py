"""Which clock each item is worked on by: the plan's, a named calendar's, or that of those who work on it.

A task is at work while anybody on it is, and only while its own calendar (else its wave's, else its phase's) allows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.breakdown import Task
from generator.model.calendar import Leave
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown, SchedItem
from generator.scheduling.clock import Clock, while_any, while_both
from generator.scheduling.working_time import WorkingTime, clock_of, without_days


def clocks_of(plan: Plan, breakdown: Breakdown, time: WorkingTime) -> Mapping[str, Clock]:
    """Find the clock of every item; those who share their working time share the clock itself."""
    named = {calendar.id: clock_of(calendar, time) for calendar in plan.calendars.values()}
    away = {person.id: leave_days(person.leave, time) for person in plan.people.values() if person.leave}
    if not named and not away:
        return dict.fromkeys(breakdown.items, time.clock)
    clocks = _Clocks(plan, time.clock, named, away)
    return {item.id: clocks.of(item, _calendar_of(item, breakdown)) for item in breakdown.items.values()}


def leave_days(leaves: tuple[Leave, ...], time: WorkingTime) -> frozenset[int]:
    """The days of somebody's leave, counted from the beginning of the axis."""
    days: set[int] = set()
    for leave in leaves:
        first = time.day_index(leave.date)
        last = time.day_index(leave.until) if leave.until else first
        days.update(range(first, last + 1) if first is not None and last is not None else ())
    return frozenset(days)


def people_clock(plan: Plan, person: str, time: WorkingTime) -> Clock:
    """When a person works, whatever the work."""
    named = {calendar.id: clock_of(calendar, time) for calendar in plan.calendars.values()}
    found = plan.people[person]
    return _Clocks(plan, time.clock, named, {person: leave_days(found.leave, time)}).person(person, None)


@dataclass(frozen=True)
class _Clocks:
    """The clocks of a plan; what meets in the same way is made once."""

    plan: Plan
    ordinary: Clock
    named: Mapping[str, Clock]
    away: Mapping[str, frozenset[int]]
    _made: dict[tuple[str | None, ...], Clock] = field(default_factory=dict)

    def of(self, item: SchedItem, calendar: str | None) -> Clock:
        """The clock of an item for which a named calendar holds, or none."""
        allowed = self.named.get(calendar or "")
        if not isinstance(item, Task):
            return allowed or self.ordinary
        workers = tuple(dict.fromkeys(self._workers(item, allowed)))
        if not workers:
            return allowed or self.ordinary
        key = (calendar, *(str(id(worker)) for worker in workers))
        return self._made.setdefault(key, _meeting(workers, allowed))

    def person(self, person: str, allowed: Clock | None) -> Clock:
        """When a person works: by an own calendar, the role's, or that of the work; never on leave."""
        found = self.plan.people[person]
        role = self.plan.roles.get(found.role)
        clock = self._named_or(found.calendar or (role.calendar if role else None), allowed)
        if person not in self.away:
            return clock
        key = (person, str(id(clock)))
        return self._made.setdefault(key, without_days(clock, self.away[person]))

    def _workers(self, task: Task, allowed: Clock | None) -> Iterator[Clock]:
        people = [person for person in task.people if person in self.plan.people]
        named_roles = {self.plan.people[person].role for person in people}
        yield from (self.person(person, allowed) for person in people)
        for role in task.needs:
            if role not in named_roles:
                found = self.plan.roles.get(role)
                yield self._named_or(found.calendar if found else None, allowed)

    def _named_or(self, calendar: str | None, allowed: Clock | None) -> Clock:
        return self.named.get(calendar or "") or allowed or self.ordinary


def _meeting(workers: tuple[Clock, ...], allowed: Clock | None) -> Clock:
    together = workers[0] if len(workers) == 1 else while_any(workers)
    return together if allowed is None or together is allowed else while_both(allowed, together)


def _calendar_of(item: SchedItem, breakdown: Breakdown) -> str | None:
    """The calendar that is told for an item itself, else for the nearest that it belongs to."""
    here: str | None = item.id
    while here is not None:
        calendar = getattr(breakdown.items[here], "calendar", None)
        if calendar:
            return str(calendar)
        here = breakdown.parents.get(here)
    return None
