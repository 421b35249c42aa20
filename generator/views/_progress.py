"""How far the work is: every task weighs as much as its working time, for each of the people on it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import floor

from generator.model.breakdown import Task
from generator.scheduling.progress import measure
from generator.snapshot import Snapshot
from generator.views._once import once

_ALL, _HALF = 100, 0.5
_HAIR = 1e-9


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


@once
def progress_of(snapshot: Snapshot) -> Progress | None:
    """Weigh the tasks of the whole plan; nothing where there are none."""
    percent = share_done(snapshot.schedule.breakdown.tasks, snapshot)
    planned = measure.share_planned(snapshot.plan, snapshot.schedule, snapshot.as_of)
    return None if percent is None else Progress(percent, _percent(planned))


def share_done(tasks: Collection[Task], snapshot: Snapshot) -> int | None:
    """Weigh some tasks by their work; nothing where they take none."""
    weights = _weights(snapshot)
    return _percent(measure.share_of_weighed([(task, weights[task.id]) for task in tasks]))


@once
def _weights(snapshot: Snapshot) -> Mapping[str, float]:
    curve = measure.Curve(snapshot.plan, snapshot.schedule, snapshot.schedule.breakdown.tasks)
    return {task.id: weight for task, weight in curve.weighed}


def _percent(share: float | None) -> int | None:
    """Whole per cent, a half up; all of it only where nothing is left."""
    if share is None:
        return None
    rounded = floor(share * _ALL + _HALF + _HAIR)
    return rounded if share + _HAIR >= 1 else min(rounded, _ALL - 1)
