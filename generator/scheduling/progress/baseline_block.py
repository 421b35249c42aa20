"""The computed dates as a baseline, ready to be pasted into the plan."""

from datetime import date

from generator.model.breakdown import Phase, Task, Wave
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import Day


def baseline_block(schedule: Schedule, *, set_on: date | None = None) -> str:
    """Write the days of every task, milestone and checkpoint; waves and phases follow from them."""
    items = [item for item in schedule.breakdown.items.values() if not isinstance(item, Phase | Wave)]
    lines = ["baseline:"]
    lines += [f"  set_on: {set_on}"] if set_on else []
    lines += ["  items:"] if items else ["  items: {}"]
    lines += [f"    {item.id}: {{{_days(item, schedule)}}}" for item in items]
    return "".join(f"{line}\n" for line in lines)


def _days(item: SchedItem, schedule: Schedule) -> str:
    dates, time = schedule.dates[item.id], schedule.time
    finish = f"finish: {_written(time.day_of_finish(dates.early_finish), schedule)}"
    if not isinstance(item, Task):
        return finish
    return f"start: {_written(time.day_of_start(dates.early_start), schedule)}, {finish}"


def _written(day: Day, schedule: Schedule) -> str:
    """Write a day as a date where the plan has a start, else as W1D1: a day off is told by the workday before it."""
    if day.date:
        return day.date.isoformat()
    while day.number is None:
        day = schedule.time.day(day.index - 1)
    return f"W{day.week}D{day.number}"
