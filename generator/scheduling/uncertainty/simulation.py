"""What many runs say of a plan's finish: how likely which day is, and whether promises are kept."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from generator.formatting import counted
from generator.model.plan import Plan
from generator.scheduling.clock import DAY, WEEK_DAYS
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import full_date
from generator.scheduling.uncertainty.distributions import Amounts
from generator.scheduling.uncertainty.exactness import Settled, convergence, error_of_p80, percentile
from generator.scheduling.uncertainty.instants import Minutes
from generator.scheduling.uncertainty.measures import (
    Mover,
    RiskFigures,
    TaskFigures,
    movers,
    risk_figures,
    task_figures,
)
from generator.scheduling.uncertainty.risk_drivers import is_uncertain
from generator.scheduling.uncertainty.runs import Runs, Settings, run, settings_of
from generator.scheduling.working_time import Day, WorkingTime

PERCENTILES = (10, 50, 80, 90)


@dataclass(frozen=True)
class Percentile:
    """The day by whose end so many per cent of the runs are finished, and the length in workdays until then."""

    share: int
    finish: Day
    workdays: float


@dataclass(frozen=True)
class FinishDay:
    """A day on which runs finish, and how many."""

    day: Day
    runs: int


@dataclass(frozen=True)
class Chance:
    """The share of runs that keep to something scheduled or promised, of the whole plan or of one item."""

    of: str
    until: str
    probability: float
    item: str | None = None


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
    finishes: tuple[FinishDay, ...]
    movers: tuple[Mover, ...]
    risks: tuple[RiskFigures, ...]
    tasks: tuple[TaskFigures, ...]
    convergence: tuple[Settled, ...]

    @property
    def p80(self) -> Percentile:
        """The finish to promise where one run in five may break it."""
        return self.at(80)

    def at(self, share: int) -> Percentile:
        """One of the percentiles that are told."""
        return self.percentiles[PERCENTILES.index(share)]

    def chance_of(self, of: str) -> Chance | None:
        """What of the whole plan is kept how often; nothing where the plan does not promise it."""
        return next((each for each in self.chances if each.of == of and each.item is None), None)


def simulation_of(plan: Plan, schedule: Schedule) -> Simulation | None:
    """Run a plan as it asks to be; nothing where nothing in it is uncertain."""
    if not is_uncertain(plan, schedule):
        return None
    return simulate(plan, schedule, settings_of(plan, len(schedule.breakdown.tasks)))


def simulate(plan: Plan, schedule: Schedule, settings: Settings) -> Simulation:
    """Run a plan many times; one in which nothing varies comes out as scheduled every time."""
    runs = run(plan, schedule, settings)
    lengths = runs.lengths / schedule.time.day_minutes
    sd = float(lengths.std())
    return Simulation(
        settings=settings,
        varying=len(runs.urn.points),
        percentiles=tuple(_percentiles(runs.finishes, lengths, schedule.time)),
        mean=float(lengths.mean()),
        sd=sd,
        mean_error=sd / math.sqrt(settings.runs),
        p80_error=error_of_p80(lengths),
        chances=(*_chances(plan, schedule, runs), *_chances_of_items(runs)),
        finishes=tuple(_finishes(runs, schedule.time)),
        movers=movers(schedule, runs),
        risks=tuple(risk_figures(runs)),
        tasks=tuple(task_figures(schedule, runs)),
        convergence=tuple(convergence(lengths)),
    )


def _percentiles(finishes: Minutes, lengths: Amounts, time: WorkingTime) -> Iterator[Percentile]:
    for share in PERCENTILES:
        finish = int(np.percentile(finishes, share, method="inverted_cdf"))
        yield Percentile(share, time.day_of_finish(finish), percentile(lengths, share))


def _finishes(runs: Runs, time: WorkingTime) -> Iterator[FinishDay]:
    days, counts = np.unique(_last_days(runs), return_counts=True)
    for day, count in zip(days.tolist(), counts.tolist(), strict=True):
        yield FinishDay(time.day(day), count)


def _last_days(runs: Runs) -> Minutes:
    """The day, counted from the beginning of the axis, on which each run finishes."""
    days: Minutes = np.maximum(runs.finishes - 1, 0) // DAY
    return days


def _chances(plan: Plan, schedule: Schedule, runs: Runs) -> Iterator[Chance]:
    if not schedule.breakdown.tasks:
        return
    time, committed = schedule.time, plan.committed
    first, last = runs.starts // DAY, _last_days(runs)
    scheduled = time.day_of_finish(schedule.finish)
    yield Chance("scheduled finish", full_date(scheduled), float(np.mean(last <= scheduled.index)))
    promised = time.day_index(committed.finish) if committed.finish else None
    if promised is not None:
        yield Chance("committed finish", full_date(time.day(promised)), float(np.mean(last <= promised)))
    if committed.weeks is not None:
        weeks = last // WEEK_DAYS - first // WEEK_DAYS + 1
        yield Chance("committed weeks", counted(committed.weeks, "week"), float(np.mean(weeks <= committed.weeks)))
    if committed.workdays is not None:
        until = counted(committed.workdays, "workday")
        within = _workdays(first, last, time) <= committed.workdays
        yield Chance("committed workdays", until, float(np.mean(within)))


def _chances_of_items(runs: Runs) -> Iterator[Chance]:
    for promise, kept in zip(runs.promises, runs.kept, strict=True):
        yield Chance(promise.of, promise.until, kept / runs.lengths.size, promise.item)


def _workdays(first: Minutes, last: Minutes, time: WorkingTime) -> Minutes:
    """Workdays from one day to another in each run, both included."""
    upto = np.cumsum([0, *(time.is_workday(day) for day in range(int(last.max()) + 1))])
    within: Minutes = upto[last + 1] - upto[np.maximum(first, 0)]
    return within
