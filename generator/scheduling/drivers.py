"""Why an item starts when it starts: the links and limits that leave it no earlier date."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.findings import Pointer
from generator.model.breakdown import Dependency, Link
from generator.scheduling.critical_path import Times
from generator.scheduling.network import Edge, Network, Node, Role


class Cause(StrEnum):
    """What kind of reason a driver is."""

    LINK = "link"
    IMPOSED = "imposed"
    LATE = "as late as possible"
    RESOURCE = "resource"
    PLAN_START = "plan start"


@dataclass(frozen=True)
class Driver:
    """One reason for a date: a predecessor with its link, a role that was short, an imposed date, plan start.

    A role that is short because of leave is `away`, behind the item that it worked on before, if any.
    """

    cause: Cause
    item: str | None = None
    link: Link | None = None
    through: tuple[str, ...] = ()
    dependency: Dependency | None = None
    pointer: Pointer | None = None
    resource: str | None = None
    away: bool = False


def drivers_of(key: str, network: Network, times: Mapping[str, Times]) -> tuple[Driver, ...]:
    """List the drivers of a node, told in items: gates and summaries are seen through, and named."""
    found = dict.fromkeys(_drivers(key, network, times, ()))
    if len(found) > 1:
        found.pop(Driver(Cause.PLAN_START), None)
    return tuple(found) or (Driver(Cause.PLAN_START),)


def _drivers(key: str, network: Network, times: Mapping[str, Times], through: tuple[str, ...]) -> Iterator[Driver]:
    if times[key].held:
        yield _held(network.nodes[key], through)
    for edge in times[key].driving:
        source = network.nodes[edge.source]
        if edge.resource:
            yield Driver(Cause.RESOURCE, source.item, edge.link, through, resource=edge.resource)
        elif source.role in (Role.WORK, Role.FIXED):
            yield Driver(Cause.LINK, source.item, edge.link, through, edge.dependency, edge.pointer)
        else:
            yield from _seen_through(edge, network, times, through)


def _held(node: Node, through: tuple[str, ...]) -> Driver:
    if node.short:
        return Driver(Cause.RESOURCE, node.behind, through=through, resource=node.short, away=True)
    return Driver(Cause.LATE if node.postponed is not None else Cause.IMPOSED, node.item, through=through)


def _seen_through(
    edge: Edge, network: Network, times: Mapping[str, Times], through: tuple[str, ...]
) -> Iterator[Driver]:
    source = network.nodes[edge.source]
    path = (*through, source.item)
    found = list(_drivers(edge.source, network, times, path))
    if source.role is Role.GATE:
        yield from found
    for driver in found if source.role is not Role.GATE else ():
        yield Driver(driver.cause, driver.item, edge.link, driver.through, edge.dependency, edge.pointer)
