"""Week by week: which waves are at work together, what begins and what ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.breakdown import Task, Wave
from generator.snapshot import Snapshot
from generator.views._long import MOST_IN_BRIEF, are_too_many_to_name, is_long
from generator.views._mention import Mention, short_of
from generator.views._once import once
from generator.views._when import weeks_words

_MOST_NAMED = 3


@dataclass(frozen=True)
class WeekTogether:
    """One week of a phase, or of the plan, or several that are alike.

    Of a long one, how many waves more are at work, and tasks more begin and end, than are named.
    """

    week: str
    waves: tuple[Mention, ...]
    begins: tuple[Mention, ...]
    ends: tuple[Mention, ...]
    more_begin: int = 0
    more_end: int = 0
    more_at_work: int = 0


@dataclass(frozen=True)
class SideBySide:
    """The weeks of a phase; `overlaps` tells whether any two waves are ever at work in the same week."""

    weeks: tuple[WeekTogether, ...]
    overlaps: bool
    isolated: tuple[str, ...]


@once
def view(snapshot: Snapshot, phase: str = "") -> SideBySide:
    """Tell the weeks of one phase, or of all that belongs to no phase."""
    waves = [each for each in snapshot.plan.waves.values() if _phase_of(each.id, snapshot) == phase]
    tasks = _tasks(snapshot).get(phase, [])
    weeks = _weeks(waves, tasks, snapshot) if waves else ()
    return SideBySide(
        weeks if len(snapshot.plan.waves) > 1 else (),
        any(len(week.waves) > 1 for week in weeks),
        tuple(wave.id for wave in waves if wave.isolation),
    )


@once
def _tasks(snapshot: Snapshot) -> Mapping[str, list[Task]]:
    """By phase the tasks in it and its waves, those of none under an empty name."""
    found: dict[str, list[Task]] = defaultdict(list)
    for task in snapshot.schedule.breakdown.tasks:
        found[_phase_of(task.id, snapshot)].append(task)
    return found


def _phase_of(item: str, snapshot: Snapshot) -> str:
    found = snapshot.schedule.breakdown.phase_of(item)
    return found.id if found else ""


def _weeks(waves: list[Wave], tasks: list[Task], snapshot: Snapshot) -> tuple[WeekTogether, ...]:
    begin: dict[int, list[Task]] = defaultdict(list)
    end: dict[int, list[Task]] = defaultdict(list)
    at_work: dict[int, set[str]] = defaultdict(set)
    for task in tasks:
        span = snapshot.schedule.weeks(task.id)
        begin[span.first].append(task)
        end[span.last].append(task)
        for week in range(span.first, span.last + 1):
            at_work[week].add(snapshot.schedule.breakdown.parents.get(task.id, ""))
    rows = [
        _week([wave for wave in waves if wave.id in at_work[week]], begin[week], end[week], snapshot)
        for week in sorted(at_work)
    ]
    return tuple(_joined(zip(sorted(at_work), rows, strict=True), snapshot))


def _week(waves: list[Wave], begin: list[Task], end: list[Task], snapshot: Snapshot) -> WeekTogether:
    named = _MOST_NAMED if is_long(snapshot) else None
    told = MOST_IN_BRIEF if are_too_many_to_name(len(waves), snapshot) else len(waves)
    return WeekTogether(
        "",
        tuple(short_of(wave, snapshot) for wave in waves[:told]),
        tuple(short_of(task, snapshot) for task in begin[:named]),
        tuple(short_of(task, snapshot) for task in end[:named]),
        len(begin[named:]) if named else 0,
        len(end[named:]) if named else 0,
        len(waves) - told,
    )


def _joined(rows: Iterable[tuple[int, WeekTogether]], snapshot: Snapshot) -> Iterator[WeekTogether]:
    """Tell weeks that follow on each other and are alike in one row."""
    for (_, row), run in groupby(enumerate(rows), key=lambda each: (each[1][0] - each[0], each[1][1])):
        weeks = [week for _, (week, _) in run]
        yield replace(row, week=weeks_words(weeks[0], weeks[-1], snapshot))
