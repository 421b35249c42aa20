"""Why an item has its dates: what drives it, what drives that, back to the start of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.formatting import counted
from generator.scheduling.drivers import Cause, Driver
from generator.scheduling.telling import with_date
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views._waits import driver_words, imposed_words
from generator.views._when import span_words


@dataclass(frozen=True)
class Reason:
    """One item of the chain and why it starts when it starts; `also` are drivers that hold it just as much."""

    item: str
    name: str
    when: str
    why: str
    also: tuple[str, ...]


def view(snapshot: Snapshot, item: str) -> tuple[Reason, ...]:
    """Follow the drivers from an item back; where there are several, the first that is critical."""
    return tuple(_reasons(item, snapshot))


def _reasons(item: str, snapshot: Snapshot) -> Iterator[Reason]:
    here: str | None = item
    seen: set[str] = set()
    while here is not None and here not in seen:
        seen.add(here)
        driver = _first(here, snapshot)
        others = [each for each in snapshot.schedule.dates[here].drivers if each is not driver and each.item]
        yield Reason(
            here,
            _name(here, snapshot),
            span_words(here, snapshot),
            _why(here, driver, snapshot),
            tuple(_name(str(each.item), snapshot) for each in others),
        )
        here = driver.item if driver.cause is Cause.LINK else None


def _first(item: str, snapshot: Snapshot) -> Driver:
    drivers = snapshot.schedule.dates[item].drivers
    critical = [each for each in drivers if each.item and snapshot.schedule.dates[each.item].critical]
    return (critical or list(drivers))[0]


def _why(item: str, driver: Driver, snapshot: Snapshot) -> str:
    if driver.cause is Cause.PLAN_START:
        return "starts with the plan"
    if driver.cause is Cause.IMPOSED or driver.item is None:
        return imposed_words(driver.item or item, snapshot)
    before, after = driver_words(driver)
    words = " ".join(filter(None, (before, _name(driver.item, snapshot), after)))
    gates = [_name(gate, snapshot) for gate in dict.fromkeys(driver.through)]
    through = f", through {' and '.join(gates)}" if gates else ""
    return f"{words}{through}{_days_off(item, driver.item, snapshot)}"


def _days_off(item: str, before: str, snapshot: Snapshot) -> str:
    """The days off between the finish of one item and the start of the next."""
    schedule, time = snapshot.schedule, snapshot.schedule.time
    last = time.day_of_finish(schedule.dates[before].early_finish).index
    first = time.day_of_start(schedule.dates[item].early_start).index
    off: list[Day] = [time.day(index) for index in range(last + 1, first) if not time.is_workday(index)]
    return f"; {counted(len(off), 'day')} off between, up to {with_date(off[-1])}" if off else ""


def _name(item: str, snapshot: Snapshot) -> str:
    kind = next(
        kind for kind in ("phase", "wave", "task", "milestone", "checkpoint") if (kind, item) in snapshot.names
    )
    return snapshot.names[(kind, item)].name
