"""How many people are at work at one moment, day by day: each counts in the hours in which the work is done."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.quantity import Band
from generator.scheduling.clock import DAY, Clock, Shifts
from generator.scheduling.resource_load import Assignment
from generator.scheduling.schedule import Schedule


@dataclass(frozen=True)
class Busy:
    """The most people at work at one moment of a day, if all come with the fewest and if all with the most.

    `at_work` are those of the moment with the most.
    """

    people: Band
    at_work: tuple[Assignment, ...]


def by_day(work: Iterable[Assignment], schedule: Schedule) -> Mapping[int, Busy]:
    """Find the fullest moment of every day on which somebody is at work, days counted as on the time axis."""
    days: dict[int, list[tuple[Assignment, Shifts]]] = defaultdict(list)
    for each in work:
        clock = _clock(each.item, schedule)
        for day in range(each.begin // DAY, (each.end - 1) // DAY + 1):
            hours = _clipped(clock.shifts_on(day), each.begin - day * DAY, each.end - day * DAY)
            if hours and day >= 0:
                days[day].append((each, hours))
    return {day: _busiest(days[day]) for day in sorted(days)}


def _clock(item: str, schedule: Schedule) -> Clock:
    """A task is done by its own clock; a team is there whenever anybody works."""
    node = schedule.network.nodes.get(item)
    return node.clock if node else schedule.at_work


def _clipped(shifts: Shifts, begin: int, end: int) -> Shifts:
    return tuple((max(first, begin), min(last, end)) for first, last in shifts if first < end and last > begin)


def _busiest(found: list[tuple[Assignment, Shifts]]) -> Busy:
    moments = sorted({begin for _, hours in found for begin, _ in hours})
    groups = [tuple(each for each, hours in found if _works(hours, moment)) for moment in moments]
    low = max(sum(each.people.low for each in group) for group in groups)
    fullest = max(groups, key=lambda group: sum(each.people.high for each in group))
    return Busy(Band(low, sum(each.people.high for each in fullest)), fullest)


def _works(hours: Shifts, moment: int) -> bool:
    return any(begin <= moment < end for begin, end in hours)
