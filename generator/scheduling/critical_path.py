"""The critical path method: forward and backward pass, float, drivers (Kelley and Walker 1959).

Every bound is held as an amount of work done on the calendar since the beginning of the axis, so that a finish on
Friday evening and a start on Monday morning compare as equal; instants are told at the end.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.breakdown import Link
from generator.scheduling.network import Edge, Network, Node, Role
from generator.scheduling.working_time import WorkingTime

_FROM_START = (Link.START_TO_START, Link.START_TO_FINISH)
_TO_FINISH = (Link.FINISH_TO_FINISH, Link.START_TO_FINISH)


@dataclass(frozen=True)
class Times:
    """A node's early and late start, in minutes worked since the beginning of the axis, and its free float."""

    early: int
    late: int
    free_float: int
    driving: tuple[Edge, ...]
    held: bool

    @property
    def total_float(self) -> int:
        """Working minutes by which the node can slip without moving the finish."""
        return self.late - self.early


def compute_times(network: Network, time: WorkingTime, start: int) -> Mapping[str, Times]:
    """Run both passes over a network without cycles; `start` is the instant the plan starts."""
    begin = time.worked(start)
    bounds = {key: time.worked(node.not_before) for key, node in network.nodes.items() if node.not_before is not None}
    early = _forward(network, bounds, begin)
    finish = max((early[key] + network.nodes[key].minutes for key in _work(network)), default=begin)
    late = _backward(network, early, finish)
    free = _free_floats(network, early, finish)
    return {
        key: Times(
            early[key],
            late[key],
            max(0, min(free[key], late[key] - early[key])),
            _driving(network, early, key),
            bounds.get(key, begin - 1) == early[key],
        )
        for key in network.order
    }


def _work(network: Network) -> tuple[str, ...]:
    return tuple(key for key, node in network.nodes.items() if node.role is Role.WORK)


def _forward(network: Network, bounds: Mapping[str, int], begin: int) -> dict[str, int]:
    early: dict[str, int] = {}
    for key in network.order:
        node = network.nodes[key]
        if node.role is Role.FIXED:
            early[key] = bounds[key]
            continue
        links = [_earliest(edge, early, network.nodes) for edge in network.into.get(key, ())]
        if node.role is Role.BEGIN:
            early[key] = min(links, default=begin)
        else:
            early[key] = max([begin, bounds.get(key, begin), *links])
    return early


def _earliest(edge: Edge, early: Mapping[str, int], nodes: Mapping[str, Node]) -> int:
    """The early start that a link allows its successor."""
    at = early[edge.source] + (0 if edge.link in _FROM_START else nodes[edge.source].minutes) + edge.lag
    return at - (nodes[edge.target].minutes if edge.link in _TO_FINISH else 0)


def _backward(network: Network, early: Mapping[str, int], finish: int) -> dict[str, int]:
    late: dict[str, int] = {}
    for key in reversed(network.order):
        node = network.nodes[key]
        limits = [
            late[edge.target] - _earliest(edge, early, network.nodes) + early[key]
            for edge in network.out_of.get(key, ())
            if _binds(edge, early, network.nodes)
        ]
        late[key] = early[key] if node.role is Role.FIXED else min([finish - node.minutes, *limits])
    return late


def _binds(edge: Edge, early: Mapping[str, int], nodes: Mapping[str, Node]) -> bool:
    """A summary begins with its first member: the later ones do not hold its beginning."""
    return nodes[edge.target].role is not Role.BEGIN or early[edge.source] == early[edge.target]


def _free_floats(network: Network, early: Mapping[str, int], finish: int) -> dict[str, int]:
    """Slack to the nearest successor that is work: gates and finishes of summaries pass it on."""
    free: dict[str, int] = {}
    for key in reversed(network.order):
        slacks = [
            early[edge.target] - _earliest(edge, early, network.nodes) + _passed_on(edge.target, network, free)
            for edge in network.out_of.get(key, ())
            if _binds(edge, early, network.nodes)
        ]
        free[key] = min([finish - early[key] - network.nodes[key].minutes, *slacks])
    return free


def _passed_on(key: str, network: Network, free: Mapping[str, int]) -> int:
    return 0 if network.nodes[key].role in (Role.WORK, Role.FIXED) else free[key]


def _driving(network: Network, early: Mapping[str, int], key: str) -> tuple[Edge, ...]:
    edges = network.into.get(key, ())
    if network.nodes[key].role is Role.FIXED:
        return ()
    return tuple(edge for edge in edges if _earliest(edge, early, network.nodes) == early[key])
