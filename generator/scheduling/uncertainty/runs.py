"""Many passes of a plan's network, each with durations of its own, and the sums that figures are made of."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule, plan_start
from generator.scheduling.uncertainty.distributions import Distribution, Points, draw, points_of, stream
from generator.scheduling.uncertainty.instants import ClockTable, Minutes, Moments, moments_at
from generator.scheduling.uncertainty.passes import (
    Drawn,
    Span,
    backward,
    clock_tables,
    first_start,
    forward,
    last_finish,
)

_ROOM = 4_000_000
"""Runs times nodes that are held in memory at once."""


@dataclass(frozen=True)
class Settings:
    """How a plan is simulated; the same settings give the same figures."""

    runs: int = 10_000
    seed: int = 1
    distribution: Distribution = Distribution.BETA_PERT


def settings_of(runs: int, seed: int, distribution: str) -> Settings:
    """The settings that a command line names."""
    return Settings(runs, seed, Distribution(distribution))


@dataclass
class Sums:
    """A task's sums over the runs; durations count from the likely one, lengths from the scheduled one."""

    critical: int = 0
    duration: float = 0.0
    squared: float = 0.0
    product: float = 0.0


@dataclass(frozen=True)
class Runs:
    """First start and last finish of every run as instants, its length in worked minutes, and the sums of each task.

    Lengths count from the moment at which the plan can start to the finish.
    """

    points: Mapping[str, Points]
    starts: Minutes
    finishes: Minutes
    lengths: Minutes
    scheduled_length: int
    sums: Mapping[str, Sums]


def run(plan: Plan, schedule: Schedule, settings: Settings) -> Runs:
    """Pass the network in batches small enough to stay in fast memory; their size changes no figure."""
    all_points = {task.id: points_of(task.duration, schedule.time) for task in schedule.breakdown.tasks}
    points = {item: each for item, each in all_points.items() if each.varies}
    streams = {item: stream(item, settings.seed) for item in points}
    begin = moments_at(plan_start(plan, schedule.time))
    tables = clock_tables(schedule.network)
    work = tables.get(id(schedule.time.clock)) or ClockTable(schedule.time.clock)
    done = _empty(points, schedule, settings.runs)
    for part in _parts(settings.runs, len(schedule.network.nodes)):
        minutes = _drawn(points, streams, settings.distribution, part.stop - part.start)
        drawn = Drawn(schedule.network, tables, minutes, begin)
        early = forward(drawn)
        finish = last_finish(drawn.network, early, begin)
        done.starts[part] = first_start(drawn.network, early, begin).instants
        done.finishes[part] = finish.instants
        done.lengths[part] = finish.worked(work) - begin.worked(work)
        _count_critical(drawn, early, finish, (done.sums, part.stop - part.start))
        _add_up(points, minutes, done.lengths[part] - done.scheduled_length, done.sums)
    return done


def _empty(points: Mapping[str, Points], schedule: Schedule, runs: int) -> Runs:
    scheduled = schedule.time.clock.between(schedule.start, schedule.finish)
    starts, finishes, lengths = (np.empty(runs, np.int64) for _ in range(3))
    return Runs(points, starts, finishes, lengths, scheduled, {task.id: Sums() for task in schedule.breakdown.tasks})


def _parts(runs: int, nodes: int) -> list[slice]:
    size = max(1, min(runs, _ROOM // max(1, nodes)))
    return [slice(first, min(first + size, runs)) for first in range(0, runs, size)]


def _drawn(
    points: Mapping[str, Points], streams: Mapping[str, Generator], distribution: Distribution, runs: int
) -> Mapping[str, Minutes]:
    return {item: draw(each, distribution, streams[item], runs) for item, each in points.items()}


def _count_critical(
    drawn: Drawn, early: Mapping[str, Span], finish: Moments, done: tuple[Mapping[str, Sums], int]
) -> None:
    late, (sums, runs) = backward(drawn, early, finish), done
    for item, each in sums.items():
        table = drawn.table_of(drawn.network.nodes[item])
        critical = late[item][0].worked(table) <= early[item][0].worked(table)
        each.critical += int(np.count_nonzero(np.broadcast_to(critical, runs)))


def _add_up(
    points: Mapping[str, Points], minutes: Mapping[str, Minutes], longer: Minutes, sums: Mapping[str, Sums]
) -> None:
    """Add a batch; whole numbers below 2^53 are exact in floating point, in whatever order they are added."""
    late = longer.astype(np.float64)
    for item, drawn in minutes.items():
        more = (drawn - points[item].likely).astype(np.float64)
        sums[item].duration += float(more.sum())
        sums[item].squared += float((more * more).sum())
        sums[item].product += float((more * late).sum())
