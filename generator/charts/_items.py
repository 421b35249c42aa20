"""What charts say of an item that can be scheduled: its name, its wave's number, its time and float in words."""

from generator.formatting import counted
from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot

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
    """Return the place of an item's wave among the waves, from 1; 0 outside every wave."""
    wave = snapshot.schedule.breakdown.wave_of(item)
    return list(snapshot.plan.waves).index(wave.id) + 1 if wave else 0


def wave_label(snapshot: Snapshot, wave: str) -> str:
    """Say what a wave is called where room is scarce."""
    return snapshot.names["wave", wave].label


def starts(snapshot: Snapshot, item: str) -> str:
    """Return the day an item starts; a moment starts when it is reached."""
    dates = snapshot.schedule.dates[item]
    if dates.early_start == dates.early_finish:
        return finishes(snapshot, item)
    return with_date(snapshot.schedule.time.day_of_start(dates.early_start))


def finishes(snapshot: Snapshot, item: str) -> str:
    """Return the day an item finishes."""
    return with_date(snapshot.schedule.time.day_of_finish(snapshot.schedule.dates[item].early_finish))


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
    """Return the working time from an item's start to its finish, in days."""
    dates = snapshot.schedule.dates[item]
    return days(snapshot, snapshot.schedule.time.clock.between(dates.early_start, dates.early_finish))


def _counted(amount: float, unit: str) -> str:
    tenths = round(amount, 1)
    return counted(int(tenths), unit) if tenths == int(tenths) else f"{tenths} {unit}s"
