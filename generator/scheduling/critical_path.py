"""The critical path method: forward and backward pass, float, drivers (Kelley and Walker 1959).

Dates are instants. Each node weighs the bounds on it by its own clock, as amounts of work done since the beginning
of the axis: so a finish on Friday evening and a start on Monday morning are equal, whatever calendars meet in a link.
A node without length keeps the instant itself. A lag counts on the clock of its link; upper limits never pull a
date forward: they cap the late dates, and what cannot be met shows as negative float.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.breakdown import Link
from generator.scheduling.capacity import Demands
from generator.scheduling.network import Edge, Network, Node, Role
from generator.scheduling.room import Room, last_first, room_of

_FROM_START = (Link.START_TO_START, Link.START_TO_FINISH)
_TO_FINISH = (Link.FINISH_TO_FINISH, Link.START_TO_FINISH)

Span = tuple[int, int]
"""Start and finish of a node, as instants."""


@dataclass(frozen=True)
class Times:
    """A node's early and late dates as instants, its float in minutes worked, and what holds its early start."""

    early: Span
    late: Span
    total_float: int
    free_float: int
    driving: tuple[Edge, ...]
    held: bool


def compute_times(
    network: Network, start: int, *, by: int | None = None, demands: Demands | None = None
) -> Mapping[str, Times]:
    """Run both passes over a network without cycles; `start` is the instant the plan starts.

    What must be finished by a promised instant that the plan overruns has negative float. With demands, no float is
    told that would have people at work twice, or on leave.
    """
    early = early_spans(network, start)
    finish = last_finish(network, early, start)
    latest = finish if by is None else min(finish, by)
    late = _backward(network, early, latest, room_of(demands, early) if demands else None)
    free = _free_floats(network, early, finish)
    return {key: _times(network.nodes[key], network, early, late[key], free[key]) for key in network.order}


def _times(node: Node, network: Network, early: Mapping[str, Span], late: Span, free: int) -> Times:
    total = node.clock.between(early[node.key][0], late[0])
    here = _weighed(node, early[node.key][0])
    edges = network.into.get(node.key, ()) if node.role is not Role.FIXED else ()
    driving = tuple(edge for edge in edges if _weighed(node, _earliest(edge, early, node)) == here)
    limits = (limit for limit in _lower_limits(node) if _weighed(node, limit) == here)
    held = any(True for _ in limits)
    told_late = _not_before(node, (late[0], _to_finish(node, late[1])[1]), early[node.key])
    return Times(early[node.key], told_late, total, max(0, min(free, total)), driving, held)


def _not_before(node: Node, late: Span, early: Span) -> Span:
    """Late dates on the same side of a break as early ones, where only the break lies between them."""
    same = (node.clock.between(then, at) == 0 for then, at in zip(late, early, strict=True))
    start, finish = (max(then, at) if equal else then for then, at, equal in zip(late, early, same, strict=True))
    return start, finish


def early_spans(network: Network, begin: int) -> dict[str, Span]:
    """Run the forward pass alone: the early start and finish of every node that can be put in order."""
    early: dict[str, Span] = {}
    for key in network.order:
        early[key] = early_span(network, key, early, begin)
    return early


def early_span(network: Network, key: str, early: Mapping[str, Span], begin: int) -> Span:
    """The early start and finish of one node, given those of all that it waits for."""
    node, edges = network.nodes[key], network.into.get(key, ())
    bounds = [_earliest(edge, early, node) for edge in edges]
    if node.role is Role.FIXED:
        at = node.limits.start_from or begin
        return at, at
    if node.role is Role.BEGIN:
        at = min(bounds, default=begin)
        return at, at
    span = _span_after(node, [begin, *_lower_limits(node), *bounds])
    return _held_open(node, span, [_reached(edge, early) for edge in edges if edge.link in _TO_FINISH])


def last_finish(network: Network, early: Mapping[str, Span], start: int) -> int:
    """When the last work finishes; the start of a plan without any."""
    return max((early[key][1] for key, node in network.nodes.items() if node.role is Role.WORK), default=start)


def latest_free(node: Node, network: Network, early: Mapping[str, Span], latest: Mapping[str, Span]) -> list[int]:
    """The finishes up to which a node can slip and leave the dates of what follows as they are.

    `latest` holds, for summaries' ends, the span up to which they can slip themselves.
    """
    bounds = list(_upper_limits(node))
    for edge in network.out_of.get(node.key, ()):
        if _binds(edge, early, network.nodes):
            at = _latest(edge, latest[edge.target])
            bounds.append(_finish_if_started(node, at) if edge.link in _FROM_START else at)
    return bounds


def slipped(node: Node, bounds: list[int]) -> Span:
    """The span of a node that finishes as late as some bounds allow: in a break, up to the bound itself."""
    bound = min(bounds, key=lambda at: (_weighed(node, at), at))
    return _to_finish(node, bound)[0], bound


