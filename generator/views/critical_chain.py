"""The chain of tasks that sets the finish, each with the reason for its date; and what nearly belongs to it."""

from dataclasses import dataclass

from generator.formatting import counted
from generator.model.breakdown import Task
from generator.scheduling.drivers import Cause, Driver
from generator.snapshot import Snapshot
from generator.views._mention import Mention, home_words, mention_of, short_of
from generator.views._waits import Wait, driver_words, imposed_words
from generator.views._when import duration_words, span_words, whole_words, work_words


@dataclass(frozen=True)
class ChainLink:
    """One task of the chain, or a milestone, which takes no time.

    `gates` are the waves and phases whose dependency passes the reason on.
    """

    task: Mention
    home: str
    when: str
    duration: str
    reason: Wait
    gates: tuple[Mention, ...]


@dataclass(frozen=True)
class NearlyCritical:
    """A task with at most a day to spare."""

    task: Mention
    home: str
    spare: str


@dataclass(frozen=True)
class CriticalChain:
    """The chain from first to last; `others` are critical tasks beside it."""

    links: tuple[ChainLink, ...]
    words: str
    finish: str
    others: tuple[Mention, ...]
    nearly: tuple[NearlyCritical, ...]


def view(snapshot: Snapshot) -> CriticalChain:
    """Tell the chain in words."""
    path, schedule = snapshot.schedule.critical_path, snapshot.schedule
    links = tuple(_link(item, before, snapshot) for before, item in zip((None, *path), path, strict=False))
    critical = [task for task in schedule.breakdown.tasks if schedule.dates[task.id].critical and task.id not in path]
    worked = work_words(schedule.time.clock.between(schedule.start, schedule.finish), schedule.time)
    return CriticalChain(
        links,
        f"{counted(sum(1 for link in links if link.duration), 'task')} in a row, {worked} of work",
        whole_words(snapshot).rpartition(" to ")[2] if path else "",
        tuple(mention_of(task, snapshot) for task in critical),
        _nearly(snapshot),
    )


def _link(item: str, before: str | None, snapshot: Snapshot) -> ChainLink:
    entry = snapshot.schedule.breakdown.items[item]
    driver = _driver(item, before, snapshot)
    gates = [snapshot.schedule.breakdown.items[gate] for gate in dict.fromkeys(driver.through) if driver.item]
    return ChainLink(
        mention_of(entry, snapshot),
        home_words(item, snapshot),
        span_words(item, snapshot),
        duration_words(entry.duration) if isinstance(entry, Task) else "",
        _reason(driver, item, snapshot),
        tuple(short_of(gate, snapshot) for gate in gates),
    )


def _driver(item: str, before: str | None, snapshot: Snapshot) -> Driver:
    drivers = snapshot.schedule.dates[item].drivers
    return next((driver for driver in drivers if before and driver.item == before), drivers[0])


def _reason(driver: Driver, item: str, snapshot: Snapshot) -> Wait:
    if driver.cause is Cause.PLAN_START:
        return Wait("starts with the plan")
    if driver.cause is Cause.IMPOSED or driver.item is None or driver.link is None:
        return Wait(imposed_words(item, snapshot))
    before, after = driver_words(driver)
    return Wait(before, (mention_of(snapshot.schedule.breakdown.items[driver.item], snapshot),), after)


def _nearly(snapshot: Snapshot) -> tuple[NearlyCritical, ...]:
    schedule = snapshot.schedule
    spare = {task.id: schedule.dates[task.id].total_float for task in schedule.breakdown.tasks}
    near = [task for task in schedule.breakdown.tasks if 0 < spare[task.id] <= schedule.time.day_minutes]
    return tuple(
        NearlyCritical(
            mention_of(task, snapshot), home_words(task.id, snapshot), work_words(spare[task.id], schedule.time)
        )
        for task in near
    )
