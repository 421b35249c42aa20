"""Stretches of days and weeks, and where a text tells them."""

from dataclasses import dataclass
from datetime import date

WEEK = 7
QUARTERS = 4


@dataclass(frozen=True)
class Window:
    """A stretch of days, both ends included; where an end is not told it is missing. Scales are never compared."""

    scale: str
    first: int | None
    last: int | None
    grain: int = 1

    def __str__(self) -> str:
        ends = [each for each in (self._told(self.first), self._told(self.last)) if each]
        told = (
            "-".join(dict.fromkeys(ends))
            if self.scale == "week" and self.grain == WEEK
            else " to ".join(dict.fromkeys(ends))
        )
        return f"week {told}" if self.scale == "week" and self.grain == WEEK else told

    @property
    def is_whole(self) -> bool:
        """Tell whether both ends are known."""
        return self.first is not None and self.last is not None

    def coarse(self, grain: int) -> "Window":
        """Widen to whole weeks where another statement tells no days."""
        if self.scale != "week" or grain == self.grain:
            return self
        first = None if self.first is None else (self.first - 1) // WEEK * WEEK + 1
        last = None if self.last is None else -(-self.last // WEEK) * WEEK
        return Window(self.scale, first, last, WEEK)

    def _told(self, day: int | None) -> str:
        if day is None:
            return ""
        if self.scale == "date":
            return date.fromordinal(day).isoformat()
        if self.scale == "quarter":
            return f"Q{day % QUARTERS + 1} {day // QUARTERS}"
        if self.scale == "week":
            week, weekday = divmod(day - 1, WEEK)
            return f"{week + 1}" if self.grain == WEEK else f"week {week + 1} day {weekday + 1}"
        return f"{self.scale} {day}"


@dataclass(frozen=True)
class Found:
    """A stretch of time and where in the text it is told."""

    window: Window
    start: int
    end: int
    dated: bool = False
    """The year is written out."""


def week_window(first: int, last: int) -> Window:
    """Return whole weeks."""
    return Window("week", (first - 1) * WEEK + 1, last * WEEK, WEEK)


def backwards(found: Found) -> bool:
    """Tell whether a range ends before it starts."""
    window = found.window
    return window.first is not None and window.last is not None and window.first > window.last
