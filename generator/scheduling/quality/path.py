"""Points 12 and 13: whether the critical path is one, and whether there is room on it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from generator.findings import Pointer
from generator.model.breakdown import Task
from generator.scheduling.clock import DAY
from generator.scheduling.critical_path import Span, early_spans
from generator.scheduling.network import Network, Role
from generator.scheduling.progress.against_baseline import agreed_finish, workdays_later
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import Found, Point, Verdict, at_least, not_applicable
from generator.scheduling.quality.tracking import INDEX
from generator.scheduling.schedule import Schedule

DELAY = 600
"""Workdays that the test adds: longer than any slack that a sound plan holds."""


def critical_path_test(facts: Facts, *, delay: int = DELAY) -> Point:
    """Point 12: a critical task is delayed, the network computed anew, and the finish must come as much later."""
    task = _most_critical(facts)
    if task is None:
        return not_applicable("no task that is left is critical: the finish is held by a date or a calendar")
    time, limit = facts.schedule.time, f"{delay}d"
    added = delay * time.day_minutes
    moved = _moved(task, added, facts.schedule)
    value = f"{round(moved / time.day_minutes, 2):g}d"
    told = f'"{task.id}", which is critical, moves the finish by {value} if it starts {limit} later'
    held = (Found(task.id, task.pointer, told),)
    sound = moved >= added - time.week_minutes
    return Point(Verdict.PASS if sound else Verdict.FAIL, value, limit, () if sound else held)


def path_length_index(facts: Facts, *, least: Decimal = INDEX) -> Point:
    """Point 13: the critical path length index, the path that is left and its room before the promised finish."""
    promised = _promised(facts)
    if promised is None:
        return not_applicable("no finish is committed, and there is no baseline")
    pointer, room = promised
    time, schedule = facts.schedule.time, facts.schedule
    begin = max(schedule.start, (facts.today + 1) * DAY) if facts.today is not None else schedule.start
    length = time.workdays_between(begin, schedule.finish) if begin < schedule.finish else 0
    if not length:
        return not_applicable("nothing is left to be done")
    index = Decimal(length + room) / length
    told = f"{length}d of critical path are left, and the promised finish is {-room}d before its end"
    return at_least(index, least, (Found("", pointer, told),) if room < 0 else ())


def _most_critical(facts: Facts) -> Task | None:
    """The task with the least float, the first one where there are several."""
    dates = facts.schedule.dates
    critical = [task for task in facts.remaining if dates[task.id].critical]
    return min(critical, key=lambda task: (dates[task.id].total_float, dates[task.id].early_start), default=None)


def _moved(task: Task, minutes: int, schedule: Schedule) -> int:
    """Working minutes by which the finish comes later, as the delayed task counts them.

    It is the start that is delayed: where what follows waits for the start alone, a longer task need move nothing.
    """
    network, clock = schedule.network, schedule.network.nodes[task.id].clock
    start = clock.start_at(clock.worked(schedule.dates[task.id].early_start) + minutes)
    later = replace(network.nodes[task.id], postponed=start)
    delayed = early_spans(replace(network, nodes={**network.nodes, task.id: later}), schedule.start)
    return clock.between(schedule.finish, _finish(network, delayed))


def _finish(network: Network, early: Mapping[str, Span]) -> int:
    return max(early[key][1] for key, node in network.nodes.items() if node.role is Role.WORK)


def _promised(facts: Facts) -> tuple[Pointer, int] | None:
    """Where the finish is promised, and the workdays from the computed finish to it; the commitment goes first."""
    plan, schedule, time = facts.plan, facts.schedule, facts.schedule.time
    now = time.day_of_finish(schedule.finish).index
    if plan.committed.finish:
        day = time.day_index(plan.committed.finish)
        return None if day is None else (("committed", "finish"), workdays_later(now, day, time))
    if plan.committed.workdays:
        computed = time.workdays_between(schedule.start, schedule.finish)
        return ("committed", "workdays"), plan.committed.workdays - computed
    agreed = agreed_finish(plan, schedule)
    return None if agreed is None else (("baseline", "items"), workdays_later(now, agreed, time))
