"""Points 5 to 8, and 10: what is said of each task, and what follows from it."""

from collections.abc import Iterator

from generator.model.breakdown import Task
from generator.scheduling.progress.recorded import is_wait
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST, PERCENT, Base, Found, Point, at_most, not_applicable, strictly
from generator.scheduling.schedule import Schedule

WORKDAYS = 44
"""Two months of work: longer than that nobody can look ahead, or back."""
_HARD = ("start_on", "start_by", "finish_on", "finish_by")


def hard_dates(facts: Facts, *, limit: int = PERCENT, fewest: int = FEWEST) -> Point:
    """Point 5: tasks that are held to a day whatever their predecessors do."""
    return at_most(_held(facts), facts.among_tasks(fewest), limit)


def high_float(facts: Facts, *, workdays: int = WORKDAYS, limit: int = PERCENT, fewest: int = FEWEST) -> Point:
    """Point 6: tasks that can slip so far that something they belong to must have been left out."""
    return at_most(_floating(facts, workdays), facts.among_tasks(fewest), limit)


def negative_float(facts: Facts, *, limit: int = 0, fewest: int = FEWEST) -> Point:
    """Point 7: tasks that would have to be done sooner than they can be."""
    return at_most(_late(facts), facts.among_tasks(fewest), limit)


def long_tasks(facts: Facts, *, workdays: int = WORKDAYS, limit: int = PERCENT, fewest: int = FEWEST) -> Point:
    """Point 8: tasks too long to be tracked from one status date to the next."""
    return strictly(at_most(_long(facts, workdays), facts.among_tasks(fewest), limit))


def unstaffed(facts: Facts, *, limit: int = 0, fewest: int = FEWEST) -> Point:
    """Point 10: tasks that nobody is there for, in a plan that tells who is."""
    work = [task for task in facts.remaining if not is_wait(task)]
    bare = [task for task in work if not _staffed(task, facts)]
    if len(bare) == len(work):
        return not_applicable("the plan assigns nobody" if work else "there is no task")
    found = (Found(task.id, task.pointer, f'"{task.id}" has nobody to do it') for task in bare)
    return at_most(found, Base(len(work), "task", len(facts.remaining), fewest), limit)


def _held(facts: Facts) -> Iterator[Found]:
    for task in facts.remaining:
        key = next((each for each in _HARD if getattr(task, each) is not None), None)
        if key:
            told = f'"{task.id}" is held to a day: {key} {getattr(task, key)}'
            yield Found(task.id, (*task.pointer, key), told)


def _floating(facts: Facts, workdays: int) -> Iterator[Found]:
    day = facts.schedule.time.day_minutes
    for task in facts.remaining:
        slack = facts.schedule.dates[task.id].total_float
        if slack > workdays * day:
            yield Found(task.id, task.pointer, f'"{task.id}" has {_days(slack, day)} of float, more than {workdays}d')


def _late(facts: Facts) -> Iterator[Found]:
    day = facts.schedule.time.day_minutes
    for task in facts.remaining:
        slack = facts.schedule.dates[task.id].total_float
        if slack < 0:
            yield Found(task.id, task.pointer, f'"{task.id}" is {_days(-slack, day)} too late for what follows')


def _long(facts: Facts, workdays: int) -> Iterator[Found]:
    day = facts.schedule.time.day_minutes
    for task in facts.remaining:
        minutes = _working_minutes(task, facts.schedule)
        if not is_wait(task) and minutes > workdays * day:
            key = "duration" if task.duration else "effort"
            told = f'"{task.id}" takes {_days(minutes, day)}, more than {workdays}d'
            yield Found(task.id, (*task.pointer, key), told)


def _working_minutes(task: Task, schedule: Schedule) -> int:
    """What a task takes; of one by the clock, the hours of work that pass meanwhile."""
    length = task.duration or task.effort
    if length is None or not length.likely.elapsed:
        return schedule.network.nodes[task.id].minutes
    dates = schedule.dates[task.id]
    return schedule.time.clock.between(dates.early_start, dates.early_finish)


def _staffed(task: Task, facts: Facts) -> bool:
    wave = facts.schedule.breakdown.wave_of(task.id)
    return bool(task.needs or task.people or task.owner or (wave and wave.team))


def _days(minutes: int, day: int) -> str:
    return f"{round(minutes / day, 2):g}d"