def _held_open(node: Node, span: Span, finishes: list[int]) -> Span:
    """A finish that a link asks for at the end of a break is told there, not before the break, as in the field."""
    total = node.clock.worked(span[1])
    return span[0], max([span[1], *(at for at in finishes if node.clock.worked(at) == total)])


def _weighed(node: Node, instant: int) -> int:
    """What an instant counts as a start of a node."""
    return node.clock.worked(instant) if node.minutes else instant


def _span_after(node: Node, bounds: list[int]) -> Span:
    """The span of a node that can start once all bounds are reached."""
    if not node.minutes:
        return (max(bounds),) * 2
    total = max(map(node.clock.worked, bounds))
    return node.clock.start_at(total), node.clock.finish_at(total + node.minutes)


def span_from(node: Node, bound: int) -> Span:
    """The span of a node that can start at a bound; one without length needs no worked minute."""
    if not node.minutes:
        return bound, bound
    total = node.clock.worked(bound)
    return node.clock.start_at(total), node.clock.finish_at(total + node.minutes)


def _to_finish(node: Node, bound: int) -> Span:
    """The span of a node that must finish by a bound."""
    if not node.minutes:
        return bound, bound
    total = node.clock.worked(bound)
    return node.clock.start_at(total - node.minutes), node.clock.finish_at(total)


def _finish_if_started(node: Node, by: int) -> int:
    """The end of the break behind a node that starts as late as an instant allows.

    In a break nobody starts: there it is the minute before.
    """
    if not node.minutes:
        return by
    total = node.clock.worked(by)
    return node.clock.start_at(total + node.minutes - (node.clock.start_at(total) > by))


def _back_from(node: Node, finish: int) -> int:
    """The latest start with which a node finishes at an instant."""
    return _to_finish(node, finish)[0]


def _lower_limits(node: Node) -> Iterator[int]:
    if node.limits.start_from is not None:
        yield node.limits.start_from
    if node.postponed is not None:
        yield node.postponed
    if node.limits.finish_from is not None:
        yield _back_from(node, node.limits.finish_from)


def _earliest(edge: Edge, early: Mapping[str, Span], target: Node) -> int:
    """The start that a link allows its successor."""
    at = _reached(edge, early)
    return _back_from(target, at) if edge.link in _TO_FINISH else at


def _reached(edge: Edge, early: Mapping[str, Span]) -> int:
    """The instant that a link, with its lag, comes to."""
    from_start = edge.link in _FROM_START
    at = early[edge.source][0 if from_start else 1]
    if edge.lag:
        total = edge.clock.worked(at) + edge.lag
        return edge.clock.start_at(total) if edge.link is Link.START_TO_START else edge.clock.finish_at(total)
    return at


def _latest(edge: Edge, late: Span) -> int:
    """The instant by which a link wants its end at the predecessor, given the span of the successor."""
    at = late[1 if edge.link in _TO_FINISH else 0]
    if not edge.lag:
        return at
    total = edge.clock.worked(at)
    after_break = edge.link is Link.START_TO_START and edge.clock.start_at(total) > at
    return edge.clock.start_at(total - after_break - edge.lag)


def _backward(network: Network, early: Mapping[str, Span], finish: int, room: Room | None) -> dict[str, Span]:
    late: dict[str, Span] = {}
    for key in last_first(network, early) if room else reversed(network.order):
        node = network.nodes[key]
        if node.role is Role.FIXED:
            late[key] = early[key]
            continue
        late[key] = slipped(node, [finish, *latest_free(node, network, early, late)])
        if room and key in room.demands:
            late[key] = slipped(node, [late[key][1], room.latest(node, late[key])])
            room.take(key, late[key])
    return late


def _upper_limits(node: Node) -> Iterator[int]:
    if node.limits.finish_by is not None:
        yield node.limits.finish_by
    if node.limits.start_by is not None:
        yield _finish_if_started(node, node.limits.start_by)


def _binds(edge: Edge, early: Mapping[str, Span], nodes: Mapping[str, Node]) -> bool:
    """A summary begins with its first member: the later ones do not hold its beginning."""
    return nodes[edge.target].role is not Role.BEGIN or early[edge.source][0] == early[edge.target][0]


def _free_floats(network: Network, early: Mapping[str, Span], finish: int) -> dict[str, int]:
    """Slack to the nearest successor that is work: gates and finishes of summaries pass it on."""
    free: dict[str, int] = {}
    for key in reversed(network.order):
        node = network.nodes[key]
        slacks = [node.clock.between(early[key][1], finish)]
        for edge in network.out_of.get(key, ()):
            if _binds(edge, early, network.nodes):
                end = 0 if edge.link in _FROM_START else 1
                slack = node.clock.between(early[key][end], _latest(edge, early[edge.target]))
                slacks.append(slack + _passed_on(edge.target, network, free))
        free[key] = min(slacks)
    return free


def _passed_on(key: str, network: Network, free: Mapping[str, int]) -> int:
    return 0 if network.nodes[key].role in (Role.WORK, Role.FIXED) else free[key]
