"""A problem in the form that the search reads: numbers for keys, links as lists, time walked forward or mirrored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heapify, heappop, heappush

from generator.scheduling.levelling.capacity import FAR, Fields, Profile, lay_out, pack_capacity, pack_demand
from generator.scheduling.levelling.problem import Problem

Links = tuple[tuple[tuple[int, int], ...], ...]
"""For each activity, other ones and the least delay from one start to the other."""


@dataclass(frozen=True)
class Direction:
    """The network as one walks it: from the start on, or, with time mirrored, back from the finish."""

    before: Links
    after: Links
    earliest: tuple[int, ...]

    @cached_property
    def order(self) -> tuple[int, ...]:
        """What is followed first, else as numbered."""
        return tuple(feasible_order(self, range(len(self.before))))

    @cached_property
    def rank(self) -> tuple[int, ...]:
        """The place of each activity in that order."""
        places = {activity: place for place, activity in enumerate(self.order)}
        return tuple(places[activity] for activity in range(len(self.order)))

    @cached_property
    def has_leads(self) -> bool:
        """Whether an activity may start before one that it follows: then start times are no order to schedule in."""
        return any(lag < 0 for links in self.before for _, lag in links)


@dataclass(frozen=True)
class Network:
    """The problem, numbered; `guard` holds the guards of all fields.

    `latest` has the start that should be kept of each activity that has one.
    """

    keys: tuple[str, ...]
    durations: tuple[int, ...]
    needs: tuple[int, ...]
    fields: Fields
    guard: int
    profile: Profile
    forward: Direction
    backward: Direction
    latest: Mapping[int, int] = field(default_factory=dict)


def build_network(problem: Problem) -> Network:
    """Number the activities; a loop of precedences is a `ValueError` as soon as an order is asked for."""
    activities = problem.activities
    fields = lay_out(problem)
    durations = tuple(activity.duration for activity in activities)
    lags = _longest_lags(problem)
    mirrored = {(after, before): lag + durations[after] - durations[before] for (before, after), lag in lags.items()}
    return Network(
        keys=tuple(activity.key for activity in activities),
        durations=durations,
        needs=tuple(pack_demand(activity, fields) for activity in activities),
        fields=fields,
        guard=sum(field.guard for field in fields.values()),
        profile=pack_capacity(problem, fields),
        forward=_direction(lags, tuple(problem.earliest.get(activity.key, 0) for activity in activities)),
        backward=_direction(mirrored, (0,) * len(activities)),
        latest={
            number: problem.latest[each.key] for number, each in enumerate(activities) if each.key in problem.latest
        },
    )


def feasible_order(direction: Direction, priority: Sequence[float]) -> list[int]:
    """All activities, the lowest priority value first, yet none before one that it follows."""
    waiting = [len(links) for links in direction.before]
    ready = [(priority[each], each) for each, count in enumerate(waiting) if not count]
    heapify(ready)
    order: list[int] = []
    while ready:
        _, activity = heappop(ready)
        order.append(activity)
        for successor, _ in direction.after[activity]:
            waiting[successor] -= 1
            if not waiting[successor]:
                heappush(ready, (priority[successor], successor))
    if len(order) < len(waiting):
        raise ValueError("the precedences form a loop")
    return order


def _longest_lags(problem: Problem) -> dict[tuple[int, int], int]:
    """The lag from one activity to another; of several the longest."""
    number = {activity.key: index for index, activity in enumerate(problem.activities)}
    lags: dict[tuple[int, int], int] = {}
    for each in problem.precedences:
        ends = (number[each.before], number[each.after])
        lags[ends] = max(lags.get(ends, -FAR), each.lag)
    return dict(sorted(lags.items()))


def _direction(lags: Mapping[tuple[int, int], int], earliest: tuple[int, ...]) -> Direction:
    before: list[list[tuple[int, int]]] = [[] for _ in earliest]
    after: list[list[tuple[int, int]]] = [[] for _ in earliest]
    for (first, second), lag in lags.items():
        before[second].append((first, lag))
        after[first].append((second, lag))
    return Direction(tuple(map(tuple, before)), tuple(map(tuple, after)), earliest)
