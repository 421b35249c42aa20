"""The chain of tasks that sets the finish, each with the reason for its date; and what nearly belongs to it."""

from dataclasses import dataclass
from itertools import islice

from generator.formatting import counted
from generator.model.breakdown import Task
from generator.scheduling.drivers import Driver
from generator.snapshot import Snapshot
from generator.views._long import MOST_IN_BRIEF, are_too_many_to_name
from generator.views._mention import Mention, home_words, mention_of, short_of
from generator.views._once import once
from generator.views._reasons import reason_of
from generator.views._waits import Wait
from generator.views._when import duration_words, span_words, spare_words, whole_words, work_words

_MOST_CHAINS = 20
"""Chains that are counted: in a large plan there may be more than anybody could follow."""
_TOLD_CHAINS = 4
_SMALL_PART = 20
"""Of a short plan a day is not little: nearly critical is what has less than this part of it to spare."""


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
    """A task with at most a day to spare, or with less in a short plan."""

    task: Mention
    home: str
    spare: str


@dataclass(frozen=True)
class OtherChain:
    """Another chain as long as the first: the items that only it has, and those of the first that it leaves out."""

    by: tuple[Mention, ...]
    instead_of: tuple[Mention, ...]


@dataclass(frozen=True)
class CriticalChain:
    """The chain from first to last; `others` are critical tasks in no chain that is told.

    `further` are the chains beside the first, of which there are `count` in words. Of a long plan many tasks are as
    critical, or nearly so; `more_others` and `more_nearly` count those that are not named. The chain `rests` where
    work by the clock ends in a night or on a day off, which the next one waits for the end of.
    """

    links: tuple[ChainLink, ...]
    words: str
    finish: str
    count: str
    further: tuple[OtherChain, ...]
    others: tuple[Mention, ...]
    nearly: tuple[NearlyCritical, ...]
    more_others: int
    more_nearly: int
    rests: bool


@once
def view(snapshot: Snapshot) -> CriticalChain:
    """Tell the chain in words."""
    schedule = snapshot.schedule
    followed = tuple(islice(schedule.critical_paths, _MOST_CHAINS + 1))
    paths = _apart(followed, snapshot)
    path = paths[0] if paths else ()
    told = {item for each in paths[: _TOLD_CHAINS + 1] for item in each}
    links = tuple(_link(item, before, snapshot) for before, item in zip((None, *path), path, strict=False))
    critical = [task for task in schedule.breakdown.tasks if schedule.dates[task.id].critical and task.id not in told]
    named = _most(len(critical), snapshot)
    nearly = tuple(each for each in _nearly(snapshot) if each.task.id not in path)
    named_nearly = _most(len(nearly), snapshot)
    begin = schedule.dates[path[0]].early_start if path else schedule.finish
    worked = work_words(schedule.time.clock.between(begin, schedule.finish), schedule.time)
    return CriticalChain(
        links,
        f"{counted(sum(1 for link in links if link.duration), 'task')} in a row, {worked} of working time",
        whole_words(snapshot).rpartition(" to ")[2] if path else "",
        _count(len(paths), len(followed)),
        tuple(_beside(path, each, snapshot) for each in paths[1 : _TOLD_CHAINS + 1]),
        tuple(mention_of(task, snapshot) for task in critical[:named]),
        nearly[:named_nearly],
        len(critical) - named,
        len(nearly) - named_nearly,
        any(schedule.dates[item].total_float > 0 for item in path),
    )


def _most(count: int, snapshot: Snapshot) -> int:
    """How many of so many tasks are named."""
    return MOST_IN_BRIEF if are_too_many_to_name(count, snapshot) else count


def _apart(paths: tuple[tuple[str, ...], ...], snapshot: Snapshot) -> tuple[tuple[str, ...], ...]:
    """Leave out each chain whose tasks are all in one before it, or the other way round: to a reader both are one."""
    items = snapshot.schedule.breakdown.items
    kept: dict[frozenset[str], tuple[str, ...]] = {}
    for path in paths:
        tasks = frozenset(item for item in path if isinstance(items[item], Task))
        if not any(tasks <= other or other <= tasks for other in kept):
            kept[tasks] = path
    return tuple(kept.values())


def _count(chains: int, followed: int) -> str:
    if chains < 2:  # noqa: PLR2004 - one chain is no several
        return ""
    if chains > _MOST_CHAINS:
        return f"more than {_MOST_CHAINS}"
    return f"at least {chains}" if followed > _MOST_CHAINS else str(chains)


def _beside(first: tuple[str, ...], other: tuple[str, ...], snapshot: Snapshot) -> OtherChain:
    items = snapshot.schedule.breakdown.items
    only, left_out = ([item for item in one if item not in both] for one, both in ((other, first), (first, other)))
    return OtherChain(
        tuple(mention_of(items[item], snapshot) for item in only),
        tuple(mention_of(items[item], snapshot) for item in left_out),
    )


def _link(item: str, before: str | None, snapshot: Snapshot) -> ChainLink:
    entry = snapshot.schedule.breakdown.items[item]
    driver = _driver(item, before, snapshot)
    gates = [snapshot.schedule.breakdown.items[gate] for gate in dict.fromkeys(driver.through) if driver.item]
    return ChainLink(
        mention_of(entry, snapshot),
        home_words(item, snapshot),
        span_words(item, snapshot),
        duration_words(snapshot.schedule.estimate(item)) if isinstance(entry, Task) else "",
        reason_of(item, driver, snapshot),
        tuple(short_of(gate, snapshot) for gate in gates),
    )


def _driver(item: str, before: str | None, snapshot: Snapshot) -> Driver:
    drivers = snapshot.schedule.dates[item].drivers
    return next((driver for driver in drivers if before and driver.item == before), drivers[0])


def _nearly(snapshot: Snapshot) -> tuple[NearlyCritical, ...]:
    schedule = snapshot.schedule
    spare = {task.id: schedule.dates[task.id].total_float for task in schedule.breakdown.tasks}
    most = min(schedule.time.day_minutes, schedule.time.clock.between(schedule.start, schedule.finish) // _SMALL_PART)
    near = [task for task in schedule.breakdown.tasks if 0 < spare[task.id] <= most]
    return tuple(
        NearlyCritical(
            mention_of(task, snapshot), home_words(task.id, snapshot), spare_words(spare[task.id], snapshot)
        )
        for task in near
    )
