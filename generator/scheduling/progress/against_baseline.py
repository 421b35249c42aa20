"""What has changed since the plan was agreed: items that moved, and those that have come since."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.breakdown import Milestone, Task
from generator.model.plan import Plan
from generator.scheduling.progress.recorded import agreed_days, is_workday, last_day
from generator.scheduling.schedule import Schedule
from generator.scheduling.working_time import WorkingTime


@dataclass(frozen=True)
class Move:
    """One item's last day as agreed and as it is now, and the workdays between: more where it is later."""

    item: str
    agreed: int
    now: int
    workdays: int


def moves(plan: Plan, schedule: Schedule) -> Iterator[Move]:
    """Yield every item of the baseline whose last day is known, in the order of the plan."""
    for item in schedule.breakdown.items:
        days = agreed_days(item, plan, schedule.time)
        if days:
            now = last_day(item, schedule)
            yield Move(item, days.last, now, workdays_later(days.last, now, schedule.time))


def added(plan: Plan, schedule: Schedule) -> tuple[str, ...]:
    """Tasks and milestones that the baseline does not have; nothing where there is no baseline."""
    work = (item for item in schedule.breakdown.items.values() if isinstance(item, Task | Milestone))
    return tuple(item.id for item in work if plan.baseline.items and item.id not in plan.baseline.items)


def agreed_finish(plan: Plan, schedule: Schedule) -> int | None:
    """The last day of the plan in the baseline."""
    days = (agreed_days(item, plan, schedule.time) for item in plan.baseline.items)
    return max((each.last for each in days if each), default=None)


def workdays_later(before: int, after: int, time: WorkingTime) -> int:
    """Count the workdays by which one day is later than another; negative where it is earlier."""
    if after < before:
        return -workdays_later(after, before, time)
    return sum(is_workday(day, time) for day in range(before + 1, after + 1))
