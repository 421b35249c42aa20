"""First and last day of an item, and of the whole plan."""

from datetime import date

from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import Day


def ends_of(item: str, schedule: Schedule) -> tuple[Day, Day]:
    """The days on which an item begins and ends."""
    dates = schedule.dates[item]
    return schedule.time.day_of_start(dates.early_start), schedule.time.day_of_finish(dates.early_finish)


def dates_of(item: str, schedule: Schedule) -> tuple[date, date] | None:
    """Its first and last date; nothing where the plan has no calendar's dates."""
    return _dated(*ends_of(item, schedule))


def dates_of_plan(schedule: Schedule) -> tuple[date, date] | None:
    """The first and the last date of all."""
    return _dated(schedule.time.day_of_start(schedule.start), schedule.time.day_of_finish(schedule.finish))


def told_dates(item: str, first: date, last: date) -> str:
    """Say when an item is."""
    return f'"{item}" is on {first}' if first == last else f'"{item}" is from {first} to {last}'


def _dated(first: Day, last: Day) -> tuple[date, date] | None:
    return (first.date, last.date) if first.date and last.date else None
