"""Times of day, for work that is shorter than a day and for moments within one: a run sheet, a night of switching."""

from generator.model.breakdown import Milestone, Task
from generator.scheduling.clock import DAY
from generator.scheduling.schedule import Schedule

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
    """A milestone at the end of a day's work is told by its day, as is a task of a day or more."""
    entry, time = schedule.breakdown.items[item], schedule.time
    if isinstance(entry, Task):
        return schedule.estimate(item).likely.minutes(time.day_minutes, time.week_minutes) < time.day_minutes
    at = schedule.dates[item].early_finish
    ends = time.end_of_day(time.day_of_finish(at).index)
    return isinstance(entry, Milestone) and at % DAY > 0 and at not in (schedule.start, ends)


def _time(minute: int) -> str:
    return f"{minute // _HOUR}:{minute % _HOUR:02}"
