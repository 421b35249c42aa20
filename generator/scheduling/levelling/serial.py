"""The serial schedule generation scheme: activities one by one, each as soon as it can.

Kelley 1963; Kolisch and Hartmann 1999. Every schedule that it makes is active: no activity alone can start earlier.
"""

from collections.abc import Iterable, Mapping, Sequence

from generator.scheduling.levelling.capacity import FAR, Profile
from generator.scheduling.levelling.network import Direction, Network, feasible_order
from generator.scheduling.levelling.timeline import Timeline

Starts = tuple[int, ...]


def schedule_forward(network: Network, order: Iterable[int]) -> Starts | None:
    """Start each activity as early as it fits, in an order that keeps precedences; None where one never fits."""
    return _place(network, network.forward, order, network.profile, network.forward.earliest)


def schedule_backward(
    network: Network, order: Iterable[int], finish: int, *, latest: Mapping[int, int] | None = None
) -> Starts | None:
    """Start each activity as late as it fits before a finish and by its latest, in an order from the last back."""
    earliest = list(network.backward.earliest)
    for activity, at in (latest or {}).items():
        earliest[activity] = max(earliest[activity], finish - at - network.durations[activity])
    mirrored = _place(network, network.backward, order, network.profile.mirrored(finish), earliest)
    if mirrored is None:
        return None
    return tuple(finish - start - duration for start, duration in zip(mirrored, network.durations, strict=True))


def shift_left(network: Network, starts: Sequence[int]) -> Starts:
    """Start activities of a schedule within capacity earlier, one by one, until none can: it becomes active."""
    timeline = occupied(network, starts)
    shifted = list(starts)
    while True:
        before = list(shifted)
        for activity in order_by_start(network, shifted):
            duration, need = network.durations[activity], network.needs[activity]
            timeline.change(shifted[activity], shifted[activity] + duration, -need)
            shifted[activity] = timeline.find(ready_time(network, shifted, activity), duration, need)[0]
            timeline.change(shifted[activity], shifted[activity] + duration, need)
        if shifted == before:
            return tuple(shifted)


def occupied(network: Network, starts: Sequence[int]) -> Timeline:
    """What a schedule leaves free."""
    timeline = Timeline(network.profile, network.guard)
    for start, duration, need in zip(starts, network.durations, network.needs, strict=True):
        timeline.change(start, start + duration, need)
    return timeline


def ready_time(network: Network, starts: Sequence[int], activity: int) -> int:
    """When an activity can start by its precedences in a schedule."""
    links = network.forward.before[activity]
    return max([network.forward.earliest[activity], *(starts[other] + lag for other, lag in links)])


def order_by_start(network: Network, starts: Sequence[int]) -> list[int]:
    """The order in which a schedule starts its activities."""
    return _order_by(network.forward, starts)


def order_by_finish(network: Network, starts: Sequence[int]) -> list[int]:
    """The order in which a schedule ends its activities, the last first."""
    return _order_by(network.backward, [-start - last for start, last in zip(starts, network.durations, strict=True)])


def finish_of(network: Network, starts: Sequence[int]) -> int:
    """When the last activity ends; zero where there is none."""
    return max((start + duration for start, duration in zip(starts, network.durations, strict=True)), default=0)


def _place(
    network: Network, direction: Direction, order: Iterable[int], profile: Profile, earliest: Sequence[int]
) -> Starts | None:
    before = direction.before
    durations, needs = network.durations, network.needs
    timeline = Timeline(profile, network.guard)
    find, take = timeline.find, timeline.take
    starts = [0] * len(durations)
    for activity in order:
        start = earliest[activity]
        for predecessor, lag in before[activity]:
            start = max(start, starts[predecessor] + lag)
        if need := needs[activity]:
            start, stretch = find(start, durations[activity], need)
            if start == FAR:
                return None
            take(stretch, start, start + durations[activity], need)
        starts[activity] = start
    return tuple(starts)


def _order_by(direction: Direction, values: Sequence[int]) -> list[int]:
    """Sorted by value where delays let that be an order to schedule in; equal values by what follows what."""
    if direction.has_leads:
        return feasible_order(direction, values)
    rank = direction.rank
    return sorted(range(len(values)), key=lambda activity: (values[activity], rank[activity]))
