"""Every scheduled item in one flat list: the rows of tables and exports."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.breakdown import Link, Milestone, Phase, Task, Wave
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.drivers import Cause, Driver
from generator.scheduling.hours import hours_of
from generator.scheduling.telling import compact
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views._once import once

_KINDS = {Phase: "phase", Wave: "wave", Task: "task", Milestone: "milestone"}


@dataclass(frozen=True)
class ScheduleRow:
    """One item; days as W1D1 and as ISO dates (empty without a start), float in days.

    Times of day stand where an item is shorter than a day's work.
    """

    kind: str
    depth: int
    id: str
    name: str
    within: str
    start: str
    finish: str
    start_date: str
    finish_date: str
    duration: str
    total_float: str
    free_float: str
    critical: bool
    percent_complete: str
    drivers: tuple[str, ...]
    start_time: str = ""
    finish_time: str = ""


@once
def view(snapshot: Snapshot) -> tuple[ScheduleRow, ...]:
    """List phases, waves, tasks and milestones as a tree written out, then the checkpoints."""
    breakdown = snapshot.schedule.breakdown
    tops = [item for item in breakdown.items if breakdown.parent(item) is None]
    return tuple(row for item in tops for row in _rows(item, 0, snapshot))


def days_words(minutes: int, day_minutes: int) -> str:
    """Working minutes as days, with as many decimals as it takes: 1, 2.5."""
    return f"{round(minutes / day_minutes, 2):g}"


def _rows(item: str, depth: int, snapshot: Snapshot) -> Iterator[ScheduleRow]:
    yield _row(snapshot.schedule.breakdown.items[item], depth, snapshot)
    for member in snapshot.schedule.breakdown.members.get(item, ()):
        yield from _rows(member, depth + 1, snapshot)


def _row(item: SchedItem, depth: int, snapshot: Snapshot) -> ScheduleRow:
    schedule = snapshot.schedule
    dates, time = schedule.dates[item.id], schedule.time
    start, finish = time.day_of_start(dates.early_start), time.day_of_finish(dates.early_finish)
    moment = dates.early_start == dates.early_finish
    parent = schedule.breakdown.parent(item.id)
    kind = _KINDS.get(type(item), "checkpoint")
    start_time, finish_time = hours_of(item.id, schedule)
    return ScheduleRow(
        kind=kind,
        depth=depth,
        id=item.id,
        name=snapshot.names[(kind, item.id)].name,
        within=parent.id if parent else "",
        start=compact(finish if moment else start),
        finish=compact(finish),
        start_date=_iso(finish if moment else start),
        finish_date=_iso(finish),
        duration=_duration(item, snapshot),
        total_float=days_words(dates.total_float, time.day_minutes) if kind != "checkpoint" else "",
        free_float=days_words(dates.free_float, time.day_minutes) if kind in ("task", "milestone") else "",
        critical=dates.critical and kind != "checkpoint",
        percent_complete=str(item.percent_complete or 0) if isinstance(item, Task) else "",
        drivers=tuple(dict.fromkeys(map(_driver, dates.drivers))) if kind != "checkpoint" else (),
        start_time=start_time,
        finish_time=finish_time,
    )


def _driver(driver: Driver) -> str:
    """Write a driver as a dependency is written: design, or design SS+2d."""
    if driver.resource:
        return f"{', '.join(filter(None, (driver.item, 'away' if driver.away else '')))} ({driver.resource})"
    if driver.cause is not Cause.LINK or driver.link is None:
        return {Cause.IMPOSED: "imposed start"}.get(driver.cause, driver.cause.value)
    lag = driver.dependency.lag_text if driver.dependency else ""
    link = f" {driver.link}{lag}" if lag or driver.link is not Link.FINISH_TO_START else ""
    return f"{driver.item}{link}"


def _duration(item: SchedItem, snapshot: Snapshot) -> str:
    if isinstance(item, Task):
        return str(snapshot.schedule.estimate(item.id))
    if not isinstance(item, Phase | Wave):
        return ""
    dates = snapshot.schedule.dates[item.id]
    return f"{snapshot.schedule.time.workdays_between(dates.early_start, dates.early_finish)}d"


def _iso(day: Day) -> str:
    return day.date.isoformat() if day.date else ""
