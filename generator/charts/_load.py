"""People at work in stretches of time: of each stretch its fullest moment, and the day on which most are missing."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.quantity import Band
from generator.scheduling.resource_load import NOBODY
from generator.scheduling.schedule import Schedule
from generator.views._at_once import Busy

Capacity = Callable[[int], int | None]
"""How many there are on a day; nothing where the plan sets no limit."""


@dataclass(frozen=True)
class Stretch:
    """Days that are looked at together: the first, and the first after them."""

    first: int
    last: int


@dataclass(frozen=True)
class Busiest:
    """Most people at work at one moment of a stretch, and how many of them for each wave."""

    people: Band
    by_wave: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Load:
    """One role or person in one stretch; `capacity` is that of the day on which most are missing, `over` how many."""

    stretch: Stretch
    demand: Busiest
    team: Band
    capacity: int | None
    over: int


@dataclass(frozen=True)
class Counted:
    """A role or person day by day: who is needed, whose team is there, how many there are; the wave of each item."""

    needed: Mapping[int, Busy]
    there: Mapping[int, Busy]
    capacity: Capacity
    wave: Callable[[str], int]


def stretches(schedule: Schedule, first: int, last: int, length: int) -> tuple[Stretch, ...]:
    """Cut days into stretches of a length; a stretch in which nobody works is left out."""
    found = (Stretch(day, min(day + length, last)) for day in range(first, last, length))
    return tuple(each for each in found if any(_worked(schedule, day) for day in range(each.first, each.last)))


def load_of(stretch: Stretch, counted: Counted, schedule: Schedule) -> Load:
    """Look at the days of a stretch together."""
    days = [day for day in range(stretch.first, stretch.last) if _worked(schedule, day)]
    missing = {day: _missing(counted, day) for day in days}
    worst = max(days, key=lambda day: (missing[day], _needed(counted.needed, day).high))
    busy = [counted.needed[day] for day in days if day in counted.needed]
    return Load(
        stretch,
        _busiest(busy, counted.wave),
        _most([counted.there[day].people for day in days if day in counted.there]),
        counted.capacity(worst),
        missing[worst],
    )


def _worked(schedule: Schedule, day: int) -> bool:
    return day >= 0 and bool(schedule.at_work.shifts_on(day))


def _needed(busy: Mapping[int, Busy], day: int) -> Band:
    return busy[day].people if day in busy else NOBODY


def _missing(counted: Counted, day: int) -> int:
    """How many are missing even if each task makes do with the fewest."""
    there = counted.capacity(day)
    return max(0, _needed(counted.needed, day).low - there) if there is not None else 0


def _busiest(busy: list[Busy], wave: Callable[[str], int]) -> Busiest:
    fullest = max(busy, key=lambda each: each.people.high, default=None)
    shares: Counter[int] = Counter()
    for each in fullest.at_work if fullest else ():
        shares[wave(each.item)] += each.people.high
    return Busiest(_most([each.people for each in busy]), tuple(sorted((shares + Counter()).items())))


def _most(bands: list[Band]) -> Band:
    return Band(max((each.low for each in bands), default=0), max((each.high for each in bands), default=0))
