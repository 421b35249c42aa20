"""Levelling a plan: work waits until those it needs are free, in the order that the search of `levelling` finds best.

The search knows one clock. Its order is then carried out on the plan's own calendars: each task, when its turn
comes, starts as soon as all that it needs are free for as long as it takes. What it waited for becomes a link of the
network, so that dates, float and drivers follow as from any other.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from typing import NamedTuple

from generator.model.breakdown import Link
from generator.scheduling.capacity import Demands, Resource
from generator.scheduling.clock import DAY, Clock
from generator.scheduling.critical_path import Span, early_span, early_spans, last_finish, span_from
from generator.scheduling.level_problem import Searched, search
from generator.scheduling.network import Edge, Network, Node, connect
from generator.scheduling.working_time import WorkingTime

_LONGEST_SEARCH = 100_000
"""How often a task is put off before it is taken as it is: capacity has run out for good."""

_Reason = tuple[Resource, tuple[str, ...], bool]
"""What is short, who holds it, and whether that ends with a leave."""

_Clash = tuple[int | None, _Reason]
"""Until when a resource does not suffice, if not for ever, and why."""


@dataclass(frozen=True)
class Wait:
    """A task that waits for a resource: what its links allow, when it starts, who held the resource.

    It is `away` where the end of a leave lets the task begin, and no end of other work.
    """

    task: str
    ready: int
    start: int
    resource: Resource
    holders: tuple[str, ...]
    away: bool = False


@dataclass(frozen=True)
class Levelled:
    """A network in which work waits for people, why each task does, and how good the order is.

    `early_finish` is the finish with nobody waiting; `bound` is a finish, in worked minutes from the plan's start,
    that no order can beat, or nothing where several calendars meet and it is not known.
    """

    network: Network
    early_finish: int
    waits: tuple[Wait, ...]
    unmet: tuple[tuple[str, Resource], ...]
    bound: int | None

    def met(self, demands: Demands) -> Demands:
        """The demands of those tasks for which there are enough."""
        unmet = {task for task, _ in self.unmet}
        return {task: each for task, each in demands.items() if task not in unmet}


def level(
    network: Network, time: WorkingTime, *, demands: Demands, start: int, exact_seconds: float | None = None
) -> Levelled:
    """Delay tasks until what they need is free; what never is stays where it is and is told as unmet."""
    searched = search(network, time, demands=demands, start=start, exact_seconds=exact_seconds)
    board = _Board(network, demands, start)
    for key in _ordered(network, searched):
        board.place(key)
    waits, unmet = tuple(board.waits), tuple(board.unmet)
    before = last_finish(network, early_spans(network, start), start)
    return Levelled(_with_waits(network, board.spans, waits, start), before, waits, unmet, searched.bound)


class _User(NamedTuple):
    """Who is at work, in the order in which they were placed, and how much of a resource that takes."""

    number: int
    begin: int
    end: int
    amount: int
    key: str


@dataclass(frozen=True)
class _Board:
    """What is placed so far, and on each day what takes how much of each resource from when to when."""

    network: Network
    demands: Demands
    start: int
    spans: dict[str, Span] = field(default_factory=dict)
    users: dict[Resource, dict[int, list[_User]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    waits: list[Wait] = field(default_factory=list)
    unmet: list[tuple[str, Resource]] = field(default_factory=list)

    def place(self, key: str) -> None:
        """Put a node where its links allow, or later where it has to wait."""
        ready = early_span(self.network, key, self.spans, self.start)
        node, demands = self.network.nodes[key], self.demands.get(key, ()) if ready[0] < ready[1] else ()
        span, reasons = ready, list[_Reason]()
        for _ in range(_LONGEST_SEARCH):
            found = next((clash for demand in demands if (clash := self._clash(node, span, demand))), None)
            if found is None:
                break
            until, reason = found
            if until is None:
                self.unmet.append((key, reason[0]))
                span = ready
                break
            span = span_from(node, until)
            reasons.append(reason)
        if reasons and span != ready:
            self.waits.append(Wait(key, ready[0], span[0], *_joined(reasons)))
        self.spans[key] = span
        for resource, amount in demands:
            user = _User(len(self.spans), *span, amount, key)
            for day in _days(span):
                self.users[resource][day].append(user)

    def _clash(self, node: Node, span: Span, demand: tuple[Resource, int]) -> _Clash | None:
        """Find the first moment of a node's work at which a resource does not suffice."""
        resource, amount = demand
        if amount > resource.capacity:
            return None, (resource, (), False)
        users = self.users[resource]
        on_days = {user for day in _days(span) for user in users.get(day, ())}
        at_work = sorted(user for user in on_days if user.begin < span[1] and user.end > span[0])
        moments = {max(span[0], user.begin) for user in at_work} | {span[0]}
        moments |= {day * DAY for away in resource.away for day in (away, away + 1)}
        worked = {node.clock.start_at(node.clock.worked(each)) for each in moments if each < span[1]}
        for moment in sorted(each for each in worked if span[0] <= each < span[1]):
            holding = [user for user in at_work if user.begin <= moment < user.end]
            if sum(user.amount for user in holding) + amount > resource.capacity_on(moment // DAY):
                until = _until(resource, moment, holding)
                away = all(user.end != until for user in holding)
                return until, (resource, tuple(user.key for user in holding), away)
        return None


def _days(span: Span) -> range:
    return range(span[0] // DAY, (span[1] - 1) // DAY + 1)


def _joined(reasons: list[_Reason]) -> _Reason:
    """The last reason; where somebody is away then, with those who were at work before."""
    resource, holders, away = reasons[-1]
    if away and not holders:
        same = (each for each in reversed(reasons) if each[0].id == resource.id)
        holders = next((each[1] for each in same if each[1]), ())
    return resource, holders, away


def _until(resource: Resource, moment: int, holding: list[_User]) -> int:
    """When the next of those who hold a resource lets go; the next day where somebody is away."""
    tomorrow = (moment // DAY + 1) * DAY
    ends = [user.end for user in holding] + ([tomorrow] if moment // DAY in resource.away or not holding else [])
    return min(ends)


def _ordered(network: Network, searched: Searched) -> list[str]:
    """Put nodes in an order along the links, of those that are free to go the one that the search starts first."""
    places = {key: place for place, key in enumerate(network.order)}
    waiting = {key: len(network.into.get(key, ())) for key in network.nodes}
    ready: list[tuple[int, int, str]] = []
    for key in network.order:
        if not waiting[key]:
            heappush(ready, (searched.starts.get(key, 0), places[key], key))
    order = []
    while ready:
        key = heappop(ready)[2]
        order.append(key)
        for edge in network.out_of.get(key, ()):
            waiting[edge.target] -= 1
            if not waiting[edge.target]:
                heappush(ready, (searched.starts.get(edge.target, 0), places[edge.target], edge.target))
    return order


def _with_waits(network: Network, spans: Mapping[str, Span], waits: tuple[Wait, ...], start: int) -> Network:
    """Add a link from whom a task waited for; where nobody let go just then, the start itself is held."""
    links = [edge for wait in waits for edge in _links(wait, network, spans)]
    edges = [*(edge for into in network.into.values() for edge in into), *links]
    linked, short = connect(network.nodes, edges), {wait.task: wait for wait in waits}
    nodes, early = dict(network.nodes), dict[str, Span]()
    for key in linked.order:
        early[key] = early_span(linked, key, early, start)
        if key in short and early[key][0] < spans[key][0]:
            nodes[key], early[key] = _held(nodes[key], spans[key][0], short[key], links), spans[key]
    return connect(nodes, edges)


def _links(wait: Wait, network: Network, spans: Mapping[str, Span]) -> list[Edge]:
    """A link from each that lets go just then, or after whose work nothing but leave lies in between."""
    clock = network.nodes[wait.task].clock
    freed = [each for each in wait.holders if not _could_work(wait, clock, since=spans[each][1])]
    return [Edge(holder, wait.task, Link.FINISH_TO_START, clock, resource=wait.resource.id) for holder in freed]


def _could_work(wait: Wait, clock: Clock, *, since: int) -> bool:
    """Tell whether there are minutes of a task's work, other than on leave, from an instant to the task's start."""
    if since > wait.start:
        return True
    days = range(since // DAY, wait.start // DAY + 1) if wait.away else ()
    leave = (
        clock.between(max(since, day * DAY), min(wait.start, (day + 1) * DAY))
        for day in days
        if day in wait.resource.away
    )
    return clock.between(since, wait.start) > sum(leave)


def _held(node: Node, start: int, wait: Wait, links: list[Edge]) -> Node:
    behind = next((edge.source for edge in links if edge.target == node.key), None)
    limits = replace(node.limits, start_from=start)
    return replace(node, limits=limits, short=wait.resource.id, behind=behind)
