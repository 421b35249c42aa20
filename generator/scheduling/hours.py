"""Times of day, for work that is shorter than a day and for moments within one: a run sheet, a night of switching."""

from datetime import date

from generator.model.breakdown import Milestone, Task
from generator.model.quantity import Duration, Position, Unit
from generator.scheduling.clock import DAY
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import WorkingTime, minute_of

_HOUR = 60


def hours_of(item: str, schedule: Schedule) -> tuple[str, str]:
    """When an item starts and finishes, 10:00 and 10:45; both empty where the day alone tells it."""
    if not _told_by_the_hour(item, schedule):
        return "", ""
    dates = schedule.dates[item]
    finish = _time(max(dates.early_finish - 1, 0) % DAY + 1)
    moment = dates.early_start == dates.early_finish
    return finish if moment else _time(dates.early_start % DAY), finish


def _told_by_the_hour(item: str, schedule: Schedule) -> bool:
    """A milestone at the end of a day's work is told by its day, as is a task of a day or more that is not timed."""
    entry, time = schedule.breakdown.items[item], schedule.time
    if isinstance(entry, Task):
        return _is_timed(entry.start) or _is_short(schedule.estimate(item).likely, time)
    at = schedule.dates[item].early_finish
    ends = time.end_of_day(time.day_of_finish(at).index)
    return isinstance(entry, Milestone) and at % DAY > 0 and at not in (schedule.start, ends)


def _is_short(length: Duration, time: WorkingTime) -> bool:
    """Tell whether a task is shorter than a day's work, or told in hours that are no whole days of it."""
    minutes, day = length.minutes(time.day_minutes, time.week_minutes), time.day_minutes
    return minutes < day or (length.unit in (Unit.MINUTE, Unit.HOUR) and minutes % day > 0 and minutes < DAY)


def _is_timed(start: object) -> bool:
    return isinstance(start, Position | date) and minute_of(start) is not None


def _time(minute: int) -> str:
    return f"{minute // _HOUR}:{minute % _HOUR:02}"
