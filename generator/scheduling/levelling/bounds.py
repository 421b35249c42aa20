"""What no schedule can beat: the longest path, and the work that each resource has to do between heads and tails."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from generator.scheduling.levelling.capacity import FAR, Steps, steps_of
from generator.scheduling.levelling.network import Direction, Network
from generator.scheduling.levelling.problem import Problem

_THRESHOLDS = 48
"""Heads and tails looked at for each resource; beyond that they are sampled, which leaves the bound true."""


def early_starts(network: Network) -> tuple[int, ...]:
    """When each activity can start by precedences alone."""
    return _longest_paths(network.forward, network.forward.earliest)


def tails(network: Network) -> tuple[int, ...]:
    """How long at least it takes from the start of each activity to the end of all."""
    back = _longest_paths(network.backward, network.backward.earliest)
    return tuple(tail + duration for tail, duration in zip(back, network.durations, strict=True))


def late_starts(network: Network, ends: Sequence[int], finish: int) -> tuple[int, ...]:
    """The latest starts with which all ends by a finish, and each activity starts by its own latest."""
    starts = [finish - end for end in ends]
    for activity in reversed(network.forward.order) if network.latest else ():
        after = (starts[other] - lag for other, lag in network.forward.after[activity])
        starts[activity] = min([starts[activity], network.latest.get(activity, starts[activity]), *after])
    return tuple(starts)


def lower_bound(problem: Problem, network: Network) -> int:
    """The greater of the longest path and the bound of each resource."""
    heads, ends = early_starts(network), tails(network)
    longest = max((head + tail for head, tail in zip(heads, ends, strict=True)), default=0)
    return max([longest, *_resource_bounds(problem, network, heads, ends)])


def _longest_paths(direction: Direction, earliest: Sequence[int]) -> tuple[int, ...]:
    starts = list(earliest)
    for activity in direction.order:
        for predecessor, lag in direction.before[activity]:
            starts[activity] = max(starts[activity], starts[predecessor] + lag)
    return tuple(starts)


def _resource_bounds(problem: Problem, network: Network, heads: Sequence[int], ends: Sequence[int]) -> Iterator[int]:
    """For each resource, when it can have done its work at the earliest."""
    for resource, field in network.fields.items():
        work = [
            (head, end - duration, duration * field.amount(need))
            for head, end, duration, need in zip(heads, ends, network.durations, network.needs, strict=True)
            if field.amount(need)
        ]
        yield _work_bound(work, steps_of(problem, resource))


def _work_bound(work: list[tuple[int, int, int]], steps: Steps) -> int:
    """The most that any head, the work that has no earlier head and no shorter tail, and that tail take together."""
    bound = 0
    for head in _sampled({head for head, _, _ in work}):
        later = sorted(((tail, amount) for first, tail, amount in work if first >= head), reverse=True)
        amounts = list(accumulate(amount for _, amount in later))
        lengths = [-tail for tail, _ in later]
        for tail in _sampled({tail for tail, _ in later}):
            amount = amounts[bisect_left(lengths, -tail + 1) - 1]
            bound = max(bound, _done(head, amount, steps) + tail)
    return bound


def _sampled(values: set[int]) -> list[int]:
    ordered = sorted(values)
    step = -(-len(ordered) // _THRESHOLDS) or 1
    return ordered[::step]


def _done(begin: int, amount: int, steps: Steps) -> int:
    """When a resource that does nothing else from a time on has done an amount of work."""
    ends = [time for time, _ in steps[1:]] + [FAR]
    for (step, capacity), end in zip(steps, ends, strict=True):
        time = max(step, begin)
        if capacity > 0 and time + -(-amount // capacity) <= end:
            return time + -(-amount // capacity)
        amount -= max(0, capacity) * max(0, end - time)
    return FAR
