"""People at work: teams as bands, tasks as demand, and the peak of either."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.plan import Plan
from generator.model.quantity import Band
from generator.scheduling.schedule import Schedule

NOBODY = Band(0, 0)


@dataclass(frozen=True)
class Assignment:
    """People of one role, at work for one item from an instant to another."""

    role: str
    item: str
    people: Band
    begin: int
    end: int


def counts_as(plan: Plan, role: str, total: str) -> bool:
    """Tell whether a role is included in the totals of another."""
    found = plan.roles.get(role)
    return role == total or (found is not None and found.counts_as == total)


def teams(plan: Plan, schedule: Schedule, phase: str | None = None) -> Iterator[Assignment]:
    """Yield the people of waves and phases, of one phase if it is named, for as long as each is at work."""
    for wave in plan.waves.values():
        within = schedule.breakdown.phase_of(wave.id)
        if phase is None or (within and within.id == phase):
            yield from _assignments(wave.id, wave.team, schedule)
    for each in plan.phases.values():
        if phase in (None, each.id):
            yield from _assignments(each.id, each.team, schedule)


def demand(plan: Plan, schedule: Schedule) -> Iterator[Assignment]:
    """Yield the people that tasks need, while they are being done: as a number, or by name where those are more."""
    for task in schedule.breakdown.tasks:
        named = Counter(plan.people[person].role for person in task.people if person in plan.people)
        there = {role: Band(count, count) for role, count in named.items()}
        needs = {role: _larger(band, there.get(role, NOBODY)) for role, band in task.needs.items()}
        yield from _assignments(task.id, there | needs, schedule)


def team_total(plan: Plan, schedule: Schedule, phase: str, role: str) -> Band:
    """The peak of people of a role at work at the same time in a phase, roles that count as it included."""
    return peak(each for each in teams(plan, schedule, phase) if counts_as(plan, each.role, role))


def peak(assignments: Iterable[Assignment]) -> Band:
    """The most people at work at any one moment; nobody where there is no assignment."""
    return max((people for _, people in curve(assignments)), key=lambda band: (band.high, band.low), default=NOBODY)


def curve(assignments: Iterable[Assignment]) -> list[tuple[int, Band]]:
    """The number of people from each moment at which it changes, in order of time."""
    changes: dict[int, list[int]] = {}
    for each in assignments:
        if each.end <= each.begin:
            continue
        for moment, sign in ((each.begin, 1), (each.end, -1)):
            change = changes.setdefault(moment, [0, 0])
            change[0] += sign * each.people.low
            change[1] += sign * each.people.high
    low = high = 0
    steps = []
    for moment in sorted(changes):
        low, high = low + changes[moment][0], high + changes[moment][1]
        steps.append((moment, Band(low, high)))
    return steps


def peak_between(assignments: Iterable[Assignment], begin: int, end: int) -> Band:
    """The peak within a stretch of time."""
    clipped = (
        Assignment(each.role, each.item, each.people, max(each.begin, begin), min(each.end, end))
        for each in assignments
    )
    return peak(each for each in clipped if each.begin < each.end)


def _larger(one: Band, other: Band) -> Band:
    return Band(max(one.low, other.low), max(one.high, other.high))


def _assignments(item: str, people: dict[str, Band], schedule: Schedule) -> Iterator[Assignment]:
    dates = schedule.dates[item]
    for role, band in people.items():
        yield Assignment(role, item, band, dates.early_start, dates.early_finish)
