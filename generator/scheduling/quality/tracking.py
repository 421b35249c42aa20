"""Points 9, 11 and 14: what was to be done by the status date, and what is."""

from collections.abc import Iterator
from decimal import Decimal

from generator.formatting import counted
from generator.model.breakdown import Task
from generator.scheduling.progress.recorded import agreed_days, is_complete, is_kept, is_wait, last_day
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import (
    FEWEST,
    PERCENT,
    Base,
    Found,
    Point,
    at_least,
    at_most,
    not_applicable,
    strictly,
)
from generator.scheduling.telling import compact

INDEX = Decimal("0.95")
"""What the indices of points 13 and 14 must reach."""


def invalid_dates(facts: Facts) -> Point:
    """Point 9: work told as done after the status date, or as still to be done before it."""
    if facts.today is None:
        return not_applicable("there is no status date")
    if not is_kept(facts.schedule):
        return not_applicable("no progress is told")
    found = (*actual_after_status(facts), *_forecast_before(facts, facts.today))
    whole = len(facts.schedule.breakdown.tasks)
    return strictly(at_most(found, Base(whole, "task", whole), 0))


def actual_after_status(facts: Facts) -> Iterator[Found]:
    """Yield each day that tells of work after the status date."""
    for task in facts.schedule.breakdown.tasks:
        for key in ("started", "finished"):
            when = getattr(task, key)
            day = facts.schedule.time.day_index(when) if when else None
            if day is not None and facts.today is not None and day > facts.today:
                told = f'"{task.id}" is told as {key} {when}, after the status date {facts.as_of}'
                yield Found(task.id, (*task.pointer, key), told)


def missed_tasks(facts: Facts, *, limit: int = PERCENT, fewest: int = FEWEST) -> Point:
    """Point 11: tasks that were agreed to be finished by the status date, and were finished late or not at all."""
    due = _due(facts)
    if isinstance(due, str):
        return not_applicable(due)
    base = Base(len(due), "due task", len(due), fewest)
    return strictly(at_most(_missed(due, facts), base, limit))


def execution_index(facts: Facts, *, least: Decimal = INDEX) -> Point:
    """Point 14: the baseline execution index, tasks complete for each that was agreed to be by now."""
    due = _due(facts)
    if isinstance(due, str):
        return not_applicable(due)
    complete = sum(is_complete(task) for task in facts.schedule.breakdown.tasks)
    told = f"{counted(complete, 'task')} complete, {len(due)} were to be by the status date"
    late = (Found("", ("baseline", "items"), told),)
    return at_least(Decimal(complete) / len(due), least, late)


def _due(facts: Facts) -> list[Task] | str:
    """The tasks agreed to be finished by the status date; or why there are none."""
    if not facts.plan.baseline.items:
        return "there is no baseline"
    if facts.today is None:
        return "there is no status date"
    work = (task for task in facts.schedule.breakdown.tasks if not is_wait(task))
    agreed = ((task, _agreed(task, facts)) for task in work)
    due = [task for task, day in agreed if day is not None and day <= facts.today]
    return due or "nothing was agreed to be finished by the status date"


def _agreed(task: Task, facts: Facts) -> int | None:
    days = agreed_days(task.id, facts.plan, facts.schedule.time)
    return days.last if days else None


def _missed(due: list[Task], facts: Facts) -> Iterator[Found]:
    time = facts.schedule.time
    for task in due:
        agreed = _agreed(task, facts) or 0
        finished = last_day(task.id, facts.schedule) if task.finished else None
        if is_complete(task) and (finished is None or finished <= agreed):
            continue
        how = f"was finished {compact(time.day(finished))}" if finished is not None else "is not finished"
        told = f'"{task.id}" {how}, agreed was {compact(time.day(agreed))}'
        yield Found(task.id, ("baseline", "items", task.id, "finish"), told)


def _forecast_before(facts: Facts, today: int) -> Iterator[Found]:
    for task in facts.remaining:
        dates, time = facts.schedule.dates[task.id], facts.schedule.time
        first, last = time.day_of_start(dates.early_start), time.day_of_finish(dates.early_finish)
        idle = task.percent_complete == 0 and not task.started
        if not is_wait(task) and (last.index < today or (idle and first.index < today)):
            verb, day = ("start", first) if idle else ("finish", last)
            yield Found(
                task.id, task.pointer, f'"{task.id}" is still to {verb} {compact(day)}, before the status date'
            )
