"""The classical closed form of three-point durations: mean and spread of the longest path (Malcolm et al. 1959).

A task's mean is (a + 4m + b) / 6, its standard deviation (b - a) / 6; along a path means and variances add up. Where
paths meet, the true mean is later than this one tells, which is why the plan is simulated as well.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model.plan import Plan
from generator.scheduling.network import Node, connect
from generator.scheduling.schedule import Schedule, schedule_network
from generator.scheduling.working_time import WorkingTime

_LIKELY_WEIGHT, _WEIGHTS = 4, 6


@dataclass(frozen=True)
class PertPath:
    """The longest path by mean durations, its length and standard deviation in minutes worked."""

    items: tuple[str, ...]
    mean: float
    deviation: float


def pert_path(plan: Plan, schedule: Schedule) -> PertPath:
    """Schedule a plan with the mean of every task; of several longest paths the most uncertain counts."""
    time, network = schedule.time, schedule.network
    nodes = {key: replace(node, minutes=_mean(node, time)) for key, node in network.nodes.items()}
    edges = (edge for into in network.into.values() for edge in into)
    unlevelled = plan.model_copy(update={"schedule": plan.schedule.model_copy(update={"level": False})})
    expected = schedule_network(unlevelled, schedule.breakdown, time, connect(nodes, edges))
    paths = ((_deviation((nodes[item] for item in path), time), path) for path in expected.critical_paths)
    deviation, items = max(paths, key=lambda each: each[0], default=(0.0, ()))
    return PertPath(items, time.clock.between(expected.start, expected.finish), deviation)


def _mean(node: Node, time: WorkingTime) -> int:
    if node.estimate is None:
        return node.minutes
    low, likely, high = _points(node, time)
    return round((low + _LIKELY_WEIGHT * likely + high) / _WEIGHTS)


def _deviation(nodes: Iterable[Node], time: WorkingTime) -> float:
    spreads = (_points(node, time) for node in nodes if node.estimate)
    return math.sqrt(sum(((high - low) / _WEIGHTS) ** 2 for low, _, high in spreads))


def _points(node: Node, time: WorkingTime) -> tuple[int, int, int]:
    estimate = node.estimate
    points = (estimate.optimistic, estimate.likely, estimate.pessimistic) if estimate else ()
    low, likely, high = (point.minutes(time.day_minutes, time.week_minutes) for point in points)
    return low, likely, high
