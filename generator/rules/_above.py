"""What an item is part of."""

from collections.abc import Iterator

from generator.scheduling.breakdown import Breakdown


def above(item: str, breakdown: Breakdown) -> Iterator[str]:
    """Yield the wave and the phase that hold an item, nearest first."""
    parent = breakdown.parents.get(item)
    if parent is not None:
        yield parent
        yield from above(parent, breakdown)
