"""How far work can slip until it meets other work of those it needs, or the days on which they are away.

Work is moved back one by one, what finishes last first, each against all others where they stand then: so those
that a link does not hold apart never come to be at work at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from generator.scheduling.capacity import Demand, Demands, Resource
from generator.scheduling.clock import DAY
from generator.scheduling.network import Network, Node

_Span = tuple[int, int]
_Use = tuple[int, int, int]
"""From when to when somebody takes how much."""


@dataclass(frozen=True)
class Room:
    """Where all that shares people stands: at its early dates, or already slipped."""

    demands: Demands
    users: Mapping[Resource, tuple[tuple[str, int], ...]]
    spans: dict[str, _Span]

    def latest(self, node: Node, late: _Span) -> int:
        """The finish up to which a node can slip within a late span that its links allow."""
        early = self.spans[node.key]
        if late[0] <= early[0]:
            return late[1]
        bounds = [late[1]]
        for resource, amount in self.demands.get(node.key, ()):
            others = self._others(node, resource, early[1], late[1])
            spare = resource.capacity - amount
            moments = _moments(node, (begin for begin, _, _ in others), (early[1], late[1]))
            bounds.append(next((at for at in moments if _taken(others, at) > spare), late[1]))
        return self._around_leave(node, min(bounds), late[1])

    def take(self, key: str, span: _Span) -> None:
        """Let a node stand at its late dates, unless they lie before its early ones."""
        self.spans[key] = max(span, self.spans[key])

    def _around_leave(self, node: Node, bound: int, until: int) -> int:
        """The finish by a bound that leaves out the days on which too many are away."""
        early = self.spans[node.key]
        for resource, amount in self.demands.get(node.key, ()):
            if not resource.away:
                continue
            others = self._others(node, resource, early[1], until)
            while (clash := self._away(node, (resource, amount), others, bound)) is not None:
                bound = clash
        return max(bound, early[1])

    def _away(self, node: Node, demand: Demand, others: list[_Use], bound: int) -> int | None:
        """When work that finishes by a bound has to be finished instead, as some are away while it goes on."""
        (resource, amount), early = demand, self.spans[node.key]
        start = node.clock.start_at(node.clock.worked(bound) - node.minutes)
        begin = max(start, early[1])
        days = (day * DAY for day in resource.away)
        for at in reversed([begin, *_moments(node, (*days, *(each for each, _, _ in others)), (begin, bound))]):
            if at < bound and _taken(others, at) + amount > resource.capacity_on(at // DAY):
                return at if at > start else at // DAY * DAY
        return None

    def _others(self, node: Node, resource: Resource, begin: int, end: int) -> list[_Use]:
        """From when to when others take how much of a resource within a stretch of time."""
        return [
            (*span, amount)
            for key, amount in self.users[resource]
            if key != node.key and (span := self.spans[key])[0] < end and span[1] > begin
        ]


def room_of(demands: Demands, early: Mapping[str, _Span]) -> Room:
    """Begin with all at their early dates."""
    users: dict[Resource, list[tuple[str, int]]] = defaultdict(list)
    for key, each in demands.items():
        if early[key][0] < early[key][1]:
            for resource, amount in each:
                users[resource].append((key, amount))
    return Room(demands, {resource: tuple(each) for resource, each in users.items()}, dict(early))


def last_first(network: Network, early: Mapping[str, _Span]) -> Iterator[str]:
    """All nodes, none before what waits for it, of the others the one that finishes last first."""
    places = {key: place for place, key in enumerate(network.order)}
    waiting = {key: len(network.out_of.get(key, ())) for key in network.order}
    ready = [(-early[key][1], -places[key], key) for key in network.order if not waiting[key]]
    heapify(ready)
    while ready:
        key = heappop(ready)[2]
        yield key
        for edge in network.into.get(key, ()):
            waiting[edge.source] -= 1
            if not waiting[edge.source]:
                heappush(ready, (-early[edge.source][1], -places[edge.source], edge.source))


def _moments(node: Node, instants: Iterable[int], stretch: _Span) -> list[int]:
    """The minutes of a node's work, in order, at which something may change within a stretch; its first is one."""
    begin, end = stretch
    worked = {node.clock.start_at(node.clock.worked(max(begin, at))) for at in (begin, *instants)}
    return sorted(at for at in worked if begin <= at < end)


def _taken(others: list[_Use], at: int) -> int:
    return sum(amount for begin, end, amount in others if begin <= at < end)
