"""How far a plan is: its planned and earned value at the status date, and the time it has earned.

A task weighs its working time times the people at work on it, one where nobody is told. It is planned to be done
evenly between its agreed days, or between its computed dates where none are agreed.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.model.breakdown import Task
from generator.model.plan import Plan
from generator.scheduling.clock import DAY
from generator.scheduling.progress.earned_schedule import earned_schedule
from generator.scheduling.progress.recorded import agreed_days, is_kept, is_wait, is_workday, share_of, status_day
from generator.scheduling.schedule import Schedule
from generator.scheduling.staffing import people_on


@dataclass(frozen=True)
class Measured:
    """Values in minutes of one person's work, times in workdays from the first day of the plan to the status date."""

    budget: float
    planned: float
    earned: float
    time_earned: float
    time_gone: int
    time_planned: int


def measure(plan: Plan, schedule: Schedule, as_of: date | None) -> Measured | None:
    """Measure a plan that has a status date and records progress; nothing of others."""
    today = status_day(as_of, schedule.time)
    if today is None or not is_kept(schedule):
        return None
    curve = Curve(plan, schedule, schedule.breakdown.tasks)
    if not curve.budget:
        return None
    earned = sum(weight * share_of(task) for task, weight in curve.weighed)
    days = curve.workdays
    reached = earned_schedule(earned, curve.by_workday, periods=len(days))
    gone = sum(1 for day in days if day <= today) + _workdays_after(days[-1] if days else today, today, schedule)
    return Measured(curve.budget, curve.by_end_of(today), earned, reached, gone, len(days))


def share_done(plan: Plan, schedule: Schedule, tasks: Collection[Task]) -> float | None:
    """The share of some tasks' work that is done; nothing where they take none."""
    return share_of_weighed(Curve(plan, schedule, tasks).weighed)


def share_of_weighed(weighed: Collection[tuple[Task, float]]) -> float | None:
    """The same of tasks with their weights."""
    budget = sum(weight for _, weight in weighed)
    return sum(weight * share_of(task) for task, weight in weighed) / budget if budget else None


def share_planned(plan: Plan, schedule: Schedule, as_of: date | None) -> float | None:
    """The share of all work that is to be done by the end of the status date."""
    today = status_day(as_of, schedule.time)
    curve = Curve(plan, schedule, schedule.breakdown.tasks)
    return curve.by_end_of(today) / curve.budget if today is not None and curve.budget else None


@dataclass(frozen=True)
class Curve:
    """What is to be done of some tasks by when."""

    plan: Plan
    schedule: Schedule
    tasks: Collection[Task]

    @cached_property
    def weighed(self) -> tuple[tuple[Task, float], ...]:
        """Each task with its weight; a wait weighs nothing."""
        return tuple((task, 0.0 if is_wait(task) else self._weight(task)) for task in self.tasks)

    @cached_property
    def budget(self) -> float:
        """The weight of all."""
        return sum(weight for _, weight in self.weighed)

    @cached_property
    def workdays(self) -> tuple[int, ...]:
        """The workdays from the first agreed or computed start to the last finish."""
        first = min((begin for begin, _ in self._spans.values()), default=0) // DAY
        last = max((end for _, end in self._spans.values()), default=0)
        return tuple(day for day in range(first, -(-last // DAY)) if is_workday(day, self.schedule.time))

    def by_workday(self, number: int) -> float:
        """The value planned by the end of a workday, counted from 1; all of it by the last."""
        if number >= len(self.workdays):
            return self.budget
        return self.by_end_of(self.workdays[number - 1]) if number else 0.0

    def by_end_of(self, day: int) -> float:
        """The value planned by the end of a day."""
        at = (day + 1) * DAY
        return sum(weight * self._share(task, at) for task, weight in self.weighed)

    @cached_property
    def _spans(self) -> Mapping[str, tuple[int, int]]:
        return {task.id: self._span(task.id) for task in self.tasks}

    def _span(self, task: str) -> tuple[int, int]:
        days, dates = agreed_days(task, self.plan, self.schedule.time), self.schedule.dates[task]
        return (days.first * DAY, (days.last + 1) * DAY) if days else (dates.early_start, dates.early_finish)

    def _share(self, task: Task, at: int) -> float:
        begin, end = self._spans[task.id]
        clock = self.schedule.network.nodes[task.id].clock
        whole = clock.between(begin, end)
        return min(1.0, max(0, clock.between(begin, at)) / whole) if whole > 0 else float(at >= end)

    def _weight(self, task: Task) -> float:
        people = people_on(task, self.plan)
        return self.schedule.network.nodes[task.id].minutes * ((people.low + people.high) / 2 or 1.0)


def _workdays_after(last: int, today: int, schedule: Schedule) -> int:
    """Workdays gone by after the last planned one."""
    return sum(is_workday(day, schedule.time) for day in range(last + 1, today + 1))
