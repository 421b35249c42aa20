"""How far the work is: every task weighs as much as its working time."""

from collections.abc import Collection
from dataclasses import dataclass

from generator.model.breakdown import Task
from generator.snapshot import Snapshot

_ALL = 100


@dataclass(frozen=True)
class Progress:
    """The share of the work that is done, and the share that should be by the end of the status date, in per cent."""

    percent: int
    planned: int | None

    @property
    def remark(self) -> str:
        """Say what was planned, where there is a status date."""
        return "" if self.planned is None else f"{self.planned}% planned by the status date"

    @property
    def words(self) -> str:
        """Say both."""
        return "; ".join(filter(None, (f"{self.percent}% of the work is done", self.remark)))


def progress_of(snapshot: Snapshot) -> Progress | None:
    """Weigh the tasks of the whole plan; nothing where there are none."""
    tasks = snapshot.schedule.breakdown.tasks
    percent = share_done(tasks, snapshot)
    return None if percent is None else Progress(percent, _planned(tasks, snapshot))


def share_done(tasks: Collection[Task], snapshot: Snapshot) -> int | None:
    """Weigh some tasks by their working time; nothing where they take none."""
    weights = {task.id: _minutes(task, snapshot) for task in tasks}
    whole = sum(weights.values())
    done = sum(weights[task.id] * float(task.percent_complete or 0) for task in tasks)
    return int(done / whole) if whole else None


def _planned(tasks: Collection[Task], snapshot: Snapshot) -> int | None:
    time = snapshot.schedule.time
    index = time.day_index(snapshot.as_of) if snapshot.as_of else None
    if index is None:
        return None
    end = time.end_of_day(max(index, 0)) if index >= 0 else 0
    whole = sum(_minutes(task, snapshot) for task in tasks)
    return _ALL * sum(_due(task, end, snapshot) for task in tasks) // whole if whole else None


def _due(task: Task, end: int, snapshot: Snapshot) -> int:
    begin = snapshot.schedule.dates[task.id].early_start
    return max(0, min(snapshot.schedule.time.clock.between(begin, end), _minutes(task, snapshot)))


def _minutes(task: Task, snapshot: Snapshot) -> int:
    dates = snapshot.schedule.dates[task.id]
    return snapshot.schedule.time.clock.between(dates.early_start, dates.early_finish)
