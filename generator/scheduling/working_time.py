"""The plan's calendar laid on the time axis: weeks, days and dates.

Minute 0 is midnight at the beginning of Week 1, whose first day is the calendar's first workday. A finish and
the next start may be different instants with no work between them (Friday 17:00, Monday 9:00).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.calendar import Calendar
from generator.model.quantity import Position
from generator.scheduling.clock import DAY, WEEK_DAYS, Clock, Shifts


@dataclass(frozen=True)
class Day:
    """A day of the plan: week, its number among the week's workdays (none on a day off), and date if known."""

    index: int
    week: int
    number: int | None
    weekday: int
    date: date | None


@dataclass(frozen=True)
class WorkingTime:
    """The plan's clock, and how its days are told."""

    clock: Clock
    start_date: date | None
    first_weekday: int
    shifts: Shifts
    workdays: frozenset[int]

    @property
    def day_minutes(self) -> int:
        """Working minutes of a workday."""
        return sum(end - begin for begin, end in self.shifts)

    @property
    def week_minutes(self) -> int:
        """Working minutes of an ordinary week."""
        return self.day_minutes * len(self.workdays)

    def is_workday(self, index: int) -> bool:
        """Tell whether a day, counted from the beginning of the axis, is worked."""
        return index >= 0 and bool(self.clock.shifts_on(index))

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
        """The instant at which work ends on a day, or at which the day ends if it is a day off."""
        return index * DAY + (self.shifts[-1][1] if self.is_workday(index) else DAY)

    def workdays_between(self, begin: int, end: int) -> int:
        """Count the workdays from the day of a start to the day of a finish, both included."""
        return sum(self.is_workday(day) for day in range(begin // DAY, max(end - 1, 0) // DAY + 1))


def lay_out(calendar: Calendar, start: date | None) -> WorkingTime:
    """Lay a calendar on the axis, Week 1 being the calendar week of the start."""
    first = calendar.workdays[0].number
    origin = start - timedelta(days=(start.weekday() - first) % WEEK_DAYS) if start else None
    shifts = _joined(sorted((shift.start, shift.end) for shift in calendar.hours))
    workdays = frozenset((day.number - first) % WEEK_DAYS for day in calendar.workdays)
    week = tuple(shifts if offset in workdays else () for offset in range(WEEK_DAYS))
    off: dict[int, Shifts] = {(day - origin).days: () for day in sorted(calendar.days_off)} if origin else {}
    return WorkingTime(Clock(week, off), origin, first, shifts, workdays)


def _joined(shifts: list[tuple[int, int]]) -> Shifts:
    """Shifts that touch are one: no break lies between them."""
    joined = [shifts[0]]
    for begin, end in shifts[1:]:
        if begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return tuple(joined)
