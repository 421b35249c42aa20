"""How many people are needed at one moment of each day, worked out anew from tasks, their needs and their hours."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.audit.rendered.truth import Truth
from generator.model.quantity import Band
from generator.scheduling.clock import DAY
from generator.scheduling.resource_load import demand

Who = tuple[str, str, str]
"""Kind (role or person), id, and the wave or phase of whose team they are; of the whole plan an empty text."""
Stretch = tuple[int, int, Band]
"""A stretch of work, its beginning and end as instants, and the people at it."""


@lru_cache(maxsize=2)
def needed(truth: Truth) -> Mapping[Who, Mapping[int, Band]]:
    """The fewest and the most on each day on which anybody of them is needed."""
    found: dict[Who, dict[int, list[Stretch]]] = {}
    for who, task, people in _work(truth):
        days = found.setdefault(who, {})
        for day, stretch in _stretches(task, people, truth):
            days.setdefault(day, []).append(stretch)
    return {who: {day: _most(each) for day, each in days.items()} for who, days in found.items()}


def _work(truth: Truth) -> Iterable[tuple[Who, str, Band]]:
    """Whoever is needed for a task, in the plan and, where its wave or phase has such a team, in that."""
    plan, schedule = truth.snapshot.plan, truth.snapshot.schedule
    for each in demand(plan, schedule):
        team = schedule.breakdown.parents.get(each.item)
        yield ("role", each.role, ""), each.item, each.people
        if team and each.role in getattr(schedule.breakdown.items[team], "team", {}):
            yield ("role", each.role, team), each.item, each.people
    for task in schedule.breakdown.tasks:
        yield from ((("person", person, ""), task.id, Band(1, 1)) for person in task.people if person in plan.people)


def _stretches(task: str, people: Band, truth: Truth) -> Iterable[tuple[int, Stretch]]:
    """The hours of each day in which a task is done, by its own clock."""
    dates, clock = truth.snapshot.schedule.dates[task], truth.snapshot.schedule.network.nodes[task].clock
    for day in range(max(dates.early_start // DAY, 0), (dates.early_finish - 1) // DAY + 1):
        for first, last in clock.shifts_on(day):
            begin, end = max(first + day * DAY, dates.early_start), min(last + day * DAY, dates.early_finish)
            if begin < end:
                yield day, (begin, end, people)


def _most(stretches: list[Stretch]) -> Band:
    """The most at any moment, if all come with the fewest and if all with the most."""
    at_once = [
        [people for begin, end, people in stretches if begin <= moment < end]
        for moment in {begin for begin, _, _ in stretches}
    ]
    return Band(
        max(sum(each.low for each in group) for group in at_once),
        max(sum(each.high for each in group) for group in at_once),
    )
