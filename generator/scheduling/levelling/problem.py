"""What is to be levelled: activities with demands, least delays between their starts, and capacities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Which ends of two activities a precedence ties."""

    FINISH_TO_START = "FS"
    START_TO_START = "SS"
    FINISH_TO_FINISH = "FF"
    START_TO_FINISH = "SF"


@dataclass(frozen=True)
class Activity:
    """Work that is not interrupted, and what it takes of each resource as long as it lasts."""

    key: str
    duration: int
    demand: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what no schedule can mean."""
        if self.duration < 0 or any(amount < 0 for amount in self.demand.values()):
            raise ValueError(f'duration and demand of "{self.key}" must not be negative')


@dataclass(frozen=True)
class Precedence:
    """One activity starts at least `lag` after the start of another; a negative lag lets it start before."""

    before: str
    after: str
    lag: int


@dataclass(frozen=True)
class Problem:
    """Activities to place in time.

    Before its first step a resource has its `capacity`, from the time of each step on the amount of that step. A
    resource without a capacity is not limited. An activity that `earliest` does not name may start at zero; one that
    `latest` names should have started by then, which matters more than the finish of all.
    """

    activities: tuple[Activity, ...]
    precedences: tuple[Precedence, ...] = ()
    capacity: Mapping[str, int] = field(default_factory=dict)
    steps: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    earliest: Mapping[str, int] = field(default_factory=dict)
    latest: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse names that lead nowhere; loops are refused where the activities are put in order."""
        keys = {activity.key for activity in self.activities}
        if len(keys) < len(self.activities):
            raise ValueError("two activities have the same key")
        named = {end for each in self.precedences for end in (each.before, each.after)} | {
            *self.earliest,
            *self.latest,
        }
        if unknown := sorted(named - keys):
            raise ValueError(f'unknown activity "{unknown[0]}"')
        if stray := sorted(set(self.steps) - set(self.capacity)):
            raise ValueError(f'steps without a capacity: "{stray[0]}"')


def precedence(before: Activity, after: Activity, kind: Kind = Kind.FINISH_TO_START, lag: int = 0) -> Precedence:
    """Express a dependency of any kind as a least delay between two starts."""
    from_start = before.duration if kind in (Kind.FINISH_TO_START, Kind.FINISH_TO_FINISH) else 0
    to_finish = after.duration if kind in (Kind.FINISH_TO_FINISH, Kind.START_TO_FINISH) else 0
    return Precedence(before.key, after.key, from_start + lag - to_finish)
