"""What charts say of an item that can be scheduled: its name, its wave's number, its time and float in words."""

from generator.formatting import counted
from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.clock import ALWAYS, DAY
from generator.scheduling.hours import hours_of
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot
from generator.views._once import once

_KINDS: dict[type, str] = {Phase: "phase", Wave: "wave", Task: "task", Milestone: "milestone"}
MOST_ITEMS = 150
"""The most tasks that a chart shows one by one."""


def kind_of(item: SchedItem) -> str:
    """Return the kind of an item, as references name it."""
    return _KINDS.get(type(item), "checkpoint")


def name_of(snapshot: Snapshot, item: SchedItem) -> str:
    """Return an item's name, after its number where it is a phase or wave."""
    called = snapshot.names[kind_of(item), item.id]
    numbered = isinstance(item, Wave | Phase) and called.label != called.name
    return f"{called.label}: {called.name}" if numbered else called.name


def wave_number(snapshot: Snapshot, item: str) -> int:
    """Return the place of an item's wave, or of its phase in a plan without waves, from 1; 0 outside."""
    breakdown = snapshot.schedule.breakdown
    group = breakdown.wave_of(item) if snapshot.plan.waves else breakdown.phase_of(item)
    return _numbers(snapshot)[group.id] if group else 0


@once
def _numbers(snapshot: Snapshot) -> dict[str, int]:
    return {each: number for number, each in enumerate(snapshot.plan.waves or snapshot.plan.phases, 1)}


@once
def wave_labels(snapshot: Snapshot) -> tuple[str, ...]:
    """Say what the waves, or the phases of a plan without waves, are called, after what lies outside."""
    kind, groups = ("wave", snapshot.plan.waves) if snapshot.plan.waves else ("phase", snapshot.plan.phases)
    outside = f"Outside {kind}s" if groups else "Tasks"
    return outside, *(snapshot.names[kind, each].label for each in groups)


def starts(snapshot: Snapshot, item: str) -> str:
    """Return the day an item starts; a moment starts when it is reached."""
    dates = snapshot.schedule.dates[item]
    if dates.early_start == dates.early_finish:
        return finishes(snapshot, item)
    day = with_date(snapshot.schedule.time.day_of_start(dates.early_start))
    return f"{day} {hours_of(item, snapshot.schedule)[0]}".rstrip()


def finishes(snapshot: Snapshot, item: str) -> str:
    """Return the day an item finishes."""
    day = with_date(snapshot.schedule.time.day_of_finish(snapshot.schedule.dates[item].early_finish))
    return f"{day} {hours_of(item, snapshot.schedule)[1]}".rstrip()


def span(snapshot: Snapshot, item: str) -> str:
    """From the day an item starts to the day it finishes."""
    begin, end = starts(snapshot, item), finishes(snapshot, item)
    return begin if begin == end else f"{begin} to {end}"


def days(snapshot: Snapshot, minutes: int) -> str:
    """Tell working time in days, or in hours where it is less than one: 1 day, 2.5 days, 4 hours."""
    if 0 < minutes < snapshot.schedule.time.day_minutes:
        return _counted(minutes / 60, "hour")
    return _counted(minutes / snapshot.schedule.time.day_minutes, "day")


def duration(snapshot: Snapshot, item: str) -> str:
    """Return the working time from an item's start to its finish, by its own calendar where it has one.

    It is told in days, in hours where the item is told by the hour, and in days by the clock where these pass for it.
    """
    schedule = snapshot.schedule
    dates, node = schedule.dates[item], schedule.network.nodes.get(item)
    clock = node.clock if node and node.clock is not ALWAYS else schedule.time.clock
    entry = schedule.breakdown.items[item]
    if isinstance(entry, Task) and schedule.estimate(item).likely.elapsed and not any(hours_of(item, schedule)):
        return _counted((dates.early_finish - dates.early_start) / DAY, "elapsed day")
    minutes = clock.between(dates.early_start, dates.early_finish)
    return _counted(minutes / 60, "hour") if any(hours_of(item, schedule)) and minutes else days(snapshot, minutes)


def _counted(amount: float, unit: str) -> str:
    tenths = round(amount, 1)
    return counted(int(tenths), unit) if tenths == int(tenths) else f"{tenths} {unit}s"
