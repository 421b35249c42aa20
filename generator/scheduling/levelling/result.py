"""What levelling answers: a schedule with every delay explained, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Hold:
    """A resource that was short: of `capacity` at a moment, others hold so much that the demand does not fit."""

    resource: str
    at: int
    demand: int
    capacity: int
    activities: tuple[str, ...]


@dataclass(frozen=True)
class Move:
    """An activity that starts later than precedences alone would have it.

    Its predecessors, delayed themselves, leave it free to start at `ready`; `behind` names those that do, if that is
    later than its early start. If it starts later still, `holds` tells what was short when it was ready.
    """

    activity: str
    early_start: int
    ready: int
    start: int
    behind: tuple[str, ...]
    holds: tuple[Hold, ...]

    @property
    def delay(self) -> int:
        """By how much levelling has moved the activity."""
        return self.start - self.early_start


@dataclass(frozen=True)
class Levelled:
    """A schedule within capacity; no schedule can finish before the lower bound."""

    starts: Mapping[str, int]
    finish: int
    early_finish: int
    lower_bound: int
    moves: tuple[Move, ...]
    schedules: int

    @property
    def cost(self) -> int:
        """By how much the finish is later than precedences alone would have it."""
        return self.finish - self.early_finish

    @property
    def optimal(self) -> bool:
        """Whether the lower bound proves that nothing finishes earlier."""
        return self.finish == self.lower_bound


@dataclass(frozen=True)
class Shortage:
    """A demand that never fits, even with nothing else at work: it is over the capacity, or outlasts it."""

    activity: str
    resource: str
    demand: int
    capacity: int


@dataclass(frozen=True)
class Unlevelled:
    """No schedule within capacity: demands that never fit or, without any, capacity that ran out in each tried."""

    shortages: tuple[Shortage, ...]
