"""The activity-on-node network of a plan: what waits for what.

A wave or phase stands in the network as up to three nodes without length: a gate that its members wait for, the
beginning of its first member, and the finish of its last.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.findings import Pointer
from generator.model.breakdown import Dependency, Link, Milestone, Phase, Task, Wave
from generator.model.quantity import Position
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import Breakdown, SchedItem
from generator.scheduling.clock import ALWAYS, Clock
from generator.scheduling.working_time import WorkingTime


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
    """One thing that has a time; its length counts on its clock."""

    key: str
    item: str
    role: Role
    clock: Clock
    minutes: int = 0
    limits: Limits = FREE


@dataclass(frozen=True)
class Edge:
    """One link, its lag counted on its clock; the dependency that asks for it and its place, none for membership."""

    source: str
    target: str
    link: Link
    clock: Clock
    lag: int = 0
    dependency: Dependency | None = None
    pointer: Pointer | None = None


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


def build_network(breakdown: Breakdown, time: WorkingTime) -> Network:
    """Build the network; a dependency on what does not exist is left out."""
    nodes = {node.key: node for item in breakdown.items.values() for node in _nodes(item, time)}
    edges = [edge for edge in _edges(breakdown, time) if edge.source in nodes and edge.target in nodes]
    into: dict[str, list[Edge]] = defaultdict(list)
    out_of: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        into[edge.target].append(edge)
        out_of[edge.source].append(edge)
    frozen_into = {key: tuple(each) for key, each in into.items()}
    frozen_out = {key: tuple(each) for key, each in out_of.items()}
    return Network(nodes, frozen_into, frozen_out, _topological_order(nodes, frozen_into, frozen_out))


def node_key(item: SchedItem, role: Role) -> str:
    """Name the node of an item; work is known by its id alone."""
    return item.id if role in (Role.WORK, Role.FIXED) else f"{item.id}:{role.value}"


def _nodes(item: SchedItem, time: WorkingTime) -> Iterator[Node]:
    if isinstance(item, Task):
        duration = item.duration.likely
        clock = ALWAYS if duration.elapsed else time.clock
        minutes = duration.minutes(time.day_minutes, time.week_minutes)
        yield Node(item.id, item.id, Role.WORK, clock, minutes, _limits(item, time))
    elif isinstance(item, Milestone):
        yield Node(item.id, item.id, Role.WORK, time.clock, 0, _limits(item, time))
    elif isinstance(item, Checkpoint):
        at = Limits(start_from=_end(item.at, time))
        yield Node(item.id, item.id, Role.FIXED, time.clock, 0, at)
    else:
        limits = _limits(item, time)
        yield Node(node_key(item, Role.GATE), item.id, Role.GATE, time.clock, 0, Limits(start_from=limits.start_from))
        yield Node(node_key(item, Role.BEGIN), item.id, Role.BEGIN, time.clock)
        yield Node(
            node_key(item, Role.FINISH), item.id, Role.FINISH, time.clock, 0, Limits(finish_by=limits.finish_by)
        )


def _limits(item: Task | Milestone | Wave | Phase, time: WorkingTime) -> Limits:
    """The imposed dates: a start counts from the beginning of its day, a finish to the end of it."""
    if isinstance(item, Wave | Phase):
        return Limits(start_from=_begin(item.start, time), finish_by=_end(item.finish_by, time))
    return Limits(
        start_from=_latest_of(_begin(item.start, time), _begin(item.start_on, time)),
        start_by=_earliest_of(_begin(item.start_by, time), _begin(item.start_on, time)),
        finish_from=_latest_of(_end(item.finish_from, time), _end(item.finish_on, time)),
        finish_by=_earliest_of(_end(item.finish_by, time), _end(item.finish_on, time)),
    )


def _begin(when: Position | date | None, time: WorkingTime) -> int | None:
    index = time.day_index(when) if when else None
    return time.begin_of_day(index) if index is not None else None


def _end(when: Position | date | None, time: WorkingTime) -> int | None:
    index = time.day_index(when) if when else None
    return time.end_of_day(index) if index is not None else None


def _latest_of(*instants: int | None) -> int | None:
    return max((each for each in instants if each is not None), default=None)


def _earliest_of(*instants: int | None) -> int | None:
    return min((each for each in instants if each is not None), default=None)


def _edges(breakdown: Breakdown, time: WorkingTime) -> Iterator[Edge]:
    for item in breakdown.items.values():
        yield from _membership(item, breakdown, time.clock)
        yield from _through(item, breakdown, time.clock)
        if isinstance(item, Checkpoint):
            continue
        for index, dependency in enumerate(item.depends_on):
            pointer = (*item.pointer, "depends_on", index)
            yield from _link(item, dependency, breakdown, time, pointer)


def _membership(item: SchedItem, breakdown: Breakdown, clock: Clock) -> Iterator[Edge]:
    parent = breakdown.parent(item.id)
    if parent is None or isinstance(item, Checkpoint):
        return
    is_summary = isinstance(item, Wave | Phase)
    first = node_key(item, Role.GATE) if is_summary else item.id
    begin = node_key(item, Role.BEGIN) if is_summary else item.id
    last = node_key(item, Role.FINISH) if is_summary else item.id
    yield Edge(node_key(parent, Role.GATE), first, Link.FINISH_TO_START, clock)
    yield Edge(begin, node_key(parent, Role.BEGIN), Link.START_TO_START, clock)
    yield Edge(last, node_key(parent, Role.FINISH), Link.FINISH_TO_START, clock)


def _through(item: SchedItem, breakdown: Breakdown, clock: Clock) -> Iterator[Edge]:
    """A wave or phase without members still stands between what it waits for and what waits for it."""
    if isinstance(item, Wave | Phase) and not breakdown.members.get(item.id):
        gate = node_key(item, Role.GATE)
        yield Edge(gate, node_key(item, Role.BEGIN), Link.START_TO_START, clock)
        yield Edge(gate, node_key(item, Role.FINISH), Link.FINISH_TO_START, clock)


def _link(
    item: Task | Milestone | Wave | Phase,
    dependency: Dependency,
    breakdown: Breakdown,
    time: WorkingTime,
    pointer: Pointer,
) -> Iterator[Edge]:
    other = breakdown.items.get(dependency.on)
    if other is None:
        return
    source, target = other.id, item.id
    if isinstance(other, Wave | Phase):
        from_finish = dependency.link in (Link.FINISH_TO_START, Link.FINISH_TO_FINISH)
        source = node_key(other, Role.FINISH if from_finish else Role.BEGIN)
    if isinstance(item, Wave | Phase):
        to_start = dependency.link in (Link.FINISH_TO_START, Link.START_TO_START)
        target = node_key(item, Role.GATE if to_start else Role.FINISH)
    lag = dependency.lag_minutes(time.day_minutes, time.week_minutes)
    clock = ALWAYS if dependency.lag and dependency.lag.elapsed else time.clock
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
