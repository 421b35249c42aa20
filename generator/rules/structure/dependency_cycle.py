"""Items wait for each other in a circle.

None of them can ever start, so the plan has no dates at all.

Fails:

```yaml
title: Example
tasks:
  design: {name: Design, duration: 1d, depends_on: review}
  build: {name: Build, duration: 2d, depends_on: design}
  review: {name: Review, duration: 1d, depends_on: build}
```

Passes:

```yaml
title: Example
tasks:
  design: {name: Design, duration: 1d}
  build: {name: Build, duration: 2d, depends_on: design}
  review: {name: Review, duration: 1d, depends_on: build}
```
"""

from collections import deque
from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.scheduling.network import Edge, Network

SEVERITY = Severity.ERROR


def check(network: Network) -> Iterator[Problem]:
    """Yield each circle once, in its shortest form."""
    left = set(network.left_over)
    while left:
        loop = _shortest_loop(min(left), network, left)
        yield from _problem(loop, network) if loop else ()
        left -= {edge.source for edge in loop} if loop else {min(left)}


def _shortest_loop(start: str, network: Network, among: set[str]) -> list[Edge]:
    """Search breadth first from a node for the way back to it."""
    reached: dict[str, Edge] = {}
    queue = deque([start])
    while queue:
        for edge in network.out_of.get(queue.popleft(), ()):
            if edge.target not in among or edge.target in reached:
                continue
            reached[edge.target] = edge
            if edge.target == start:
                return _way_back(start, reached)
            queue.append(edge.target)
    return []


def _way_back(start: str, reached: dict[str, Edge]) -> list[Edge]:
    loop = [reached[start]]
    while loop[0].source != start:
        loop.insert(0, reached[loop[0].source])
    return loop


def _problem(loop: list[Edge], network: Network) -> Iterator[Problem]:
    pointers: list[Pointer] = [edge.pointer for edge in loop if edge.pointer]
    told = [item for edge in loop for item in (network.nodes[edge.source].item,)]
    names = list(dict.fromkeys(told))
    chain = " -> ".join(f'"{name}"' for name in (*names, names[0]))
    yield Problem(min(pointers, key=str), f"dependency cycle: {chain}", "remove one of these dependencies")
