"""A plan's network as a problem of the levelling engine, which counts time on one clock."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.scheduling.capacity import Demands, Resource
from generator.scheduling.clock import DAY
from generator.scheduling.levelling.level import level
from generator.scheduling.levelling.problem import Activity, Kind, Precedence, Problem, precedence
from generator.scheduling.levelling.result import Levelled
from generator.scheduling.network import Edge, Network, Node, Role
from generator.scheduling.working_time import WorkingTime

_PLACEMENTS = 200_000
"""Activities placed in all schedules together: a fraction of a second, whatever the size of the plan."""
_MOST = 2_000
_LEAST = 20


@dataclass(frozen=True)
class Searched:
    """When each node starts in the best order found, and the finish that no order can beat, in worked minutes."""

    starts: Mapping[str, int]
    bound: int | None


def search(
    network: Network, time: WorkingTime, *, demands: Demands, start: int, exact_seconds: float | None = None
) -> Searched:
    """Search the best order; what needs more than there ever is waits for nobody in it.

    Where capacity runs out for good, it is the order of the early dates.
    """
    beyond = {task for task, each in demands.items() if any(amount > of.capacity for of, amount in each)}
    problem = _problem(network, time, start, {task: each for task, each in demands.items() if task not in beyond})
    schedules = min(_MOST, max(_LEAST, _PLACEMENTS // max(1, len(problem.activities))))
    found = level(problem, schedules=schedules, exact_seconds=exact_seconds)
    if not isinstance(found, Levelled):
        return Searched({}, None)
    return Searched(found.starts, found.lower_bound if not beyond and _is_exact(network, time) else None)


def _problem(network: Network, time: WorkingTime, start: int, demands: Demands) -> Problem:
    nodes = [node for node in network.nodes.values() if node.role is not Role.BEGIN]
    resources = {resource for each in demands.values() for resource, _ in each}
    names = {resource: _name(resource) for resource in resources}
    activities = {
        node.key: Activity(node.key, node.minutes, {names[each]: n for each, n in demands.get(node.key, ())})
        for node in nodes
    }
    edges = [edge for into in network.into.values() for edge in into]
    return Problem(
        tuple(activities.values()),
        tuple(_precedences(edges, activities, network)),
        {names[each]: each.capacity for each in resources},
        {names[each]: tuple(_steps(each, time, start)) for each in resources if each.away},
        {node.key: at for node in nodes if (at := _earliest(node, time, start)) > 0},
        {node.key: by for node in nodes if (by := _latest(node, time, start)) is not None},
    )


def _name(resource: Resource) -> str:
    return f"{resource.kind}:{resource.team or ''}:{resource.id}"


def _precedences(edges: list[Edge], activities: Mapping[str, Activity], network: Network) -> Iterator[Precedence]:
    for edge in edges:
        if (
            edge.source in activities
            and edge.target in activities
            and network.nodes[edge.target].role is not Role.FIXED
        ):
            before, after = activities[edge.source], activities[edge.target]
            yield precedence(before, after, Kind(edge.link.value), edge.lag)


def _earliest(node: Node, time: WorkingTime, start: int) -> int:
    limits = [time.clock.between(start, at) for at in (node.limits.start_from,) if at is not None]
    if node.limits.finish_from is not None:
        limits.append(time.clock.between(start, node.limits.finish_from) - node.minutes)
    return max(limits, default=0)


def _latest(node: Node, time: WorkingTime, start: int) -> int | None:
    """The start that imposed dates ask for, counted as the earliest one is."""
    limits = [time.clock.between(start, at) for at in (node.limits.start_by,) if at is not None]
    if node.limits.finish_by is not None:
        limits.append(time.clock.between(start, node.limits.finish_by) - node.minutes)
    return min(limits, default=None)


def _steps(resource: Resource, time: WorkingTime, start: int) -> Iterator[tuple[int, int]]:
    changes = sorted({day for away in resource.away for day in (away, away + 1)})
    for day in changes:
        yield time.clock.between(start, day * DAY), resource.capacity_on(day)


def _is_exact(network: Network, time: WorkingTime) -> bool:
    """Tell whether one clock holds for all, and nothing hangs on the first of several members."""
    edges = [edge for into in network.into.values() for edge in into]
    one_clock = all(node.clock is time.clock for node in network.nodes.values() if node.minutes)
    lags = all(edge.clock is time.clock for edge in edges if edge.lag)
    begins = (key for key, node in network.nodes.items() if node.role is Role.BEGIN)
    return (
        one_clock
        and lags
        and not any(edge for key in begins for edge in network.out_of.get(key, ()) if edge.dependency)
    )
