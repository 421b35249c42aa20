"""The activity-on-node network of a plan: what waits for what.

A wave or phase stands in the network as up to three nodes without length: a gate that its members wait for, the
beginning of its first member, and the finish of its last.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial

from generator.findings import Pointer
from generator.model.breakdown import Dependency, Link, Milestone, Phase, Task, Wave
from generator.model.plan import Plan
from generator.model.quantity import Estimate, Position
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import Breakdown, SchedItem
from generator.scheduling.calendars import clocks_of
from generator.scheduling.clock import ALWAYS, DAY, Clock
from generator.scheduling.staffing import Staffing, estimate_of
from generator.scheduling.working_time import WorkingTime, begin_of_day, end_of_day, minute_of


class Role(Enum):
    """What a node stands for."""

    WORK = "work"
    FIXED = "fixed"
    GATE = "gate"
    BEGIN = "begin"
    FINISH = "finish"


@dataclass(frozen=True)
class Limits:
    """Instants that the plan imposes on a start or finish: from which on, and by which."""

    start_from: int | None = None
    start_by: int | None = None
    finish_from: int | None = None
    finish_by: int | None = None


FREE = Limits()


@dataclass(frozen=True)
class Node:
    """One thing that has a time; its length counts on its clock, the likely one of its estimate if it is a task.

    `late` puts it as late as what follows allows, which has `postponed` it until an instant; `short` names who is
    away until its earliest start, and `behind` the work that they did before.
    """

    key: str
    item: str
    role: Role
    clock: Clock
    minutes: int = 0
    limits: Limits = FREE
    late: bool = False
    postponed: int | None = None
    estimate: Estimate | None = None
    short: str | None = None
    behind: str | None = None


@dataclass(frozen=True)
class Edge:
    """One link, its lag counted on its clock; the dependency that asks for it and its place, none for membership.

    A link that levelling adds names the role that both ends wait for.
    """

    source: str
    target: str
    link: Link
    clock: Clock
    lag: int = 0
    dependency: Dependency | None = None
    pointer: Pointer | None = None
    resource: str | None = None


@dataclass(frozen=True)
class Network:
    """Nodes, and the edges into and out of each."""

    nodes: Mapping[str, Node]
    into: Mapping[str, tuple[Edge, ...]]
    out_of: Mapping[str, tuple[Edge, ...]]
    order: tuple[str, ...]

    @property
    def left_over(self) -> frozenset[str]:
        """Nodes on a cycle or behind one: what cannot be put in order."""
        return frozenset(self.nodes) - frozenset(self.order)

    def before(self, keys: Iterable[str]) -> frozenset[str]:
        """Return some nodes with all that they wait for, directly or through others."""
        seen = {*keys}
        waiting = [*seen]
        while waiting:
            sources = {edge.source for edge in self.into.get(waiting.pop(), ())} - seen
            seen |= sources
            waiting += sources
        return frozenset(seen)


def build_network(
    plan: Plan, breakdown: Breakdown, time: WorkingTime, *, staffing: Staffing | None = None
) -> Network:
    """Build the network, staffed as the plan says unless told here; what depends on nothing known is left out."""
    people = staffing or Staffing(plan.schedule.staffing)
    laid = _Laid(plan, breakdown, time, clocks_of(plan, breakdown, time), people)
    nodes = {node.key: node for item in breakdown.items.values() for node in _nodes(item, laid)}
    return connect(nodes, (edge for edge in _edges(laid) if edge.source in nodes and edge.target in nodes))


def connect(nodes: Mapping[str, Node], edges: Iterable[Edge]) -> Network:
    """Put nodes in order along the edges between them."""
    into: dict[str, list[Edge]] = defaultdict(list)
    out_of: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        into[edge.target].append(edge)
        out_of[edge.source].append(edge)
    frozen_into = {key: tuple(each) for key, each in into.items()}
    frozen_out = {key: tuple(each) for key, each in out_of.items()}
    return Network(nodes, frozen_into, frozen_out, _topological_order(nodes, frozen_into, frozen_out))


@dataclass(frozen=True)
class _Laid:
    """A plan laid out: its items on the axis, and the clock of each."""

    plan: Plan
    breakdown: Breakdown
    time: WorkingTime
    clocks: Mapping[str, Clock]
    staffing: Staffing

    def begin(self, item: SchedItem, when: Position | date | None) -> int | None:
        """The instant at which an item's work begins on a day."""
        return self._instant(item, when, begin_of_day)

    def end(self, item: SchedItem, when: Position | date | None) -> int | None:
        """The instant at which an item's work ends on a day."""
        return self._instant(item, when, end_of_day)

    def _instant(self, item: SchedItem, when: Position | date | None, at: Callable[[Clock, int], int]) -> int | None:
        index = self.time.day_index(when) if when else None
        if when is None or index is None:
            return None
        minute = minute_of(when)
        return at(self.clocks[item.id], index) if minute is None else index * DAY + minute


def node_key(item: SchedItem, role: Role) -> str:
    """Name the node of an item; work is known by its id alone."""
    return item.id if role in (Role.WORK, Role.FIXED) else f"{item.id}:{role.value}"


