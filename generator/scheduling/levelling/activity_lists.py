"""New activity lists: at random, and from two parents. An activity never stands before one that it follows."""

from collections.abc import Sequence
from random import Random

from generator.scheduling.levelling.network import Network, feasible_order

_SWAPS = 2
"""Neighbours swapped in each child; a few whatever the length, so that long lists keep what they inherit."""


def disturbed(network: Network, values: Sequence[int], random: Random, *, spread: float) -> list[int]:
    """The list of a priority rule, each value raised by up to a share of the greatest (biased random sampling)."""
    reach = spread * max(values, default=0) + 1
    return feasible_order(network.forward, [value + random.random() * reach for value in values])


def child(network: Network, parents: tuple[list[int], list[int]], random: Random) -> list[int]:
    """Cross two lists and swap a few neighbours."""
    order = _crossed(*parents, random)
    before = network.forward.before
    for _ in range(_SWAPS):
        place = random.randrange(max(1, len(order) - 1))
        pair = order[place : place + 2]
        if all(followed != pair[0] for followed, _ in before[pair[-1]]):
            order[place : place + 2] = reversed(pair)
    return order


def _crossed(mother: list[int], father: list[int], random: Random) -> list[int]:
    """Head and tail of one list, the middle in the order of the other (two-point crossover, Hartmann 1998)."""
    first, last = sorted((random.randrange(len(mother) + 1), random.randrange(len(mother) + 1)))
    head = mother[:first]
    taken = set(head)
    middle = [activity for activity in father if activity not in taken][: last - first]
    taken.update(middle)
    return [*head, *middle, *(activity for activity in mother if activity not in taken)]
