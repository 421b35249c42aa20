"""Many passes of a plan's network, each with durations of its own, and the sums that figures are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from generator.model.plan import Plan
from generator.model.uncertainty import Distribution
from generator.scheduling.network import Network
from generator.scheduling.schedule import Schedule, plan_start
from generator.scheduling.uncertainty.distributions import Amounts
from generator.scheduling.uncertainty.draws import Draw, Urn, draw_runs, urn_of
from generator.scheduling.uncertainty.instants import ClockTable, Minutes, Moments, moments_at
from generator.scheduling.uncertainty.passes import (
    Drawn,
    Span,
    clock_tables,
    first_start,
    forward,
    last_finish,
    late_starts,
)
from generator.scheduling.uncertainty.promises import Promise, count_kept, promises_of
from generator.scheduling.uncertainty.tallies import (
    Of,
    Split,
    Sums,
    add_durations,
    add_splits,
    bounds_of,
    splits_of,
)

_ROOM = 4_000_000
"""Runs times nodes that are held in memory at once."""

_LEAST_RUNS, _MOST_TASK_RUNS = 1_000, 10_000_000


@dataclass(frozen=True)
class Settings:
    """How a plan is simulated; the same settings give the same figures."""

    runs: int = 10_000
    seed: int = 1
    distribution: Distribution = Distribution.BETA_PERT


def settings_of(
    plan: Plan, tasks: int, *, runs: int | None = None, seed: int | None = None, distribution: str | None = None
) -> Settings:
    """The settings of a plan of so many tasks, but for those that are named here."""
    given = plan.simulation
    return Settings(
        runs or given.runs or _usual_runs(tasks),
        given.seed if seed is None else seed,
        Distribution(distribution) if distribution else given.distribution,
    )


def _usual_runs(tasks: int) -> int:
    """Fewer for a large plan, of which a build would take long: its finish is the sum of more, and spreads less."""
    return max(_LEAST_RUNS, min(Settings.runs, _MOST_TASK_RUNS // max(1, tasks) // _LEAST_RUNS * _LEAST_RUNS))


@dataclass(frozen=True)
class Runs:
    """First start and last finish of every run as instants, its length in worked minutes, and all that was summed up.

    Lengths count from the moment at which the plan can start to the finish; `kept` counts the runs by promise.
    """

    urn: Urn
    starts: Minutes
    finishes: Minutes
    lengths: Minutes
    scheduled_length: int
    sums: Mapping[str, Sums]
    splits: Mapping[Of, Split]
    promises: tuple[Promise, ...]
    kept: list[int] = field(default_factory=list)
    happened: dict[str, int] = field(default_factory=dict)


def run(plan: Plan, schedule: Schedule, settings: Settings) -> Runs:
    """Pass the network in batches small enough to stay in fast memory; their size changes no figure."""
    urn = urn_of(plan, schedule, settings.seed, settings.distribution)
    bounds = bounds_of(urn)
    tables = clock_tables(schedule.network)
    work = tables.get(id(schedule.time.clock)) or ClockTable(schedule.time.clock)
    ground = _Ground(schedule.network, tables, work, moments_at(plan_start(plan, schedule.time)))
    done = _empty(urn, splits_of(urn, bounds), schedule, settings.runs)
    for part in _parts(settings.runs, len(schedule.network.nodes)):
        drawn = draw_runs(urn, part.stop - part.start)
        longer = _pass(ground, drawn, done, part)
        add_durations(urn, drawn, longer, done.sums)
        add_splits(drawn, bounds, longer, done.splits)
        for risk, happened in drawn.happened.items():
            done.happened[risk] += int(np.count_nonzero(happened))
    return done


@dataclass(frozen=True)
class _Ground:
    """What every batch is passed over; lengths count on the clock of `work`."""

    network: Network
    tables: Mapping[int, ClockTable]
    work: ClockTable
    begin: Moments


def _pass(ground: _Ground, draw: Draw, done: Runs, part: slice) -> Amounts:
    """Pass a batch, note its dates, and tell by how much each run is longer than the schedule."""
    drawn, runs = Drawn(ground.network, ground.tables, draw.minutes, ground.begin), part.stop - part.start
    early = forward(drawn)
    finish = last_finish(ground.network, early, ground.begin)
    done.starts[part] = first_start(ground.network, early, ground.begin).instants
    done.finishes[part] = finish.instants
    done.lengths[part] = finish.worked(ground.work) - ground.begin.worked(ground.work)
    done.kept[:] = map(sum, zip(done.kept, count_kept(done.promises, early, runs), strict=True))
    _count_critical(drawn, early, finish, (done.sums, runs))
    longer: Amounts = (done.lengths[part] - done.scheduled_length).astype(np.float64)
    return longer


def _empty(urn: Urn, splits: Mapping[Of, Split], schedule: Schedule, runs: int) -> Runs:
    promises = promises_of(schedule)
    starts, finishes, lengths = (np.empty(runs, np.int64) for _ in range(3))
    return Runs(
        urn,
        starts,
        finishes,
        lengths,
        scheduled_length=schedule.time.clock.between(schedule.start, schedule.finish),
        sums={task.id: Sums() for task in schedule.breakdown.tasks},
        splits=splits,
        promises=promises,
        kept=[0] * len(promises),
        happened={risk.id: 0 for risk in urn.risks},
    )


def _parts(runs: int, nodes: int) -> list[slice]:
    size = max(1, min(runs, _ROOM // max(1, nodes)))
    return [slice(first, min(first + size, runs)) for first in range(0, runs, size)]


def _count_critical(
    drawn: Drawn, early: Mapping[str, Span], finish: Moments, done: tuple[Mapping[str, Sums], int]
) -> None:
    late, (sums, runs) = late_starts(drawn, early, finish), done
    for item, each in sums.items():
        table = drawn.table_of(drawn.network.nodes[item])
        critical = late[item].worked(table) <= early[item][0].worked(table)
        each.critical += int(np.count_nonzero(np.broadcast_to(critical, runs)))
