"""The time axis: instants in minutes, and the calendar that says which of them are worked.

Minute 0 is midnight at the beginning of Week 1, whose first day is the calendar's first workday. A finish and
the next start may be different instants with no work between them (Friday 17:00, Monday 9:00).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.model.calendar import Calendar
from generator.model.quantity import Position

DAY = 24 * 60
WEEK_DAYS = 7
_CHUNK_DAYS = 366


@dataclass(frozen=True)
class Day:
    """A day of the plan: week, its number among the week's workdays (none on a day off), and date if known."""

    index: int
    week: int
    number: int | None
    weekday: int
    date: date | None


@dataclass
class WorkingTime:
    """One calendar laid on the time axis; grows as far as it is asked."""

    calendar: Calendar
    start_date: date | None
    first_weekday: int
    shifts: tuple[tuple[int, int], ...]
    workdays: frozenset[int]
    days_off: frozenset[int]
    _totals: list[int] = field(default_factory=lambda: [0])

    @property
    def day_minutes(self) -> int:
        """Working minutes of a workday."""
        return self.shifts[-1][1] - self.shifts[0][0] - sum(self._breaks())

    @property
    def week_minutes(self) -> int:
        """Working minutes of an ordinary week."""
        return self.day_minutes * len(self.workdays)

    def worked(self, instant: int) -> int:
        """Working minutes from the beginning of the axis to an instant."""
        day, minute = divmod(max(instant, 0), DAY)
        self._extend_to(day + 1)
        before = self._totals[day]
        if self._totals[day + 1] == before:
            return before
        return before + sum(max(0, min(minute, end) - begin) for begin, end in self.shifts)

    def between(self, begin: int, end: int) -> int:
        """Working minutes from one instant to another; negative if they are in the other order."""
        return self.worked(end) - self.worked(begin)

    def start_at(self, total: int) -> int:
        """The instant at which work goes on once `total` minutes are worked: after any break."""
        while self._totals[-1] <= total:
            self._extend_to(len(self._totals) + _CHUNK_DAYS)
        day = bisect_right(self._totals, total) - 1
        rest = total - self._totals[day]
        return day * DAY + self._minute(rest, following=True)

    def finish_at(self, total: int) -> int:
        """The instant at which `total` minutes are worked: before any break."""
        if total <= 0:
            return self.start_at(0)
        while self._totals[-1] < total:
            self._extend_to(len(self._totals) + _CHUNK_DAYS)
        day = bisect_left(self._totals, total) - 1
        return day * DAY + self._minute(total - self._totals[day], following=False)

    def is_workday(self, index: int) -> bool:
        """Tell whether a day, counted from the beginning of the axis, is worked."""
        return index >= 0 and index % WEEK_DAYS in self.workdays and index not in self.days_off

    def day(self, index: int) -> Day:
        """Tell a day, counted from 0 at the beginning of the axis."""
        weekday = index % WEEK_DAYS
        number = sorted(self.workdays).index(weekday) + 1 if weekday in self.workdays else None
        on = self.start_date + timedelta(days=index) if self.start_date else None
        return Day(index, index // WEEK_DAYS + 1, number, (self.first_weekday + weekday) % WEEK_DAYS, on)

    def day_of_start(self, instant: int) -> Day:
        """The day on which something that starts at an instant starts."""
        return self.day(instant // DAY)

    def day_of_finish(self, instant: int) -> Day:
        """The day on which something that finishes at an instant finishes."""
        return self.day(max(instant - 1, 0) // DAY)

    def day_index(self, when: Position | date) -> int | None:
        """Find a day told as week and day or as a date; nothing where the calendar has no such day."""
        if isinstance(when, date):
            return (when - self.start_date).days if self.start_date else None
        offsets = sorted(self.workdays)
        if when.day > len(offsets):
            return None
        return (when.week - 1) * WEEK_DAYS + offsets[when.day - 1]

    def begin_of_day(self, index: int) -> int:
        """The instant at which work begins on a day, or at which the day begins if it is a day off."""
        return index * DAY + (self.shifts[0][0] if self.is_workday(index) else 0)

    def end_of_day(self, index: int) -> int:
        """The instant at which work ends on a day."""
        return index * DAY + (self.shifts[-1][1] if self.is_workday(index) else DAY)

    def workdays_between(self, begin: int, end: int) -> int:
        """Count the workdays from the day of a start to the day of a finish, both included."""
        return sum(self.is_workday(day) for day in range(begin // DAY, max(end - 1, 0) // DAY + 1))

    def _minute(self, rest: int, *, following: bool) -> int:
        """The minute of a workday at which `rest` minutes of it are worked."""
        for begin, end in self.shifts:
            length = end - begin
            if rest < length or (rest == length and not following):
                return begin + rest
            rest -= length
        return self.shifts[-1][1]

    def _breaks(self) -> Iterable[int]:
        return (begin - end for (_, end), (begin, _) in zip(self.shifts, self.shifts[1:], strict=False))

    def _extend_to(self, days: int) -> None:
        while len(self._totals) <= days:
            index = len(self._totals) - 1
            self._totals.append(self._totals[-1] + (self.day_minutes if self.is_workday(index) else 0))


def lay_out(calendar: Calendar, start: date | None) -> WorkingTime:
    """Lay a calendar on the axis, Week 1 being the calendar week of the start."""
    first = calendar.workdays[0].number
    origin = start - timedelta(days=(start.weekday() - first) % WEEK_DAYS) if start else None
    off = frozenset((day - origin).days for day in calendar.days_off) if origin else frozenset[int]()
    return WorkingTime(
        calendar=calendar,
        start_date=origin,
        first_weekday=first,
        shifts=tuple(sorted((shift.start, shift.end) for shift in calendar.hours)),
        workdays=frozenset((day.number - first) % WEEK_DAYS for day in calendar.workdays),
        days_off=off,
    )
