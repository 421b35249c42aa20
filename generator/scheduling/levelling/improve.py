"""Forward-backward improvement: pull a schedule to its finish, then back to its start, as long as that shortens it.

Tormos and Lova 2001; double justification in Valls, Ballestín and Quintanilla 2005.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.scheduling.levelling.network import Network
from generator.scheduling.levelling.serial import (
    Starts,
    finish_of,
    order_by_finish,
    order_by_start,
    schedule_backward,
    schedule_forward,
)

_SCHEDULES_OF_A_ROUND = 2


@dataclass(frozen=True, order=True)
class Candidate:
    """An active schedule within capacity; the better one is less late, finishes earlier, or delays less."""

    lateness: int
    finish: int
    total_of_starts: int
    starts: Starts = field(compare=False)


class Budget:
    """How many schedules may still be generated: a count, not a time, gives the same answer on every machine."""

    __slots__ = ("left", "spent")

    def __init__(self, schedules: int) -> None:
        """Begin with nothing spent."""
        self.left = schedules
        self.spent = 0

    def spend(self) -> None:
        """Count one schedule."""
        self.left -= 1
        self.spent += 1


def generate(network: Network, order: Sequence[int], budget: Budget) -> Candidate | None:
    """The schedule of an activity list; None where an activity finds no room."""
    budget.spend()
    starts = schedule_forward(network, order)
    if starts is None:
        return None
    return Candidate(lateness(network, starts), finish_of(network, starts), sum(starts), starts)


def lateness(network: Network, starts: Sequence[int]) -> int:
    """By how much activities start after their latest starts, all together."""
    return sum(max(0, starts[activity] - latest) for activity, latest in network.latest.items())


def justify(network: Network, candidate: Candidate, budget: Budget) -> Candidate:
    """Move all activities to the finish, the last first, then to the start in the order that gives; never worse."""
    if budget.left < _SCHEDULES_OF_A_ROUND:
        return candidate
    budget.spend()
    latest = {each: max(at, candidate.starts[each]) for each, at in network.latest.items()}
    order = order_by_finish(network, candidate.starts)
    late = schedule_backward(network, order, candidate.finish, latest=latest)
    again = None if late is None else generate(network, order_by_start(network, late), budget)
    return candidate if again is None else min(candidate, again)


def improve(network: Network, candidate: Candidate, budget: Budget) -> Candidate:
    """Justify until that no longer helps; never worse than what was given."""
    better = justify(network, candidate, budget)
    while better < candidate:
        candidate, better = better, justify(network, better, budget)
    return candidate
