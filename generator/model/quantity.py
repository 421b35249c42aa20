"""Quantities of a plan: durations, bands, weeks, positions, thresholds, times.

Each keeps the author's spelling and prints it back; comparing and computing use the parsed fields.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """Units of working time."""

    MINUTE = "m"
    HOUR = "h"
    DAY = "d"
    WEEK = "w"


class Level(StrEnum):
    """Impact and probability of a risk."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """1 for low to 3 for high."""
        return ("low", "medium", "high").index(self) + 1


@dataclass(frozen=True)
class Duration:
    """An amount of working time, a day and a week as long as the calendar's; or of time elapsed by the clock."""

    amount: Decimal
    unit: Unit
    elapsed: bool
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text

    def minutes(self, day: int, week: int) -> int:
        """Its minutes, given the working minutes of a day and of a week; elapsed time needs neither."""
        if self.elapsed:
            day, week = 24 * 60, 7 * 24 * 60
        size = {Unit.MINUTE: 1, Unit.HOUR: 60, Unit.DAY: day, Unit.WEEK: week}[self.unit]
        return round(self.amount * size)


@dataclass(frozen=True)
class Estimate:
    """A duration, or three: optimistic, likely, pessimistic; the likely one drives the dates."""

    optimistic: Duration
    likely: Duration
    pessimistic: Duration

    def __str__(self) -> str:
        return (
            "/".join(map(str, (self.optimistic, self.likely, self.pessimistic)))
            if self.is_range
            else str(self.likely)
        )

    @property
    def is_range(self) -> bool:
        """Tell whether the author gave three points."""
        return self.optimistic is not self.pessimistic


@dataclass(frozen=True)
class Band:
    """A number of people from the fewest to the most: `2-3`."""

    low: int
    high: int

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"

    def __add__(self, other: "Band") -> "Band":
        return Band(self.low + other.low, self.high + other.high)


@dataclass(frozen=True)
class Weeks:
    """Calendar weeks of the plan, first and last included: `1-2`."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class Position:
    """A day told by the plan's own calendar: `W2D1` is Week 2 Day 1; with a minute where a time is told."""

    week: int
    day: int
    minute: int | None = None

    def __str__(self) -> str:
        time = f" {self.minute // 60}:{self.minute % 60:02}" if self.minute is not None else ""
        return f"W{self.week}D{self.day}{time}"


@dataclass(frozen=True)
class Threshold:
    """A bound on a figure, with its window where it has one: `> 3 in 5 min`, `under 500ms`."""

    operator: str
    amount: Decimal
    unit: str
    of: str
    window_minutes: Decimal | None
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class ClockTime:
    """A time of day, printed as the author wrote it: `9:00 AM`."""

    hour: int
    minute: int
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Shift:
    """Working hours without a break, in minutes after midnight."""

    start: int
    end: int
