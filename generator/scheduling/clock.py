"""Counts worked minutes along the time axis, and finds the instant at which a count is reached.

Before the axis begins, and after a hundred years, every clock counts minute by minute: late dates get there when a
plan is late before it starts, and a count must lead back to the instant that it came from; and a clock that never
works again comes to an end all the same.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

DAY = 24 * 60
WEEK_DAYS = 7
LONGEST_WEEKS = 5200
"""A hundred years: a plan that reaches beyond it holds a slip of the pen."""
_LAST_DAY = LONGEST_WEEKS * WEEK_DAYS
_CHUNK_DAYS = 366

Shifts = tuple[tuple[int, int], ...]
"""Stretches of work in minutes after midnight, in order, none touching the next."""
WHOLE_DAY: Shifts = ((0, DAY),)


@dataclass(frozen=True, eq=False)
class Clock:
    """When work is done, told by the shifts of each day, counted from the beginning of the axis."""

    pattern: Callable[[int], Shifts]
    _totals: list[int] = field(default_factory=lambda: [0], repr=False)
    _known: dict[int, int] = field(default_factory=dict, repr=False)

    def shifts_on(self, day: int) -> Shifts:
        """The shifts of one day, counted from the beginning of the axis."""
        return self.pattern(day) if day < _LAST_DAY else WHOLE_DAY

    def worked(self, instant: int) -> int:
        """Worked minutes from the beginning of the axis to an instant."""
        if instant <= 0:
            return instant
        if instant not in self._known:
            self._known[instant] = self._count(instant)
        return self._known[instant]

    def _count(self, instant: int) -> int:
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

    def ever_works(self) -> bool:
        """Tell whether it works at all within a hundred years."""
        return any(self.shifts_on(day) for day in range(_LAST_DAY))

    def _extend(self, days: int) -> None:
        for day in range(len(self._totals) - 1, days):
            self._totals.append(self._totals[-1] + sum(end - begin for begin, end in self.shifts_on(day)))


ALWAYS = Clock(lambda _: WHOLE_DAY)
"""Elapsed time: every minute counts."""


def while_any(clocks: tuple[Clock, ...]) -> Clock:
    """Work goes on while any of some clocks works."""
    return Clock(lambda day: joined([shift for clock in clocks for shift in clock.shifts_on(day)]))


def while_both(one: Clock, other: Clock) -> Clock:
    """Work goes on while two clocks both work."""
    return Clock(lambda day: _common(one.shifts_on(day), other.shifts_on(day)))


def joined(shifts: list[tuple[int, int]]) -> Shifts:
    """Put shifts in order; those that touch are one: no break lies between them."""
    done: list[tuple[int, int]] = []
    for begin, end in sorted(shifts):
        if done and begin <= done[-1][1]:
            done[-1] = (done[-1][0], max(end, done[-1][1]))
        else:
            done.append((begin, end))
    return tuple(done)


def _common(some: Shifts, others: Shifts) -> Shifts:
    pairs = ((max(one[0], other[0]), min(one[1], other[1])) for one in some for other in others)
    return tuple((begin, end) for begin, end in pairs if begin < end)


def _minute(shifts: Shifts, rest: int, *, following: bool) -> int:
    """The minute of a day at which `rest` minutes of it are worked."""
    for begin, end in shifts:
        length = end - begin
        if rest < length or (rest == length and not following):
            return begin + rest
        rest -= length
    return shifts[-1][1]
