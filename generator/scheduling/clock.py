"""Counts worked minutes along the time axis, and finds the instant at which a count is reached.

Instants before the axis begins count minute by minute on every clock: late dates get there when a plan is late
before it starts, and a count must lead back to the instant that it came from.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

DAY = 24 * 60
WEEK_DAYS = 7
LONGEST_WEEKS = 5200
"""A hundred years: a plan that reaches beyond it holds a slip of the pen."""
_CHUNK_DAYS = 366

Shifts = tuple[tuple[int, int], ...]
"""Stretches of work in minutes after midnight, in order, none touching the next."""


@dataclass(frozen=True)
class Clock:
    """When work is done: the shifts of each day of the week from the axis's first day on, and days that differ."""

    week: tuple[Shifts, ...]
    exceptions: Mapping[int, Shifts] = field(default_factory=dict)
    _totals: list[int] = field(default_factory=lambda: [0], repr=False, compare=False)

    def shifts_on(self, day: int) -> Shifts:
        """The shifts of one day, counted from the beginning of the axis."""
        return self.exceptions.get(day, self.week[day % WEEK_DAYS])

    def worked(self, instant: int) -> int:
        """Worked minutes from the beginning of the axis to an instant."""
        if instant <= 0:
            return instant
        day, minute = divmod(instant, DAY)
        if day + 1 >= len(self._totals):
            self._extend(day + 1)
        before = self._totals[day]
        if not minute or self._totals[day + 1] == before:
            return before
        return before + sum(max(0, min(minute, end) - begin) for begin, end in self.shifts_on(day))

    def between(self, begin: int, end: int) -> int:
        """Worked minutes from one instant to another; negative if they are in the other order."""
        return self.worked(end) - self.worked(begin)

    def start_at(self, total: int) -> int:
        """The instant at which work goes on once `total` minutes are worked: after any break."""
        if total < 0:
            return total
        while self._totals[-1] <= total:
            self._extend(len(self._totals) + _CHUNK_DAYS)
        day = bisect_right(self._totals, total) - 1
        return day * DAY + _minute(self.shifts_on(day), total - self._totals[day], following=True)

    def finish_at(self, total: int) -> int:
        """The instant at which `total` minutes are worked: before any break."""
        if total <= 0:
            return total or self.start_at(0)
        while self._totals[-1] < total:
            self._extend(len(self._totals) + _CHUNK_DAYS)
        day = bisect_left(self._totals, total) - 1
        return day * DAY + _minute(self.shifts_on(day), total - self._totals[day], following=False)

    def _extend(self, days: int) -> None:
        for day in range(len(self._totals) - 1, days):
            self._totals.append(self._totals[-1] + sum(end - begin for begin, end in self.shifts_on(day)))


ALWAYS = Clock(week=(((0, DAY),),) * WEEK_DAYS)
"""Elapsed time: every minute counts."""


def _minute(shifts: Shifts, rest: int, *, following: bool) -> int:
    """The minute of a day at which `rest` minutes of it are worked."""
    for begin, end in shifts:
        length = end - begin
        if rest < length or (rest == length and not following):
            return begin + rest
        rest -= length
    return shifts[-1][1]
