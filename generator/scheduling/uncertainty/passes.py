"""Forward and backward pass of `critical_path`, node by node over many runs at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from generator.model.breakdown import Link
from generator.scheduling.network import Edge, Network, Node, Role
from generator.scheduling.uncertainty.instants import (
    ELAPSED,
    Chosen,
    ClockTable,
    Minutes,
    Moments,
    earliest,
    latest,
    moments_at,
    where,
)

_FROM_START = (Link.START_TO_START, Link.START_TO_FINISH)
_TO_FINISH = (Link.FINISH_TO_FINISH, Link.START_TO_FINISH)

_NEVER = np.int64(1 << 60)

Span = tuple[Moments, Moments]
"""Start and finish of a node in each run."""


@dataclass(frozen=True)
class Drawn:
    """A network with the minutes drawn for its nodes; the others last as long as the plan says."""

    network: Network
    tables: Mapping[int, ClockTable]
    minutes: Mapping[str, Minutes]
    begin: Moments

    def minutes_of(self, node: Node) -> Minutes | int:
        """How long a node takes in each run; nothing for one without length."""
        return self.minutes.get(node.key, node.minutes)

    def table_of(self, part: Node | Edge) -> ClockTable:
        """The clock that a node or a lag counts on."""
        return self.tables[id(part.clock)]

    def is_point(self, node: Node) -> bool:
        """Tell whether a node has no length in any run."""
        return node.key not in self.minutes and not node.minutes


def clock_tables(network: Network) -> Mapping[int, ClockTable]:
    """Every clock of a network, by its identity: clocks of equal shifts may stand apart."""
    clocks = [node.clock for node in network.nodes.values()]
    clocks += [edge.clock for edges in network.into.values() for edge in edges]
    tables = {id(ELAPSED.clock): ELAPSED}
    for clock in clocks:
        if id(clock) not in tables:
            tables[id(clock)] = ClockTable(clock)
    return tables


def forward(drawn: Drawn) -> dict[str, Span]:
    """The early dates of every node in every run."""
    early: dict[str, Span] = {}
    for key in drawn.network.order:
        early[key] = _early(drawn, drawn.network.nodes[key], early)
    return early


def first_start(network: Network, early: Mapping[str, Span], begin: Moments) -> Moments:
    """When the first work of each run starts."""
    starts = [early[key][0] for key, node in network.nodes.items() if node.role is Role.WORK]
    return earliest(starts or [begin])


def last_finish(network: Network, early: Mapping[str, Span], begin: Moments) -> Moments:
    """When the last work of each run finishes."""
    finishes = [early[key][1] for key, node in network.nodes.items() if node.role is Role.WORK]
    return latest(finishes or [begin])


def late_starts(drawn: Drawn, early: Mapping[str, Span], finish: Moments) -> Mapping[str, Moments]:
    """When every node has to start in every run."""
    late = _Late({}, {})
    for key in reversed(drawn.network.order):
        node = drawn.network.nodes[key]
        if node.role is Role.FIXED:
            late.starts[key], late.finishes[key] = early[key]
        else:
            bounds = [finish, *_upper_limits(drawn, node), *_wanted(drawn, node, (early, late), finish)]
            late.starts[key] = _start_by(drawn, node, bounds)
            if any(edge.link in _TO_FINISH for edge in drawn.network.into.get(key, ())):
                late.finishes[key] = _finish_by(drawn, node, bounds)
    return late.starts


@dataclass(frozen=True)
class _Late:
    """When nodes have to start, and those whose finish a link asks for have to finish."""

    starts: dict[str, Moments]
    finishes: dict[str, Moments]

    def at(self, edge: Edge) -> Moments:
        """The end of a link."""
        return (self.finishes if edge.link in _TO_FINISH else self.starts)[edge.target]


def _early(drawn: Drawn, node: Node, early: Mapping[str, Span]) -> Span:
    edges = drawn.network.into.get(node.key, ())
    if node.role is Role.FIXED:
        at = moments_at(node.limits.start_from) if node.limits.start_from else drawn.begin
        return at, at
    reached = [(edge, _reached(drawn, edge, early)) for edge in edges]
    if node.role is Role.BEGIN:
        at = earliest([at for _, at in reached] or [drawn.begin])
        return at, at
    bounds = [_back_from(drawn, node, at) if edge.link in _TO_FINISH else at for edge, at in reached]
    span = _from(drawn, node, [drawn.begin, *_lower_limits(drawn, node), *bounds])
    asked = [at for edge, at in reached if edge.link in _TO_FINISH]
    return span[0], _held_open(span[1], asked, drawn.table_of(node))


def _from(drawn: Drawn, node: Node, bounds: list[Moments]) -> Span:
    """The span of a node that can start once all bounds are reached."""
    table = drawn.table_of(node)
    if drawn.is_point(node):
        at = latest(bounds)
        return at, at
    total = reduce(np.maximum, [each.worked(table) for each in bounds])
    return Moments(table, total), Moments(table, total + drawn.minutes_of(node), after_break=False)


def _start_by(drawn: Drawn, node: Node, bounds: list[Moments]) -> Moments:
    """The latest start of a node that must finish by all bounds."""
    if drawn.is_point(node):
        return earliest(bounds)
    table = drawn.table_of(node)
    return Moments(table, _least(bounds, table) - drawn.minutes_of(node))


def _finish_by(drawn: Drawn, node: Node, bounds: list[Moments]) -> Moments:
    """The latest finish of a node that must finish by all bounds: in a break, the bound itself."""
    if drawn.is_point(node):
        return earliest(bounds)
    table = drawn.table_of(node)
    total = _least(bounds, table)
    if all(each.table is table for each in bounds):
        ties = [each.totals == total for each in bounds if not each.after_break]
        before = reduce(np.logical_or, ties, np.zeros(1, np.bool_))
        if before.all() or not before.any():
            return Moments(table, total, after_break=not before.any())
    tied = [np.where(each.worked(table) == total, each.instants, _NEVER) for each in bounds]
    return Moments(ELAPSED, reduce(np.minimum, tied), known={table: total})


def _least(bounds: Iterable[Moments], table: ClockTable) -> Minutes:
    return reduce(np.minimum, [each.worked(table) for each in bounds])


def _held_open(finish: Moments, asked: Iterable[Moments], table: ClockTable) -> Moments:
    """A finish that a link asks for at the end of a break is told there."""
    for at in asked:
        if at.kind != finish.kind or at.table is not table:
            later = (at.worked(table) == finish.worked(table)) & (at.instants > finish.instants)
            finish = where(later, at, finish, table) if later.any() else finish
    return finish


def _reached(drawn: Drawn, edge: Edge, early: Mapping[str, Span]) -> Moments:
    """The moments that a link, with its lag, comes to."""
    at = early[edge.source][0 if edge.link in _FROM_START else 1]
    if not edge.lag:
        return at
    table = drawn.table_of(edge)
    return Moments(table, at.worked(table) + edge.lag, after_break=edge.link is Link.START_TO_START)


def _lower_limits(drawn: Drawn, node: Node) -> Iterator[Moments]:
    if node.limits.start_from is not None:
        yield moments_at(node.limits.start_from)
    if node.limits.finish_from is not None:
        yield _back_from(drawn, node, moments_at(node.limits.finish_from))


def _upper_limits(drawn: Drawn, node: Node) -> Iterator[Moments]:
    if node.limits.finish_by is not None:
        yield moments_at(node.limits.finish_by)
    if node.limits.start_by is not None:
        yield _on_from(drawn, node, moments_at(node.limits.start_by))


def _back_from(drawn: Drawn, node: Node, finish: Moments) -> Moments:
    """The latest start with which a node finishes then."""
    return _start_by(drawn, node, [finish])


def _on_from(drawn: Drawn, node: Node, start: Moments) -> Moments:
    """The end of the break behind a node that starts by then: in a break nobody starts, so the minute before."""
    if drawn.is_point(node):
        return start
    table = drawn.table_of(node)
    return Moments(table, _started_by(start, table) + drawn.minutes_of(node))


def _started_by(at: Moments, table: ClockTable) -> Minutes:
    """The minutes worked at the last start that is no later than some moment."""
    total = at.worked(table)
    return total if at.table is table and at.after_break else total - (table.start_at(total) > at.instants)


def _wanted(drawn: Drawn, node: Node, dates: tuple[Mapping[str, Span], _Late], finish: Moments) -> Iterator[Moments]:
    """The finishes that the links want of their predecessor."""
    early, late = dates
    for edge in drawn.network.out_of.get(node.key, ()):
        at = _latest(drawn, edge, late.at(edge))
        begins = drawn.network.nodes[edge.target].role is Role.BEGIN
        if begins and not _may_bind(drawn, node, edge, (at, finish)):
            continue
        wanted = _on_from(drawn, node, at) if edge.link in _FROM_START else at
        if begins:
            first = _equal(early[edge.target][0], early[edge.source][0])
            yield _where_first(drawn, node, first, (wanted, finish))
        else:
            yield wanted


def _may_bind(drawn: Drawn, node: Node, edge: Edge, bounds: tuple[Moments, Moments]) -> bool:
    """Tell whether a link can want more than that the node finishes with the run: a start is no sooner than asked."""
    table = drawn.table_of(node)
    asked, finish = (each.worked(table) for each in bounds)
    least = drawn.minutes_of(node) - 1 if edge.link in _FROM_START and not drawn.is_point(node) else 0
    return bool((asked + least < finish).any())


def _equal(one: Moments, other: Moments) -> Chosen:
    same = one.kind == other.kind
    return np.equal(one.totals, other.totals) if same else np.equal(one.instants, other.instants)


def _where_first(drawn: Drawn, node: Node, first: Chosen, bounds: tuple[Moments, Moments]) -> Moments:
    """A summary's beginning binds only its first member; to the rest the finish of the run is left."""
    wanted, finish = bounds
    return where(first, wanted, finish, drawn.table_of(node))


def _latest(drawn: Drawn, edge: Edge, at: Moments) -> Moments:
    """The moments from which a link, with its lag, comes."""
    if not edge.lag:
        return at
    table = drawn.table_of(edge)
    total = _started_by(at, table) if edge.link is Link.START_TO_START else at.worked(table)
    return Moments(table, total - edge.lag)