def _nodes(item: SchedItem, laid: _Laid) -> Iterator[Node]:
    clock = laid.clocks[item.id]
    if isinstance(item, Task):
        estimate = estimate_of(item, laid.plan, laid.staffing)
        minutes = estimate.likely.minutes(laid.time.day_minutes, laid.time.week_minutes)
        own = ALWAYS if estimate.likely.elapsed else clock
        yield Node(item.id, item.id, Role.WORK, own, minutes, _limits(item, laid), item.late, estimate=estimate)
    elif isinstance(item, Milestone):
        yield Node(item.id, item.id, Role.WORK, clock, 0, _limits(item, laid))
    elif isinstance(item, Checkpoint):
        yield Node(item.id, item.id, Role.FIXED, clock, 0, Limits(start_from=laid.end(item, item.at)))
    else:
        limits = _limits(item, laid)
        start, finish = Limits(start_from=limits.start_from), Limits(finish_by=limits.finish_by)
        yield Node(node_key(item, Role.GATE), item.id, Role.GATE, clock, 0, start)
        yield Node(node_key(item, Role.BEGIN), item.id, Role.BEGIN, clock)
        yield Node(node_key(item, Role.FINISH), item.id, Role.FINISH, clock, 0, finish)


def _limits(item: Task | Milestone | Wave | Phase, laid: _Laid) -> Limits:
    """The imposed dates: a start counts from the beginning of its day, a finish to the end of it."""
    begin, end = partial(laid.begin, item), partial(laid.end, item)
    by = _earliest_of(end(item.finish_by), end(item.deadline))
    if isinstance(item, Wave | Phase):
        return Limits(start_from=begin(item.start), finish_by=by)
    return Limits(
        start_from=_latest_of(begin(item.start), begin(item.start_on)),
        start_by=_earliest_of(begin(item.start_by), begin(item.start_on)),
        finish_from=_latest_of(end(item.finish_from), end(item.finish_on)),
        finish_by=_earliest_of(by, end(item.finish_on)),
    )


def _latest_of(*instants: int | None) -> int | None:
    return max((each for each in instants if each is not None), default=None)


def _earliest_of(*instants: int | None) -> int | None:
    return min((each for each in instants if each is not None), default=None)


def _edges(laid: _Laid) -> Iterator[Edge]:
    for item in laid.breakdown.items.values():
        yield from _membership(item, laid)
        yield from _through(item, laid)
        if isinstance(item, Checkpoint):
            continue
        for index, dependency in enumerate(item.depends_on):
            yield from _link(item, dependency, laid, (*item.pointer, "depends_on", index))


def _membership(item: SchedItem, laid: _Laid) -> Iterator[Edge]:
    parent, clock = laid.breakdown.parent(item.id), laid.time.clock
    if parent is None or isinstance(item, Checkpoint):
        return
    is_summary = isinstance(item, Wave | Phase)
    first = node_key(item, Role.GATE) if is_summary else item.id
    begin = node_key(item, Role.BEGIN) if is_summary else item.id
    last = node_key(item, Role.FINISH) if is_summary else item.id
    yield Edge(node_key(parent, Role.GATE), first, Link.FINISH_TO_START, clock)
    yield Edge(begin, node_key(parent, Role.BEGIN), Link.START_TO_START, clock)
    yield Edge(last, node_key(parent, Role.FINISH), Link.FINISH_TO_START, clock)


def _through(item: SchedItem, laid: _Laid) -> Iterator[Edge]:
    """A wave or phase without members still stands between what it waits for and what waits for it."""
    if isinstance(item, Wave | Phase) and not laid.breakdown.members.get(item.id):
        gate = node_key(item, Role.GATE)
        yield Edge(gate, node_key(item, Role.BEGIN), Link.START_TO_START, laid.time.clock)
        yield Edge(gate, node_key(item, Role.FINISH), Link.FINISH_TO_START, laid.time.clock)


def _link(
    item: Task | Milestone | Wave | Phase, dependency: Dependency, laid: _Laid, pointer: Pointer
) -> Iterator[Edge]:
    other = laid.breakdown.items.get(dependency.on)
    if other is None:
        return
    source, target = other.id, item.id
    if isinstance(other, Wave | Phase):
        from_finish = dependency.link in (Link.FINISH_TO_START, Link.FINISH_TO_FINISH)
        source = node_key(other, Role.FINISH if from_finish else Role.BEGIN)
    if isinstance(item, Wave | Phase):
        to_start = dependency.link in (Link.FINISH_TO_START, Link.START_TO_START)
        target = node_key(item, Role.GATE if to_start else Role.FINISH)
    lag = dependency.lag_minutes(laid.time.day_minutes, laid.time.week_minutes)
    clock = ALWAYS if dependency.lag and dependency.lag.elapsed else laid.clocks[item.id]
    yield Edge(source, target, dependency.link, clock, lag, dependency, pointer)


def _topological_order(
    nodes: Mapping[str, Node], into: Mapping[str, tuple[Edge, ...]], out_of: Mapping[str, tuple[Edge, ...]]
) -> tuple[str, ...]:
    """Order the nodes so that every edge leads forward (Kahn 1962); what lies on a cycle is left out."""
    waiting = {key: len(into.get(key, ())) for key in nodes}
    ready = [key for key, count in waiting.items() if not count]
    order = []
    for key in ready:
        order.append(key)
        for edge in out_of.get(key, ()):
            waiting[edge.target] -= 1
            if not waiting[edge.target]:
                ready.append(edge.target)
    return tuple(order)
