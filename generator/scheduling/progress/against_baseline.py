"""What has changed since the plan was agreed: items that moved, and those that have come since."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.breakdown import Milestone, Phase, Task, Wave
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.scheduling.network import Role, node_key
from generator.scheduling.progress.recorded import (
    agreed_days,
    is_complete,
    is_kept,
    is_wait,
    is_workday,
    last_day,
    status_day,
)
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import WorkingTime


@dataclass(frozen=True)
class Move:
    """One item's last day as agreed and as it is now, and the workdays between: more where it is later.

    What is `unfinished` on the status date, though its last day is past, is later by the workdays until then.
    """

    item: str
    agreed: int
    now: int
    workdays: int
    unfinished: bool = False


def moves(plan: Plan, schedule: Schedule, as_of: date | None = None) -> Iterator[Move]:
    """Yield every item of the baseline whose last day is known, in the order of the plan."""
    today = status_day(as_of, schedule.time) if is_kept(schedule) else None
    for item in schedule.breakdown.items:
        days = agreed_days(item, plan, schedule.time)
        if days:
            now = last_day(item, schedule)
            unfinished = today is not None and now <= today and any(_open(item, schedule))
            until = today if unfinished and today is not None else now
            yield Move(item, days.last, now, workdays_later(days.last, until, schedule.time), unfinished)


def added(plan: Plan, schedule: Schedule) -> tuple[str, ...]:
    """Tasks and milestones that the baseline does not have; nothing where there is no baseline."""
    work = (item for item in schedule.breakdown.items.values() if isinstance(item, Task | Milestone))
    return tuple(item.id for item in work if plan.baseline.items and item.id not in plan.baseline.items)


def agreed_finish(plan: Plan, schedule: Schedule) -> int | None:
    """The last day of the plan in the baseline."""
    days = (agreed_days(item, plan, schedule.time) for item in plan.baseline.items)
    return max((each.last for each in days if each), default=None)


def _open(item: str, schedule: Schedule) -> Iterator[Task]:
    """Yield the work that is not done of an item: itself, what is in it, or what a milestone waits for."""
    found = schedule.breakdown.items[item]
    if isinstance(found, Task):
        tasks = [found]
    elif isinstance(found, Checkpoint):
        return
    else:
        end = node_key(found, Role.FINISH if isinstance(found, Wave | Phase) else Role.WORK)
        before = schedule.network.before([end])
        tasks = [task for task in schedule.breakdown.tasks if task.id in before]
    yield from (task for task in tasks if not is_complete(task) and not is_wait(task))


def workdays_later(before: int, after: int, time: WorkingTime) -> int:
    """Count the workdays by which one day is later than another; negative where it is earlier."""
    if after < before:
        return -workdays_later(after, before, time)
    return sum(is_workday(day, time) for day in range(before + 1, after + 1))
