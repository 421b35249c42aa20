"""The tasks of a wave or phase: when, how long, who, and what each waits for."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.breakdown import Task
from generator.snapshot import Snapshot
from generator.views._long import MOST_ROWS, is_long
from generator.views._mention import Mention, all_mentioned, owner, people_words, short_of
from generator.views._once import once
from generator.views._waits import Wait, waits_of
from generator.views._when import duration_words, span_cell, spare_words


@dataclass(frozen=True)
class TaskRow:
    """One task; `spare` is its total float in words, and nothing for a critical task."""

    id: str
    name: str
    when: str
    duration: str
    people: str
    owner: Mention | None
    waits: tuple[Wait, ...]
    critical: bool
    spare: str
    progress: str
    description: str
    delivers: tuple[Mention, ...]


@dataclass(frozen=True)
class TaskTable:
    """The tasks in order of time; columns that would stay empty are told.

    Not told here are `elsewhere` tasks that are not critical, and `elsewhere_critical` that are; `owns_rows` where
    the schedule's rows of these tasks are these.
    """

    rows: tuple[TaskRow, ...]
    has_who: bool
    has_waits: bool
    elsewhere: int = 0
    elsewhere_critical: int = 0
    owns_rows: bool = False

    @property
    def described(self) -> tuple[TaskRow, ...]:
        """The tasks of which there is more to say than a table holds."""
        return tuple(row for row in self.rows if row.description)


def view(snapshot: Snapshot, item: str = "", choice: str = "") -> TaskTable:
    """Tell the tasks that belong to a wave or phase directly; without an item those of the plan itself.

    Of a long plan the choice "brief" leaves the critical ones, as long as one table would hold those of all parts.
    """
    dates = snapshot.schedule.dates
    tasks = sorted(_tasks(item, snapshot), key=lambda task: dates[task.id].early_start)
    critical = [task for task in tasks if dates[task.id].critical]
    brief = choice == "brief" and is_long(snapshot)
    shown = (critical if _tells_critical(snapshot) else []) if brief else tasks
    rows = tuple(_row(task, snapshot) for task in shown)
    return TaskTable(
        rows,
        any(row.people or row.owner for row in rows),
        any(row.waits for row in rows),
        len(tasks) - len(critical) if brief else 0,
        len(critical) - len(rows) if brief else 0,
        is_long(snapshot) and item in snapshot.plan.waves,
    )


@once
def _tells_critical(snapshot: Snapshot) -> bool:
    dates = snapshot.schedule.dates
    return sum(dates[task.id].critical for task in snapshot.schedule.breakdown.tasks) <= MOST_ROWS


def _tasks(item: str, snapshot: Snapshot) -> Iterator[Task]:
    breakdown = snapshot.schedule.breakdown
    if not item:
        yield from (task for task in snapshot.plan.tasks.values() if task.id not in breakdown.parents)
        return
    filled_in = snapshot.index.by_kind["task"]
    for member in breakdown.members.get(item, ()):
        task = filled_in.get(member)
        if isinstance(task, Task):
            yield task


def _row(task: Task, snapshot: Snapshot) -> TaskRow:
    dates = snapshot.schedule.dates[task.id]
    return TaskRow(
        id=task.id,
        name=task.name,
        when=span_cell(task.id, snapshot),
        duration=duration_words(snapshot.schedule.estimate(task.id)),
        people=people_words(task.needs, snapshot),
        owner=owner(task.owner, snapshot),
        waits=waits_of(task, snapshot) or _through_parent(task, snapshot),
        critical=dates.critical,
        spare="" if dates.critical else spare_words(dates.total_float, snapshot),
        progress=_progress(task),
        description=task.description or "",
        delivers=all_mentioned(task.delivers, snapshot, ("deliverable",)),
    )


def _through_parent(task: Task, snapshot: Snapshot) -> tuple[Wait, ...]:
    """Tell the wave or phase whose own dependencies hold a task that has none."""
    parent = snapshot.schedule.breakdown.parent(task.id)
    while parent and not (parent.depends_on or parent.start):
        parent = snapshot.schedule.breakdown.parent(parent.id)
    return (Wait("the beginning of", (short_of(parent, snapshot),)),) if parent else ()


def _progress(task: Task) -> str:
    if not task.percent_complete:
        return ""
    return "done" if task.percent_complete >= 100 else f"{task.percent_complete:f}% done"  # noqa: PLR2004 - per cent
