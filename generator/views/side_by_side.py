"""Week by week: which waves are at work together, what begins and what ends."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.breakdown import Task, Wave
from generator.snapshot import Snapshot
from generator.views._mention import Mention, short_of
from generator.views._when import week_words


@dataclass(frozen=True)
class WeekTogether:
    """One week of a phase, or of the plan."""

    week: str
    waves: tuple[Mention, ...]
    begins: tuple[Mention, ...]
    ends: tuple[Mention, ...]


@dataclass(frozen=True)
class SideBySide:
    """The weeks of a phase; `overlaps` tells whether any two waves are ever at work in the same week."""

    weeks: tuple[WeekTogether, ...]
    overlaps: bool
    isolated: tuple[str, ...]


def view(snapshot: Snapshot, phase: str = "") -> SideBySide:
    """Tell the weeks of one phase, or of all that belongs to no phase."""
    waves = [each for each in snapshot.plan.waves.values() if _within(each.id, phase, snapshot)]
    tasks = [task for task in snapshot.schedule.breakdown.tasks if _within(task.id, phase, snapshot)]
    weeks = tuple(_week(week, waves, tasks, snapshot) for week in _weeks(tasks, snapshot))
    return SideBySide(
        weeks if waves and len(snapshot.plan.waves) > 1 else (),
        any(len(week.waves) > 1 for week in weeks),
        tuple(wave.id for wave in waves if wave.isolation),
    )


def _within(item: str, phase: str, snapshot: Snapshot) -> bool:
    found = snapshot.schedule.breakdown.phase_of(item)
    return (found.id if found else "") == phase


def _weeks(tasks: list[Task], snapshot: Snapshot) -> Iterator[int]:
    spans = [snapshot.schedule.weeks(task.id) for task in tasks]
    busy = {week for span in spans for week in range(span.first, span.last + 1)}
    yield from sorted(busy)


def _week(week: int, waves: list[Wave], tasks: list[Task], snapshot: Snapshot) -> WeekTogether:
    spans = {task.id: snapshot.schedule.weeks(task.id) for task in tasks}
    at_work = {task.id for task in tasks if spans[task.id].first <= week <= spans[task.id].last}
    return WeekTogether(
        week_words(week, snapshot),
        tuple(short_of(wave, snapshot) for wave in waves if at_work & wave.tasks.keys()),
        tuple(short_of(task, snapshot) for task in tasks if spans[task.id].first == week),
        tuple(short_of(task, snapshot) for task in tasks if spans[task.id].last == week),
    )
