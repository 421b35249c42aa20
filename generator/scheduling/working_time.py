"""The plan's calendar laid on the time axis: weeks, days and dates.

Minute 0 is midnight at the beginning of Week 1, whose first day is the calendar's first workday. A finish and
the next start may be different instants with no work between them (Friday 17:00, Monday 9:00).
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property

from generator.model.calendar import Calendar, Weekday
from generator.model.quantity import Position
from generator.scheduling.clock import DAY, WEEK_DAYS, Clock, Shifts, joined
from generator.scheduling.public_holidays import public_holidays

DayOff = Callable[[date], str | None]
"""Names the holiday on a date; nothing on other days."""


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
    """The plan's clock, and how its days are told.

    A day of work is as long as most workdays are, a week as long as all of them together.
    """

    clock: Clock
    start_date: date | None
    first_weekday: int
    workdays: frozenset[int]
    day_minutes: int
    week_minutes: int
    holiday_on: DayOff

    def is_workday(self, index: int) -> bool:
        """Tell whether a day, counted from the beginning of the axis, is worked."""
        return index >= 0 and bool(self.clock.shifts_on(index))

    def day(self, index: int) -> Day:
        """Tell a day, counted from 0 at the beginning of the axis; each is worked out once."""
        known = self._known_days
        if index not in known:
            known[index] = self._day(index)
        return known[index]

    def day_of_start(self, instant: int) -> Day:
        """The day on which something that starts at an instant starts."""
        return self.day(instant // DAY)

    def day_of_finish(self, instant: int) -> Day:
        """The day on which something that finishes at an instant finishes."""
        return self.day(max(instant - 1, 0) // DAY)

    def day_index(self, when: Position | date) -> int | None:
        """Find a day told as week and day or as a date; nothing where the calendar has no such day."""
        if isinstance(when, date):
            return when.toordinal() - self.start_date.toordinal() if self.start_date else None
        offsets = sorted(self.workdays)
        if when.day > len(offsets):
            return None
        return (when.week - 1) * WEEK_DAYS + offsets[when.day - 1]

    def begin_of_day(self, index: int) -> int:
        """The instant at which work begins on a day, or at which the day begins if it is a day off."""
        return begin_of_day(self.clock, index)

    def end_of_day(self, index: int) -> int:
        """The instant at which work ends on a day, or at which the day ends if it is a day off."""
        return end_of_day(self.clock, index)

    def workdays_between(self, begin: int, end: int) -> int:
        """Count the workdays from the day of a start to the day of a finish, both included."""
        return sum(self.is_workday(day) for day in range(begin // DAY, max(end - 1, 0) // DAY + 1))

    @cached_property
    def _known_days(self) -> dict[int, Day]:
        return {}

    def _day(self, index: int) -> Day:
        weekday = index % WEEK_DAYS
        number = sorted(self.workdays).index(weekday) + 1 if weekday in self.workdays else None
        on = self.start_date + timedelta(days=index) if self.start_date else None
        return Day(index, index // WEEK_DAYS + 1, number, (self.first_weekday + weekday) % WEEK_DAYS, on)


def minute_of(when: Position | date) -> int | None:
    """The minute of the day, where a time is told."""
    if isinstance(when, datetime):
        return when.hour * 60 + when.minute
    return when.minute if isinstance(when, Position) else None


def begin_of_day(clock: Clock, index: int) -> int:
    """The instant at which a clock's work begins on a day, or at which the day begins if it is a day off."""
    shifts = clock.shifts_on(index) if index >= 0 else ()
    return index * DAY + (shifts[0][0] if shifts else 0)


def end_of_day(clock: Clock, index: int) -> int:
    """The instant at which a clock's work ends on a day, or at which the day ends if it is a day off."""
    shifts = clock.shifts_on(index) if index >= 0 else ()
    return index * DAY + (shifts[-1][1] if shifts else DAY)


def lay_out(calendar: Calendar, start: date | None) -> WorkingTime:
    """Lay a plan's own calendar on the axis, Week 1 being the calendar week of the start."""
    first = calendar.workdays[0].number
    origin = start - timedelta(days=(start.weekday() - first) % WEEK_DAYS) if start else None
    holiday_on = _holidays(calendar)
    week = _ordinary_week(calendar, first)
    lengths = [sum(end - begin for begin, end in shifts) for shifts in week if shifts]
    usual = max(Counter(lengths).items(), key=lambda each: (each[1], each[0]), default=(1, 0))[0]
    workdays = frozenset((day.number - first) % WEEK_DAYS for day in calendar.workdays)
    clock = _clock(calendar, week, origin, holiday_on)
    return WorkingTime(clock, origin, first, workdays, usual, sum(lengths), holiday_on)


def clock_of(calendar: Calendar, time: WorkingTime) -> Clock:
    """Lay another calendar on the axis; the plan's days off hold in it unless it tells its own."""
    own = {"holidays", "country"} & calendar.model_fields_set
    week = _ordinary_week(calendar, time.first_weekday)
    return _clock(calendar, week, time.start_date, _holidays(calendar) if own else time.holiday_on)


def without_days(clock: Clock, away: frozenset[int]) -> Clock:
    """A clock that rests on some days, counted from the beginning of the axis."""
    return Clock(lambda day: () if day in away else clock.shifts_on(day))


def _clock(calendar: Calendar, week: tuple[Shifts, ...], origin: date | None, holiday_on: DayOff) -> Clock:
    if origin is None:
        return Clock(lambda day: week[day % WEEK_DAYS])
    begin, extra = origin, frozenset(calendar.worked)
    hours = [(shift.start, shift.end) for shift in calendar.hours]

    @cache
    def shifts_on(day: int) -> Shifts:
        on = begin + timedelta(days=day)
        if on in extra:
            return week[day % WEEK_DAYS] or joined(hours)
        return () if holiday_on(on) else week[day % WEEK_DAYS]

    return Clock(shifts_on)


def _ordinary_week(calendar: Calendar, first: int) -> tuple[Shifts, ...]:
    days = tuple(Weekday)
    ordered = (days[(first + offset) % WEEK_DAYS] for offset in range(WEEK_DAYS))
    return tuple(joined([(shift.start, shift.end) for shift in calendar.shifts_of(day)]) for day in ordered)


def _holidays(calendar: Calendar) -> DayOff:
    listed = {day: holiday.name for holiday in calendar.holidays for day in holiday.days}
    if not calendar.country:
        return listed.get
    public = public_holidays(calendar.country, calendar.region)
    return lambda day: listed.get(day) or public(day)
