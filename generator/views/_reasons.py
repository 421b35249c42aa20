"""Why something starts when it starts, in words around the name of what it waits for."""

from collections.abc import Iterator

from generator.formatting import counted, joined
from generator.scheduling.calendars import leave_days
from generator.scheduling.clock import ALWAYS
from generator.scheduling.drivers import Cause, Driver
from generator.scheduling.telling import with_date
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views._mention import mention_of
from generator.views._waits import LATE_WORDS, Wait, called, driver_words, imposed_words


def first_driver(item: str, snapshot: Snapshot) -> Driver:
    """The driver that a chain goes on with: where there are several, the first that is critical."""
    drivers = snapshot.schedule.dates[item].drivers
    critical = (each for each in drivers if each.item and snapshot.schedule.dates[each.item].critical)
    return next(critical, drivers[0])


def next_of(driver: Driver) -> str | None:
    """The item that a chain goes on with; nothing where it ends."""
    return driver.item if driver.cause in (Cause.LINK, Cause.RESOURCE) else None


def reason_of(item: str, driver: Driver, snapshot: Snapshot, *, brief: bool = False) -> Wait:
    """Tell a driver of an item, and the days off that lie between the two: in brief, without the last of them."""
    if driver.cause is Cause.PLAN_START:
        return Wait("starts with the plan")
    if driver.cause is Cause.LATE:
        return Wait(LATE_WORDS)
    if driver.resource and driver.item is None:
        return Wait(f"levelled: waits for {called(driver.resource, snapshot)}, away until then")
    if driver.cause is Cause.IMPOSED or driver.item is None:
        return Wait(imposed_words(driver.item or item, snapshot))
    before, after = driver_words(driver, snapshot)
    of = mention_of(snapshot.schedule.breakdown.items[driver.item], snapshot)
    return Wait(before, (of,), after, _days_off(item, driver.item, snapshot, brief=brief))


def through_words(driver: Driver, snapshot: Snapshot) -> str:
    """Through Wave 1 and Wave 2: the waves and phases whose dependencies pass a driver on."""
    items = snapshot.schedule.breakdown.items
    gates = [mention_of(items[gate], snapshot) for gate in dict.fromkeys(driver.through)]
    names = [snapshot.names[(gate.kind, gate.id)].name for gate in gates]
    return f"through {joined(names)}" if names and next_of(driver) else ""


def _days_off(item: str, before: str, snapshot: Snapshot, *, brief: bool) -> str:
    """The days between two items on which the second is not worked on, holidays and leave by name."""
    schedule, time = snapshot.schedule, snapshot.schedule.time
    node = schedule.network.nodes.get(item)
    clock = node.clock if node and node.clock is not ALWAYS else time.clock
    last = time.day_of_finish(schedule.dates[before].early_finish).index
    first = time.day_of_start(schedule.dates[item].early_start).index
    off = [time.day(index) for index in range(last + 1, first) if not clock.shifts_on(index)]
    if not off:
        return ""
    causes = list(dict.fromkeys(_causes(item, off, snapshot)))
    named = f" ({joined(causes)})" if causes else ""
    until = "" if brief else f", up to {with_date(off[-1])}"
    return f"{counted(len(off), 'day')} off between{named}{until}"


def _causes(item: str, days: list[Day], snapshot: Snapshot) -> Iterator[str]:
    """Name the holidays among some days, and who of those that an item names is on leave."""
    time, found = snapshot.schedule.time, snapshot.schedule.breakdown.items[item]
    yield from (name for day in days if day.date and (name := time.holiday_on(day.date)))
    named = (snapshot.plan.people.get(person) for person in getattr(found, "people", ()))
    for person in filter(None, named):
        if leave_days(person.leave, time) & {day.index for day in days}:
            yield f"{person.name} away"
