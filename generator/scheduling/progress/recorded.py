"""What a plan records of its work: days agreed, days on which work really began and ended, shares done.

Days are counted from the beginning of the time axis; a day that the plan's calendar does not have is as good as not
told, which a rule reports.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import WorkingTime

DONE = Decimal(100)


@dataclass(frozen=True)
class AgreedDays:
    """First and last day of an item in the baseline."""

    first: int
    last: int


def is_kept(schedule: Schedule) -> bool:
    """Tell whether the plan records any progress at all."""
    tasks = schedule.breakdown.tasks
    return any(task.percent_complete is not None or task.started or task.finished for task in tasks)


def is_complete(task: Task) -> bool:
    """Tell whether all of a task is done."""
    return task.finished is not None or task.percent_complete == DONE


def share_of(task: Task) -> float:
    """The share of a task that is done, from 0 to 1; what nobody tells counts as nothing."""
    return 1.0 if is_complete(task) else float((task.percent_complete or 0) / DONE)


def is_wait(task: Task) -> bool:
    """Tell whether a task passes by the clock, such as concrete that hardens, and nobody tells its progress."""
    length = task.duration or task.effort
    return task.percent_complete is None and bool(length and length.likely.elapsed)


def agreed_days(item: str, plan: Plan, time: WorkingTime) -> AgreedDays | None:
    """Find the days of an item in the baseline; a moment begins when it ends."""
    found = plan.baseline.items.get(item)
    last = time.day_index(found.finish) if found else None
    if found is None or last is None:
        return None
    first = time.day_index(found.start) if found.start else last
    return AgreedDays(last if first is None else min(first, last), last)


def last_day(item: str, schedule: Schedule) -> int:
    """The day on which an item was finished, else that on which it is to finish."""
    task = schedule.breakdown.items[item]
    finished = schedule.time.day_index(task.finished) if isinstance(task, Task) and task.finished else None
    return schedule.time.day_of_finish(schedule.dates[item].early_finish).index if finished is None else finished


def status_day(as_of: date | None, time: WorkingTime) -> int | None:
    """The status date as a day of the axis; nothing where there is none, or the plan has no start."""
    return time.day_index(as_of) if as_of else None


def is_workday(day: int, time: WorkingTime) -> bool:
    """Tell whether a day is worked; one before the axis, as agreed before a plan was put off, is an ordinary day."""
    if day >= 0:
        return time.is_workday(day)
    told = time.day(day)
    return told.number is not None and not (told.date and time.holiday_on(told.date))
