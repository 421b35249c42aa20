"""What is free of all resources, as one whole number for each stretch of time.

Each resource has a field of bits in that number, wide enough for any amount, with a guard on top: one more bit that
is set. Taking a demand from what is free leaves all guards set exactly where every resource suffices, so that one
subtraction compares them all.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from generator.scheduling.levelling.problem import Activity, Problem

FAR = 1 << 60
"""Later than any time; its negative is earlier than any."""

Steps = list[tuple[int, int]]


@dataclass(frozen=True)
class Field:
    """Where the amount of one resource lies; the bit above it is the guard."""

    offset: int
    width: int

    @property
    def guard(self) -> int:
        """The bit that stays set as long as the resource suffices."""
        return 1 << self.offset + self.width

    def amount(self, packed: int) -> int:
        """What a packed number holds of the resource."""
        return packed >> self.offset & (1 << self.width) - 1


Fields = Mapping[str, Field]


@dataclass(frozen=True)
class Profile:
    """What is free from each time on until the next; nothing is from the last on."""

    times: tuple[int, ...]
    free: tuple[int, ...]

    def mirrored(self, finish: int) -> "Profile":
        """The same, read back from a finish at which the mirrored time is zero."""
        times = (finish - time for time in reversed(self.times[1:-1]))
        return Profile((-FAR, *times, FAR), (*reversed(self.free[:-1]), 0))


def steps_of(problem: Problem, resource: str) -> Steps:
    """The capacity of a resource from each time on, in order of time; the first is from ever."""
    return [(-FAR, problem.capacity[resource]), *sorted(problem.steps.get(resource, ()))]


def lay_out(problem: Problem) -> dict[str, Field]:
    """Give a field to each limited resource that somebody needs."""
    fields: dict[str, Field] = {}
    offset = 0
    for resource in problem.capacity:
        if demand := max((each.demand.get(resource, 0) for each in problem.activities if each.duration), default=0):
            width = max(demand, *(amount for _, amount in steps_of(problem, resource))).bit_length()
            fields[resource] = Field(offset, width)
            offset += width + 1
    return fields


def pack_demand(activity: Activity, fields: Fields) -> int:
    """All demands of an activity in one number; none where it takes no time."""
    if not activity.duration:
        return 0
    return sum(activity.demand.get(resource, 0) << field.offset for resource, field in fields.items())


def pack_capacity(problem: Problem, fields: Fields) -> Profile:
    """All capacities over time, with the guards set."""
    steps = {resource: steps_of(problem, resource) for resource in fields}
    times = sorted({-FAR, *(time for each in steps.values() for time, _ in each)})
    free = (
        sum(field.guard + (_amount_at(steps[resource], time) << field.offset) for resource, field in fields.items())
        for time in times
    )
    return Profile((*times, FAR), (*free, 0))


def _amount_at(steps: Steps, time: int) -> int:
    return max(0, steps[bisect_right(steps, time, key=lambda step: step[0]) - 1][1])
