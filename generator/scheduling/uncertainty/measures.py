"""What the finish has to do with each task and each risk.

The measures of a task: criticality is the share of runs in which it has no float; the schedule sensitivity index
(SSI) weighs that by its spread against the plan's; cruciality is its correlation with the finish (Williams 1992).
What moves the finish is told of tasks and risks alike, by conditional means: how long the plan takes on average in
the runs in which one thing goes well, and in those in which it goes badly, all else as it falls.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.scheduling.clock import ALWAYS, DAY
from generator.scheduling.schedule import Schedule
from generator.scheduling.uncertainty.runs import Runs
from generator.scheduling.uncertainty.tallies import Side


@dataclass(frozen=True)
class TaskFigures:
    """A task over all runs: mean and standard deviation in days, and what the finish has to do with it."""

    id: str
    mean: float
    sd: float
    criticality: float
    ssi: float
    cruciality: float


@dataclass(frozen=True)
class RiskFigures:
    """A risk over all runs: the share in which it is to happen, that in which it did, the tasks it touches."""

    id: str
    chance: float
    happened: float
    tasks: int


@dataclass(frozen=True)
class Mover:
    """Something uncertain and what it does: workdays from the mean length to that of the runs in which it goes so."""

    kind: str
    id: str
    well: float
    badly: float

    @property
    def swing(self) -> float:
        """By how many workdays it moves the finish from its good side to its bad one."""
        return self.badly - self.well


def task_figures(schedule: Schedule, runs: Runs) -> Iterator[TaskFigures]:
    """The measures of every task, in the order of the plan."""
    spread = float(runs.lengths.std())
    for task in schedule.breakdown.tasks:
        yield _figures(task.id, schedule, runs, spread)


def risk_figures(runs: Runs) -> Iterator[RiskFigures]:
    """What the runs make of every risk that drives them."""
    for risk in runs.urn.risks:
        share = runs.happened[risk.id] / runs.lengths.size
        yield RiskFigures(risk.id, risk.chance, share, len(risk.tasks))


def movers(schedule: Schedule, runs: Runs) -> tuple[Mover, ...]:
    """All that moves the finish, that which moves it most first; nothing for what never went one of its ways."""
    mean = float(np.mean(runs.lengths - runs.scheduled_length))
    day = schedule.time.day_minutes
    found = [
        Mover(kind, item, _from_mean(split.well, mean) / day, _from_mean(split.badly, mean) / day)
        for (kind, item), split in runs.splits.items()
        if split.well.runs and split.badly.runs
    ]
    return tuple(sorted(found, key=lambda each: -abs(each.swing)))


def _from_mean(side: Side, mean: float) -> float:
    return side.length / side.runs - mean


def _figures(item: str, schedule: Schedule, runs: Runs, spread: float) -> TaskFigures:
    count, sums, node = runs.lengths.size, runs.sums[item], schedule.network.nodes[item]
    day = DAY if node.clock is ALWAYS else schedule.time.day_minutes
    points = runs.urn.points.get(item)
    mean, sd = (points.likely if points else node.minutes) + sums.duration / count, 0.0
    if points:
        sd = math.sqrt(max(0.0, sums.squared / count - (sums.duration / count) ** 2))
    criticality = sums.critical / count
    ssi = sd / day * criticality / (spread / schedule.time.day_minutes) if spread else 0.0
    return TaskFigures(item, mean / day, sd / day, criticality, ssi, _cruciality(item, runs, spread * sd))


def _cruciality(item: str, runs: Runs, spreads: float) -> float:
    if not spreads:
        return 0.0
    count, sums = runs.lengths.size, runs.sums[item]
    mean = float(np.mean(runs.lengths - runs.scheduled_length))
    return min(1.0, abs(sums.product / count - sums.duration / count * mean) / spreads)
