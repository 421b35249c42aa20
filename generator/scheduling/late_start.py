"""Work that is to be done as late as possible: as late as leaves every other date as it is.

It gives up its free float, not its total float, as planners know it from Primavera: what waits for it is not moved.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.scheduling.critical_path import Span, early_spans, last_finish, latest_free, slipped
from generator.scheduling.network import Network, Role


def postpone(network: Network, start: int) -> Network:
    """Hold each such node back until its latest start, the last in the order of work first."""
    if not any(node.late for node in network.nodes.values()):
        return network
    early = early_spans(network, start)
    latest = _latest(network, early, last_finish(network, early, start))
    nodes = {
        key: replace(node, postponed=latest[key][0]) if node.late and latest[key][0] > early[key][0] else node
        for key, node in network.nodes.items()
    }
    return replace(network, nodes=nodes)


def _latest(network: Network, early: Mapping[str, Span], finish: int) -> dict[str, Span]:
    """The span up to which each node can slip: work that is not put late stays where it is."""
    latest: dict[str, Span] = {}
    for key in reversed(network.order):
        node = network.nodes[key]
        stays = node.role in (Role.WORK, Role.FIXED) and not node.late
        latest[key] = early[key] if stays else slipped(node, [finish, *latest_free(node, network, early, latest)])
    return latest
