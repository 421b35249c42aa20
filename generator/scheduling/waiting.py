"""All that some items wait for: by links, by what belongs together, and by what checkpoints ask for."""

from collections.abc import Callable, Iterable

from generator.model.verification import Checkpoint
from generator.scheduling.network import Role
from generator.scheduling.schedule import Schedule


def waited_for(
    items: Iterable[str], schedule: Schedule, asked: Callable[[Checkpoint], Iterable[str]] = lambda each: each.scope
) -> set[str]:
    """Some items with all that they wait for, directly or through others.

    A checkpoint waits for what it asks for, with all that belongs to that; an `asked` that names nothing leaves the
    links alone.
    """
    breakdown = schedule.breakdown
    waited = {*items}
    left: set[str] = waited
    while left:
        waited |= _before(left, schedule)
        checkpoints = [each for item in waited if isinstance(each := breakdown.items[item], Checkpoint)]
        named = {item for each in checkpoints for item in asked(each) if item in breakdown.items}
        left = {part for item in named for part in (item, *breakdown.members.get(item, ()))} - waited
        waited |= left
    return waited


def _before(items: set[str], schedule: Schedule) -> set[str]:
    """What some items wait for by the network; not what they belong to, which has its gate before them."""
    nodes = schedule.network.nodes
    before = schedule.network.before(key for key, node in nodes.items() if node.item in items)
    return {nodes[key].item for key in before if nodes[key].role is not Role.GATE}
