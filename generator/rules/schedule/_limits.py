"""Imposed dates of an item, and which of them cannot both hold."""

from collections.abc import Iterator
from datetime import date

from generator.model.quantity import Position
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.clock import DAY
from generator.scheduling.drivers import Driver
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import Day, WorkingTime, minute_of

_FROM = {"start": "start", "start_on": "start", "finish_from": "finish", "finish_on": "finish"}
_BY = {"start_by": "start", "start_on": "start", "finish_by": "finish", "finish_on": "finish"}


def contradictions(item: SchedItem, time: WorkingTime) -> Iterator[tuple[str, str]]:
    """Yield each earliest date of an item (its key) with each latest one that lies before it."""
    for earliest, low in _FROM.items():
        for latest, high in _BY.items():
            is_ordered = low == high or (low, high) == ("start", "finish")
            if is_ordered and _after(getattr(item, earliest, None), getattr(item, latest, None), time):
                yield earliest, latest


def overrun(item: SchedItem, key: str, schedule: Schedule) -> Day | None:
    """The day on which an item starts or finishes, where that is after the limit under a key."""
    when = getattr(item, key, None)
    if not when or any(key == latest for _, latest in contradictions(item, schedule.time)):
        return None
    dates, time = schedule.dates[item.id], schedule.time
    at_start = key.startswith("start")
    instant = dates.early_start if at_start else dates.early_finish
    day = time.day_of_start(instant) if at_start else time.day_of_finish(instant)
    limit, minute = time.day_index(when) or 0, minute_of(when)
    is_late = day.index > limit if minute is None else instant > limit * DAY + minute
    return day if is_late else None


def waits_for(item: SchedItem, schedule: Schedule) -> str:
    """What leaves an item no earlier date, in a few words."""
    return ", ".join(_driver_words(item, driver) for driver in schedule.dates[item.id].drivers)


def _driver_words(item: SchedItem, driver: Driver) -> str:
    """Name what is waited for, and the role or person for whose sake levelling has it wait."""
    if driver.resource:
        return (
            f"{driver.item} (levelled: {driver.resource})" if driver.item else f"{driver.resource} (levelled: away)"
        )
    return driver.cause.value if driver.item in (None, item.id) else driver.item


def _after(one: Position | date | None, other: Position | date | None, time: WorkingTime) -> bool:
    """Tell whether one moment is after another; without a time of day they may be at the same moment of a day."""
    first, second = (time.day_index(each) if each else None for each in (one, other))
    if one is None or other is None or first is None or second is None:
        return False
    minutes = minute_of(one), minute_of(other)
    if first == second and minutes[0] is not None and minutes[1] is not None:
        return minutes[0] > minutes[1]
    return first > second
