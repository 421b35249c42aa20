"""People at work in stretches of time, one role after the other: the busiest moment of each stretch."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.quantity import Band
from generator.scheduling.clock import DAY
from generator.scheduling.resource_load import NOBODY, Assignment
from generator.scheduling.working_time import WorkingTime


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


IDLE = Busiest(NOBODY, ())


def stretches(time: WorkingTime, first: int, last: int, length: int) -> tuple[Stretch, ...]:
    """Cut days into stretches of a length; a stretch without a workday is left out."""
    found = (Stretch(day, min(day + length, last)) for day in range(first, last, length))
    return tuple(each for each in found if any(time.is_workday(day) for day in range(each.first, each.last)))


def busiest(
    work: Iterable[tuple[Assignment, int]], among: Sequence[Stretch], time: WorkingTime
) -> tuple[Busiest, ...]:
    """Find the busiest moment of each stretch, given assignments and the waves they are for."""
    changes: dict[int, list[tuple[int, Band, int]]] = {}
    for each, wave in work:
        if each.begin < each.end:
            changes.setdefault(each.begin, []).append((wave, each.people, 1))
            changes.setdefault(each.end, []).append((wave, each.people, -1))
    best = [IDLE] * len(among)
    starts = [each.first for each in among]
    low, high = 0, {0: 0}
    moments = sorted(changes)
    for moment, until in pairwise(moments):
        for wave, people, sign in changes[moment]:
            low += sign * people.low
            high[wave] = high.get(wave, 0) + sign * people.high
        _raise(best, _touched(starts, among, _worked(time, moment, until)), low, high)
    return tuple(best)


def _worked(time: WorkingTime, begin: int, end: int) -> tuple[int, int]:
    """Return the first and the last day on which a stretch of time is worked, in wrong order if none is."""
    first, last = begin // DAY, max(end - 1, begin) // DAY
    while first <= last and not time.is_workday(first):
        first += 1
    while last >= first and not time.is_workday(last):
        last -= 1
    if first <= last and time.clock.between(begin, end) == 0:
        return first, first - 1
    return first, last


def _touched(starts: Sequence[int], among: Sequence[Stretch], days: tuple[int, int]) -> range:
    first, last = days
    if first > last:
        return range(0)
    begin = max(bisect_right(starts, first) - 1, 0)
    if among and among[begin].last <= first:
        begin += 1
    return range(begin, bisect_right(starts, last))


def _raise(best: list[Busiest], places: Iterable[int], low: int, high: dict[int, int]) -> None:
    total = sum(high.values())
    for place in places:
        known = best[place].people
        if (total, low) > (known.high, known.low):
            shares = tuple((wave, people) for wave, people in sorted(high.items()) if people)
            best[place] = Busiest(Band(low, total), shares)
