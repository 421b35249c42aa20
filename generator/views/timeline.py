"""Week by week: what is under way, and what is handed over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.formatting import counted, grouped
from generator.model.breakdown import Milestone, Task
from generator.model.calendar import WORKWEEK
from generator.model.quantity import Weeks
from generator.scheduling.telling import iso_week, weekday_date
from generator.snapshot import Snapshot
from generator.views._long import MOST_IN_BRIEF, are_too_many_to_name, is_long, is_much
from generator.views._once import once

_NOTHING, _TO = "-", " to "


@dataclass(frozen=True)
class WeekRow:
    """One week of the plan, or several that are alike and hand nothing over."""

    week: str
    dates: str
    phases: str
    waves: str
    deliverables: str


@dataclass(frozen=True)
class Timeline:
    """The weeks, and the whole in words; columns that would stay empty are told, and what the last column holds."""

    handed: str
    rows: tuple[WeekRow, ...]
    duration: str
    has_phases: bool
    has_waves: bool


@once
def view(snapshot: Snapshot, choice: str = "") -> Timeline:
    """Tell each week from the first to the last; with the choice "brief" many weeks in stretches of some each."""
    schedule, time = snapshot.schedule, snapshot.schedule.time
    first, last = time.day_of_start(schedule.start), time.day_of_finish(schedule.finish)
    weeks = range(first.week, last.week + 1) if schedule.breakdown.tasks else range(0)
    days = time.workdays_between(schedule.start, schedule.finish) if weeks else 0
    duration = f"{counted(len(weeks), 'week')} ({counted(days, _workday(snapshot))})"
    handed = _handed_over(snapshot) if weeks else _Handed("", {})
    told = _stretches(weeks, handed, snapshot) if choice == "brief" else ()
    return Timeline(
        "Key Deliverables (Others)" if handed.others else "Key Deliverables",
        told or tuple(_weeks(weeks, handed, snapshot)),
        duration,
        bool(snapshot.plan.phases),
        bool(snapshot.plan.waves),
    )


@dataclass(frozen=True)
class _Handed:
    """What is handed over, by the week: the names of what is of some kind.

    `others` are deliverables that are no key ones, for weeks that have none of those.
    """

    kind: str
    names: Mapping[int, Sequence[str]]
    others: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def told(self, weeks: tuple[int, int], snapshot: Snapshot) -> str:
        """Name all of some weeks; in a long plan, where they are many, say how many."""
        names, others = (
            [name for week in range(weeks[0], weeks[1] + 1) for name in each.get(week, ())]
            for each in (self.names, self.others)
        )
        if are_too_many_to_name(len(names), snapshot):
            return counted(len(names), self.kind)
        return ", ".join(names) or (f"({', '.join(others)})" if others else _NOTHING)


def _weeks(weeks: range, handed: _Handed, snapshot: Snapshot) -> Iterator[WeekRow]:
    rows = [_row((week, week), handed, snapshot) for week in weeks]
    yield from (_joined(tuple(run)) for _, run in groupby(rows, key=_alike))


def _stretches(weeks: range, handed: _Handed, snapshot: Snapshot) -> tuple[WeekRow, ...]:
    """Tell as many weeks in each row as keep the table short; nothing where single weeks do."""
    if not is_much(len(weeks), snapshot):
        return ()
    size = -(-len(weeks) // MOST_IN_BRIEF)
    bounds = [(first, min(first + size, weeks.stop) - 1) for first in weeks[::size]]
    return tuple(replace(_row(each, handed, snapshot), dates="") for each in bounds)


def _workday(snapshot: Snapshot) -> str:
    """A business day is one from Monday to Friday; who works on other days counts working days."""
    return "business day" if set(snapshot.plan.calendar.workdays) <= set(WORKWEEK) else "working day"


def _alike(row: WeekRow) -> object:
    return row if row.deliverables != _NOTHING else (row.phases, row.waves)


def _joined(run: Sequence[WeekRow]) -> WeekRow:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return first
    dates = f"{first.dates.partition(_TO)[0]}{_TO}{last.dates.partition(_TO)[2]}" if first.dates else ""
    return replace(first, week=f"{first.week}-{last.week}", dates=dates)


def _row(weeks: tuple[int, int], handed: _Handed, snapshot: Snapshot) -> WeekRow:
    return WeekRow(
        str(Weeks(*weeks)),
        _dates(weeks, snapshot),
        _at_work("phase", snapshot.plan.phases, weeks, snapshot),
        _at_work("wave", snapshot.plan.waves, weeks, snapshot),
        handed.told(weeks, snapshot),
    )


def _at_work(kind: str, items: Iterable[str], weeks: tuple[int, int], snapshot: Snapshot) -> str:
    busy = [item for item in items if _covers(item, weeks, snapshot)]
    if are_too_many_to_name(len(busy), snapshot):
        return counted(len(busy), kind)
    return grouped([snapshot.names[(kind, item)].label for item in busy]) or "-"


def _covers(item: str, weeks: tuple[int, int], snapshot: Snapshot) -> bool:
    own = snapshot.schedule.weeks(item)
    return bool(snapshot.schedule.breakdown.members.get(item)) and own.first <= weeks[1] and weeks[0] <= own.last


def _handed_over(snapshot: Snapshot) -> _Handed:
    """Key deliverables by the week in which their last task finishes; where a week has none, milestones stand in."""
    plan, schedule = snapshot.plan, snapshot.schedule
    due: dict[str, int] = {}
    for task in schedule.breakdown.tasks:
        for deliverable in task.delivers:
            due[deliverable] = max(due.get(deliverable, 0), schedule.dates[task.id].early_finish)
    there = [each for each in plan.deliverables.values() if each.id in due]
    handed = [(each.name, due[each.id]) for each in there if each.key]
    kind, others = "deliverable", [(each.name, due[each.id]) for each in there if not each.key]
    milestones = [item for item in schedule.breakdown.items.values() if isinstance(item, Milestone)]
    if not handed:
        last, kind = (milestones, "milestone") if milestones else (schedule.breakdown.tasks, "task")
        return _Handed(kind, _by_week(_finished(last, snapshot), snapshot))
    found = _by_week(handed, snapshot)
    reached = {} if is_long(snapshot) else _by_week(_finished(milestones, snapshot), snapshot)
    return _Handed(kind, reached | found, _by_week(others, snapshot) if _is_sparse(found, snapshot) else {})


def _finished(items: Iterable[Milestone | Task], snapshot: Snapshot) -> list[tuple[str, int]]:
    return [(each.name, snapshot.schedule.dates[each.id].early_finish) for each in items]


def _is_sparse(found: Mapping[int, Sequence[str]], snapshot: Snapshot) -> bool:
    """Tell whether most weeks hand nothing over; a long plan has no room for more."""
    time, schedule = snapshot.schedule.time, snapshot.schedule
    weeks = time.day_of_finish(schedule.finish).week - time.day_of_start(schedule.start).week + 1
    return 2 * len(found) < weeks and not is_long(snapshot)


def _by_week(handed: Iterable[tuple[str, int]], snapshot: Snapshot) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name, instant in handed:
        found.setdefault(snapshot.schedule.time.day_of_finish(instant).week, []).append(name)
    return found


def _dates(weeks: tuple[int, int], snapshot: Snapshot) -> str:
    time = snapshot.schedule.time
    days = [time.day(index) for index in range((weeks[0] - 1) * 7, weeks[1] * 7) if index % 7 in time.workdays]
    if not days[0].date:
        return ""
    iso = f" ({iso_week(days[-1])})" if snapshot.plan.schedule.iso_weeks else ""
    return f"{weekday_date(days[0])}{_TO}{weekday_date(days[-1])}{iso}"
