"""What many runs say of a plan's finish, and of how much each task has to do with it.

The measures of a task: criticality is the share of runs in which it has no float; the schedule sensitivity index
(SSI) weighs that by its spread against the plan's; cruciality is its correlation with the finish (Williams 1992).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.formatting import counted
from generator.model.plan import Plan
from generator.scheduling.clock import ALWAYS, DAY, WEEK_DAYS
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact
from generator.scheduling.uncertainty.instants import Minutes
from generator.scheduling.uncertainty.runs import Runs, Settings, run
from generator.scheduling.working_time import Day, WorkingTime

PERCENTILES = (10, 50, 80, 90)
_P80 = PERCENTILES.index(80)
_GROUPS = 10
"""Parts of the runs whose percentiles are compared, to tell how exact that of all is."""


@dataclass(frozen=True)
class Percentile:
    """The day by whose end so many per cent of the runs are finished, and the length in workdays until then."""

    share: int
    finish: Day
    workdays: float


@dataclass(frozen=True)
class Chance:
    """The share of runs that keep to something scheduled or committed."""

    of: str
    until: str
    probability: float


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
class Simulation:
    """What the runs say; lengths in workdays from the plan's start, errors as standard errors of mean and P80."""

    settings: Settings
    varying: int
    percentiles: tuple[Percentile, ...]
    mean: float
    sd: float
    mean_error: float
    p80_error: float
    chances: tuple[Chance, ...]
    tasks: tuple[TaskFigures, ...]

    @property
    def p80(self) -> Percentile:
        """The finish to promise where one run in five may break it."""
        return self.percentiles[_P80]


def simulate(plan: Plan, schedule: Schedule, settings: Settings) -> Simulation:
    """Run a plan many times; one without three-point durations comes out as scheduled every time."""
    runs = run(plan, schedule, settings)
    lengths = runs.lengths / schedule.time.day_minutes
    sd = float(lengths.std())
    return Simulation(
        settings=settings,
        varying=len(runs.points),
        percentiles=tuple(_percentiles(runs.finishes, lengths, schedule.time)),
        mean=float(lengths.mean()),
        sd=sd,
        mean_error=sd / math.sqrt(settings.runs),
        p80_error=_error_of_p80(lengths),
        chances=tuple(_chances(plan, schedule, runs)),
        tasks=tuple(_figures(item.id, schedule, runs, sd) for item in schedule.breakdown.tasks),
    )


def _percentiles(finishes: Minutes, lengths: NDArray[np.float64], time: WorkingTime) -> Iterator[Percentile]:
    for share in PERCENTILES:
        finish, length = (np.percentile(each, share, method="inverted_cdf") for each in (finishes, lengths))
        yield Percentile(share, time.day_of_finish(int(finish)), float(length))


def _error_of_p80(lengths: NDArray[np.float64]) -> float:
    """The standard error of the 80th percentile, from the spread of those of ten parts of the runs."""
    parts = np.array_split(lengths, min(_GROUPS, lengths.size))
    return float(np.std([np.percentile(part, 80, method="inverted_cdf") for part in parts]) / math.sqrt(len(parts)))


def _chances(plan: Plan, schedule: Schedule, runs: Runs) -> Iterator[Chance]:
    if not schedule.breakdown.tasks:
        return
    time, committed = schedule.time, plan.committed
    first, last = runs.starts // DAY, np.maximum(runs.finishes - 1, 0) // DAY
    scheduled = time.day_of_finish(schedule.finish)
    yield Chance("scheduled finish", _told(scheduled), float(np.mean(last <= scheduled.index)))
    promised = time.day_index(committed.finish) if committed.finish else None
    if promised is not None:
        yield Chance("committed finish", _told(time.day(promised)), float(np.mean(last <= promised)))
    if committed.weeks is not None:
        weeks = last // WEEK_DAYS - first // WEEK_DAYS + 1
        yield Chance("committed weeks", counted(committed.weeks, "week"), float(np.mean(weeks <= committed.weeks)))
    if committed.workdays is not None:
        until = counted(committed.workdays, "workday")
        within = _workdays(first, last, time) <= committed.workdays
        yield Chance("committed workdays", until, float(np.mean(within)))


def _told(day: Day) -> str:
    return day.date.isoformat() if day.date else compact(day)


def _workdays(first: Minutes, last: Minutes, time: WorkingTime) -> Minutes:
    """Workdays from one day to another in each run, both included."""
    upto = np.cumsum([0, *(time.is_workday(day) for day in range(int(last.max()) + 1))])
    within: Minutes = upto[last + 1] - upto[np.maximum(first, 0)]
    return within


def _figures(item: str, schedule: Schedule, runs: Runs, sd_of_plan: float) -> TaskFigures:
    count, sums, node = runs.lengths.size, runs.sums[item], schedule.network.nodes[item]
    day = DAY if node.clock is ALWAYS else schedule.time.day_minutes
    points = runs.points.get(item)
    mean, sd = (points.likely if points else node.minutes) + sums.duration / count, 0.0
    if points:
        sd = math.sqrt(max(0.0, sums.squared / count - (sums.duration / count) ** 2))
    criticality = sums.critical / count
    ssi = sd / day * criticality / sd_of_plan if sd_of_plan else 0.0
    return TaskFigures(item, mean / day, sd / day, criticality, ssi, _cruciality(item, runs, sd))


def _cruciality(item: str, runs: Runs, sd: float) -> float:
    spread = float(runs.lengths.std()) * sd
    if not spread:
        return 0.0
    count, sums = runs.lengths.size, runs.sums[item]
    mean = float(np.mean(runs.lengths - runs.scheduled_length))
    return min(1.0, abs(sums.product / count - sums.duration / count * mean) / spread)
