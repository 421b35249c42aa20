"""Dates, durations and float of items in words: week and day, and the date where the plan has a start."""

from decimal import Decimal

from generator.formatting import counted, long_date, short_date
from generator.model.quantity import Duration, Estimate, Unit, Weeks
from generator.scheduling.clock import WEEK_DAYS
from generator.scheduling.hours import hours_of
from generator.scheduling.telling import brief_date, compact, iso_week, week_and_day, with_date
from generator.scheduling.working_time import Day, WorkingTime
from generator.snapshot import Snapshot
from generator.views._once import once

_UNITS = {Unit.MINUTE: "minute", Unit.HOUR: "hour", Unit.DAY: "day", Unit.WEEK: "week"}
_HOUR = 60


def days_of(item: str, snapshot: Snapshot) -> tuple[Day, Day]:
    """Find the first and the last day of an item; a moment has one day."""
    dates, time = snapshot.schedule.dates[item], snapshot.schedule.time
    last = time.day_of_finish(dates.early_finish)
    first = time.day_of_start(dates.early_start)
    return (first, last) if first.index <= last.index else (last, last)


def span_words(item: str, snapshot: Snapshot) -> str:
    """Week 1 Day 1 (Mon 5 Jan) to Week 1 Day 5 (Fri 9 Jan); with times of day where it is done by the hour."""
    first, last = days_of(item, snapshot)
    begin, end = hours_of(item, snapshot.schedule)
    if first != last:
        return f"{_at(with_date(first), begin)} to {_at(with_date(last), end)}"
    return _at(with_date(first), begin if begin == end else f"{begin} to {end}")


def span_cell(item: str, snapshot: Snapshot) -> str:
    """W1D1–W1D5 (5–9 Jan): the same for a table's cell."""
    first, last = days_of(item, snapshot)
    begin, end = hours_of(item, snapshot.schedule)
    if begin and first != last:
        return f"{_at(day_cell(first), begin)} – {_at(day_cell(last), end)}"
    days = compact(first) if first == last else f"{compact(first)}–{compact(last)}"
    dates = _dates(first, last)
    return _at(f"{days} ({dates})" if dates else days, begin if begin == end else f"{begin}–{end}")


def start_words(item: str, snapshot: Snapshot) -> str:
    """Week 1 Day 1 (Mon 5 Jan): the day on which an item starts."""
    return _at(with_date(days_of(item, snapshot)[0]), hours_of(item, snapshot.schedule)[0])


def finish_words(item: str, snapshot: Snapshot) -> str:
    """Week 1 Day 5 (Fri 9 Jan): the day on which an item finishes."""
    return _at(with_date(days_of(item, snapshot)[1]), hours_of(item, snapshot.schedule)[1])


def start_cell(item: str, snapshot: Snapshot) -> str:
    """W1D1 (5 Jan): the day of a start for a table's cell."""
    return _at(day_cell(days_of(item, snapshot)[0]), hours_of(item, snapshot.schedule)[0])


def finish_cell(item: str, snapshot: Snapshot) -> str:
    """W1D5 (9 Jan): the day of a finish for a table's cell."""
    return _at(day_cell(days_of(item, snapshot)[1]), hours_of(item, snapshot.schedule)[1])


def day_cell(day: Day) -> str:
    """W1D5 (9 Jan)."""
    return f"{compact(day)} ({brief_date(day)})" if day.date else compact(day)


def week_words(week: int, snapshot: Snapshot) -> str:
    """Week 1 (5–9 Jan), or Week 1 (5–9 Jan, 2026-W02) where ISO weeks are asked for."""
    return weeks_words(week, week, snapshot)


def weeks_words(begin: int, end: int, snapshot: Snapshot) -> str:
    """Weeks 1-3 (5–23 Jan): the same of several weeks."""
    time = snapshot.schedule.time
    offsets = sorted(time.workdays)
    first, last = time.day((begin - 1) * WEEK_DAYS + offsets[0]), time.day((end - 1) * WEEK_DAYS + offsets[-1])
    iso = "–".join(dict.fromkeys((iso_week(first), iso_week(last)))) if snapshot.plan.schedule.iso_weeks else ""
    dates = ", ".join(filter(None, (_dates(first, last), iso)))
    weeks = bare_weeks(Weeks(begin, end))
    return f"{weeks} ({dates})" if dates else weeks


def bare_weeks(weeks: Weeks) -> str:
    """Week 1, or Weeks 1-2."""
    return f"Week {weeks}" if weeks.first == weeks.last else f"Weeks {weeks}"


def whole_words(snapshot: Snapshot) -> str:
    """5 January 2026 to 6 February 2026: the whole plan."""
    schedule = snapshot.schedule
    first, last = schedule.time.day_of_start(schedule.start), schedule.time.day_of_finish(schedule.finish)
    if first.date and last.date:
        return " to ".join(dict.fromkeys((long_date(first.date), long_date(last.date))))
    return " to ".join(dict.fromkeys((week_and_day(first), week_and_day(last))))


def work_words(minutes: int, time: WorkingTime) -> str:
    """2 days, 4 hours, 1 day 4 hours: an amount of working time."""
    days, rest = divmod(abs(minutes), time.day_minutes)
    hours, left = divmod(rest, _HOUR)
    parts = [(days, "day"), (hours, "hour"), (left, "minute")]
    return " ".join(counted(count, noun) for count, noun in parts if count) or "0 days"


def spare_words(minutes: int, snapshot: Snapshot) -> str:
    """The same of float; 3.7 days where all work takes days, since waits by the clock leave odd minutes of them."""
    time = snapshot.schedule.time
    tenths = round(minutes * 10 / time.day_minutes)
    if tenths <= 0 or minutes % _HOUR == 0 or _has_short_work(snapshot):
        return work_words(minutes, time)
    return "1 day" if tenths == 10 else f"{tenths / 10:g} days"  # noqa: PLR2004 - ten tenths


@once
def _has_short_work(snapshot: Snapshot) -> bool:
    schedule = snapshot.schedule
    likely = (schedule.estimate(task.id).likely for task in schedule.breakdown.tasks)
    day, week = schedule.time.day_minutes, schedule.time.week_minutes
    return any(each.minutes(day, week) % day for each in likely if not each.elapsed)


def lag_words(duration: Duration) -> str:
    """2 days, or 3 elapsed days: a duration in its author's unit."""
    noun = f"{'elapsed ' if duration.elapsed else ''}{_UNITS[duration.unit]}"
    return f"{_amount(duration.amount)} {noun if duration.amount == 1 else noun + 's'}"


def duration_words(estimate: Estimate) -> str:
    """5 days (3–8): the likely duration, and the range where three points are given."""
    points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    likely = lag_words(estimate.likely)
    if not estimate.is_range:
        return likely
    if len({point.unit for point in points}) == 1:
        return f"{likely} ({_amount(points[0].amount)}–{_amount(points[2].amount)})"
    return f"{likely} ({lag_words(points[0])} to {lag_words(points[2])})"


def _at(day: str, hours: str) -> str:
    return f"{day} {hours}" if hours else day


def _amount(amount: Decimal) -> str:
    return format(amount.normalize(), "f")


def _dates(first: Day, last: Day) -> str:
    if not first.date or not last.date:
        return ""
    if first.date == last.date:
        return brief_date(first)
    told_last = brief_date(last)
    if first.date.year != last.date.year:
        year = f" {first.date.year}" if told_last != short_date(last.date) else ""
        return f"{short_date(first.date)}{year}–{told_last}"
    return f"{first.date.day if first.date.month == last.date.month else short_date(first.date)}–{told_last}"
