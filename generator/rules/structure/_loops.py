"""Circles in a network, found one by one in short form."""

from collections import deque
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from generator.findings import Pointer
from generator.scheduling.network import Edge, Network


def loops(network: Network, *, without: AbstractSet[Pointer]) -> Iterator[list[Edge]]:
    """Yield circles that share no node, each as the edges in turn; some dependencies can be left out of account."""
    out_of = {
        key: [edge for edge in network.out_of.get(key, ()) if edge.pointer not in without]
        for key in sorted(network.left_over)
    }
    while out_of := _trimmed(out_of):
        start = next(iter(out_of))
        loop = _shortened(_way_round(start, out_of), out_of)
        for key in [edge.source for edge in loop] or [start]:
            del out_of[key]
        if loop:
            yield loop


def _trimmed(out_of: dict[str, list[Edge]]) -> dict[str, list[Edge]]:
    """Drop, again and again, what nothing in the circle waits for."""
    inside = {key: [edge for edge in edges if edge.target in out_of] for key, edges in out_of.items()}
    waiting_for: dict[str, list[str]] = {}
    for key, edges in inside.items():
        for edge in edges:
            waiting_for.setdefault(edge.target, []).append(key)
    count = {key: len(edges) for key, edges in inside.items()}
    dead = [key for key, edges in count.items() if not edges]
    for key in dead:
        for source in waiting_for.get(key, ()):
            count[source] -= 1
            if not count[source]:
                dead.append(source)
    gone = set(dead)
    return {key: [e for e in edges if e.target not in gone] for key, edges in inside.items() if key not in gone}


def _shortened(loop: list[Edge], out_of: dict[str, list[Edge]]) -> list[Edge]:
    """Take a shorter way round through any of its nodes, as long as there is one."""
    for edge in loop:
        other = _way_round(edge.source, out_of)
        if len(other) < len(loop):
            return _shortened(other, out_of)
    return loop


def _way_round(start: str, out_of: dict[str, list[Edge]]) -> list[Edge]:
    """Search breadth first from a node for the way back to it; nothing where there is none."""
    reached: dict[str, Edge] = {}
    queue = deque([start])
    while queue and start not in reached:
        for edge in out_of[queue.popleft()]:
            if edge.target not in reached:
                reached[edge.target] = edge
                queue.append(edge.target)
    return _way_back(start, reached) if start in reached else []


def _way_back(start: str, reached: dict[str, Edge]) -> list[Edge]:
    loop = [reached[start]]
    while loop[-1].source != start:
        loop.append(reached[loop[-1].source])
    return loop[::-1]
