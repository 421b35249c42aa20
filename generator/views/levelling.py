"""What levelling has moved: each task, by how much, who it waits for, and what that costs the finish."""

from dataclasses import dataclass

from generator.formatting import counted, joined
from generator.scheduling.capacity import Resource
from generator.scheduling.clock import Clock
from generator.scheduling.levelled import Levelled, Wait
from generator.scheduling.schedule import plan_start
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot
from generator.views._mention import Mention, mention_of, resource_words
from generator.views._when import work_words


@dataclass(frozen=True)
class Moved:
    """One task that waits: from when on its links would let it start, when it does, and why."""

    task: Mention
    ready: str
    start: str
    delay: str
    why: str


@dataclass(frozen=True)
class Levelling:
    """All that was moved, and the price in words; `unmet` tells of demands that no order can meet."""

    moved: tuple[Moved, ...]
    cost: str
    proof: str
    unmet: tuple[str, ...]


def view(snapshot: Snapshot) -> Levelling | None:
    """Tell what levelling did; nothing where the plan does not ask for it."""
    levelled = snapshot.schedule.levelled
    if levelled is None:
        return None
    waits = sorted(levelled.waits, key=lambda wait: (wait.start, wait.task))
    return Levelling(
        tuple(_moved(wait, snapshot) for wait in waits),
        _cost(levelled, snapshot),
        _proof(levelled, snapshot),
        tuple(_unmet(task, resource, snapshot) for task, resource in levelled.unmet),
    )


def _moved(wait: Wait, snapshot: Snapshot) -> Moved:
    time = snapshot.schedule.time
    delay = time.clock.between(wait.ready, wait.start) or _clock(wait.task, snapshot).between(wait.ready, wait.start)
    return Moved(
        mention_of(snapshot.schedule.breakdown.items[wait.task], snapshot),
        with_date(time.day_of_start(wait.ready)),
        with_date(time.day_of_start(wait.start)),
        work_words(delay, time),
        _why(wait, snapshot),
    )


def _why(wait: Wait, snapshot: Snapshot) -> str:
    who = resource_words(wait.resource, snapshot)
    if not wait.holders:
        return f"{who}: away until then"
    items, dates = snapshot.schedule.breakdown.items, snapshot.schedule.dates
    holders = joined([mention_of(items[holder], snapshot).words for holder in _freeing(wait, snapshot)])
    if not wait.away:
        return f"{who}: at work on {holders} until then"
    done = all(dates[holder].early_finish <= wait.start for holder in wait.holders)
    return f"{who}: at work on {holders}{', then' if done else ' and'} away until then"


def _freeing(wait: Wait, snapshot: Snapshot) -> tuple[str, ...]:
    """Those whose end lets a task begin; all that hold the resource where no end does."""
    clock, dates = _clock(wait.task, snapshot), snapshot.schedule.dates
    freed = [each for each in wait.holders if clock.between(dates[each].early_finish, wait.start) == 0]
    return tuple(freed) or wait.holders


def _clock(task: str, snapshot: Snapshot) -> Clock:
    return snapshot.schedule.network.nodes[task].clock


def _cost(levelled: Levelled, snapshot: Snapshot) -> str:
    time, finish = snapshot.schedule.time, snapshot.schedule.finish
    if not levelled.waits:
        return "nothing has to wait: all that the tasks need is free when they can start"
    tasks = f"{counted(len(levelled.waits), 'task waits', 'tasks wait')} for people"
    late = time.clock.between(levelled.early_finish, finish)
    if late <= 0:
        return f"{tasks}; the finish stays {with_date(time.day_of_finish(finish))}"
    early, told = (with_date(time.day_of_finish(at)) for at in (levelled.early_finish, finish))
    return f"{tasks}; the finish is {told} instead of {early}, {work_words(late, time)} later"


def _proof(levelled: Levelled, snapshot: Snapshot) -> str:
    time, schedule = snapshot.schedule.time, snapshot.schedule
    if time.clock.between(levelled.early_finish, schedule.finish) <= 0:
        return "no order of the work finishes earlier" if levelled.waits else ""
    if levelled.bound is None:
        return "" if levelled.unmet else "whether another order finishes earlier is not known: several calendars meet"
    least = time.clock.finish_at(time.clock.worked(plan_start(snapshot.plan, time)) + levelled.bound)
    if time.clock.between(least, schedule.finish) <= 0:
        return "no order of the work finishes earlier"
    return f"no order of the work finishes before {with_date(time.day_of_finish(least))}"


def _unmet(task: str, resource: Resource, snapshot: Snapshot) -> str:
    name = mention_of(snapshot.schedule.breakdown.items[task], snapshot).words
    return f"{name} needs more of {resource_words(resource, snapshot)} than the {resource.capacity} there are"
