"""Items wait for each other in a circle.

None of them can ever start, so the plan has no dates at all. A wave waits for its own tasks and its tasks for it, so
neither can depend on the other.

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

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.formatting import joined
from generator.model.breakdown import Milestone
from generator.rules.structure._loops import loops
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.network import Edge, Network

SEVERITY = Severity.ERROR
_LONGEST = 8


def check(breakdown: Breakdown, network: Network) -> Iterator[Problem]:
    """Yield each dependency on itself, on an own part or on an own whole; then each circle once, in short form.

    What is repeated is told once: `dependency-twice` tells the others.
    """
    told: set[Pointer] = set()
    links: set[tuple[str, str]] = set()
    for item in breakdown.items.values():
        for index, dependency in enumerate(getattr(item, "depends_on", ())):
            message = _with_itself(item.id, dependency.on, breakdown)
            if message:
                pointer, link = (*item.pointer, "depends_on", index), (item.id, message)
                if link not in links:
                    yield Problem(pointer, message, "remove this dependency")
                told.add(pointer)
                links.add(link)
    for loop in loops(network, without=told):
        yield _problem(_in_order(loop, breakdown, network), breakdown, network)


def _with_itself(item: str, on: str, breakdown: Breakdown) -> str | None:
    if on == item:
        return f'"{item}" depends on itself'
    if item in _ancestors(on, breakdown):
        return f'"{item}" depends on "{on}", which is part of it'
    if on in _ancestors(item, breakdown):
        return f'"{item}" depends on "{on}", of which it is part'
    return None


def _ancestors(item: str, breakdown: Breakdown) -> Iterator[str]:
    parent = breakdown.parents.get(item)
    while parent is not None:
        yield parent
        parent = breakdown.parents.get(parent)


def _in_order(loop: list[Edge], breakdown: Breakdown, network: Network) -> list[Edge]:
    """Tell a loop from the item that stands first in the plan, each link before those that it waits for."""
    order = {item: number for number, item in enumerate(breakdown.items)}
    asked = [edge for edge in reversed(loop) if edge.pointer]
    first = min(asked, key=lambda edge: order[network.nodes[edge.target].item])
    at = loop.index(first)
    return list(reversed([*loop[at + 1 :], *loop[: at + 1]]))


def _problem(loop: list[Edge], breakdown: Breakdown, network: Network) -> Problem:
    items = dict.fromkeys(network.nodes[edge.target].item for edge in loop)
    told = [f'"{item}"' for item in (*items, next(iter(items)))]
    if len(told) > _LONGEST:
        told[_LONGEST // 2 : -_LONGEST // 2] = [f"({len(told) - _LONGEST} more)"]
    links = [f'"{_ends(edge, network)[0]}" from "{_ends(edge, network)[1]}"' for edge in loop if edge.pointer]
    help_text = f"remove {joined(links, 'or')}" if len(links) <= _LONGEST else "remove one of these dependencies"
    places = tuple(edge.pointer for edge in loop if edge.pointer)
    message = f"dependency cycle: {' -> '.join(told)}"
    misplaced = next(filter(None, (_misplaced(edge, breakdown, network) for edge in loop)), None)
    if misplaced:
        help_text = f'name the wave whose work "{misplaced.id}" ends: it waits for nothing in "{misplaced.wave}"'
        return Problem((*misplaced.pointer, "wave"), message, help_text, places)
    return Problem(loop[0].pointer or (), message, help_text, places)


def _misplaced(edge: Edge, breakdown: Breakdown, network: Network) -> Milestone | None:
    """The milestone that is in a circle only as part of a wave of whose work it ends nothing."""
    ends = [breakdown.items[each] for each in dict.fromkeys(_ends(edge, network))] if edge.pointer is None else []
    for item in ends:
        if isinstance(item, Milestone) and item.wave and len(ends) > 1:
            own = {each.id for each in breakdown.tasks_within(item.wave)} | {item.wave}
            if own and not own & {link.on for link in item.depends_on}:
                return item
    return None


def _ends(edge: Edge, network: Network) -> tuple[str, str]:
    return network.nodes[edge.source].item, network.nodes[edge.target].item
