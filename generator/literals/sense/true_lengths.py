"""How long entries of the plan take, and what lies between them, in every way in which a text may count it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations, product

from generator.literals.claims import Reading
from generator.literals.lexicon import Known
from generator.literals.sense.amounts import DAY, HOUR, UNITS, Length
from generator.model.breakdown import Task
from generator.model.communication import Meeting
from generator.model.notation import time_in_minutes
from generator.model.quantity import Duration, Unit
from generator.model.rollback import Rollback
from generator.model.text import ITEM_KINDS
from generator.scheduling.clock import DAY as MINUTES
from generator.scheduling.meetings import length_of

Told = tuple[str, Fraction]
"""A unit, and how many of it."""
_UNITS = {Unit.MINUTE: "minute", Unit.HOUR: "hour", Unit.DAY: "day", Unit.WEEK: "week"}
_IN_DAYS = {unit: UNITS[unit] / DAY for unit in ("week", "fortnight", "month", "year")}
_WEEK = 7 * MINUTES
_SHORT = ("second", "minute", "hour")
_DAILY = ("day", "workday", "night")
_ROOM = {"~": Fraction(3, 10), "=": Fraction(1, 20), "<": Fraction(1, 20), ">": Fraction(1, 20)}
_COARSE = {"day": Fraction(1, 2), "week": Fraction(7, 20), "fortnight": Fraction(1, 5), "month": Fraction(11, 20)}


def fits(said: Length, known: Known, reading: Reading) -> bool:
    """Tell whether an entry takes as long as is said."""
    return any(_agrees(said, each) for each in counted(known, reading)) or _is_estimated(said, known, reading)


def _is_estimated(said: Length, known: Known, reading: Reading) -> bool:
    """Tell whether a length lies between the best and the worst that is thought of a task."""
    if known[0] != "task":
        return False
    time, estimate = reading.facts.schedule.time, reading.facts.schedule.estimate(known[1])
    day, week = (MINUTES, _WEEK) if estimate.likely.elapsed else (time.day_minutes, time.week_minutes)
    sizes = {"day": day, "workday": day, "week": week, "fortnight": 2 * week}
    minutes = said.amount.value * sizes.get(said.unit, UNITS[said.unit])
    least, most = (each.minutes(day, week) for each in (estimate.optimistic, estimate.pessimistic))
    return estimate.is_range and least <= minutes <= most


def lies_between(said: Length, items: Iterable[Known], reading: Reading) -> bool:
    """Tell whether some two entries are as far apart as is said."""
    ends = [_ends(known, reading) for known in items if known[0] in ITEM_KINDS]
    for one, other in combinations(ends, 2):
        for first, second in product(one, other):
            if lies_within(said, min(first, second), max(first, second), reading):
                return True
    return False


def lies_within(said: Length, begin: int, end: int, reading: Reading) -> bool:
    """Tell whether as much time lies between two instants as is said."""
    return any(_agrees(said, each) for each in _between(begin, end, reading))


def is_about_between(said: Length, begin: int, end: int, reading: Reading) -> bool:
    """Tell whether two instants are roughly as far apart as is said: free days beside the work do not count."""
    time, passed = reading.facts.schedule.time, Fraction(end - begin)
    if said.unit in _SHORT:
        return _is_near(said.minutes, said.amount.bound, passed, said.minutes * Fraction(3, 10) + 5)
    days = said.minutes / DAY
    room = 1 + days * Fraction(3, 10) + (2 if days % 7 else 0)
    worked = Fraction(time.workdays_between(begin, end)) * (
        1 if said.unit in _DAILY else Fraction(7, len(time.workdays))
    )
    return any(_is_near(days, said.amount.bound, each, room) for each in (passed / DAY, worked))


def counted(known: Known, reading: Reading) -> Iterator[Told]:
    """Yield how long an entry takes, by each unit."""
    item = reading.facts.index.by_kind[known[0]][known[1]]
    if isinstance(item, Meeting):
        length = length_of(item)
        yield from (("minute", Fraction(length)),) if length is not None else ()
    elif isinstance(item, Rollback):
        yield from (("minute", each) for each in _of_rollback(item))
    elif known[0] == "deliverable":
        for task in reading.facts.schedule.breakdown.makers.get(known[1], ()):
            yield from counted(("task", task.id), reading)
    elif known[0] in ("task", "wave", "phase"):
        yield from _between(*_ends(known, reading), reading)
        yield from _estimated(item, reading)


def _estimated(item: object, reading: Reading) -> Iterator[Told]:
    if isinstance(item, Task):
        estimate = reading.facts.schedule.estimate(item.id)
        for duration in (estimate.optimistic, estimate.likely, estimate.pessimistic):
            yield _UNITS[duration.unit], Fraction(duration.amount)


def _of_rollback(item: Rollback) -> Iterator[Fraction]:
    """Its limit, and every sum that its steps may make."""
    steps, checks = (_minutes(each.takes for each in some) for some in (item.steps, item.verify))
    yield from (*steps, *checks, sum(steps, Fraction()), sum(checks, Fraction()), sum((*steps, *checks), Fraction()))
    limit = time_in_minutes(item.within.amount, item.within.unit) if item.within else None
    yield from (Fraction(limit),) if limit is not None else ()


def _minutes(durations: Iterable[Duration | None]) -> list[Fraction]:
    return [Fraction(each.minutes(MINUTES, _WEEK)) for each in durations if each is not None]


def _ends(known: Known, reading: Reading) -> tuple[int, int]:
    dates = reading.facts.schedule.dates[known[1]]
    return dates.early_start, dates.early_finish


def _between(begin: int, end: int, reading: Reading) -> Iterator[Told]:
    """Yield how much lies between two instants: by the clock, in workdays, in days and weeks touched."""
    time = reading.facts.schedule.time
    passed, touched = Fraction(end - begin), Fraction(max(end - 1, begin) // MINUTES - begin // MINUTES + 1)
    worked = Fraction(time.clock.worked(end) - time.clock.worked(begin))
    yield from (("minute", passed), ("minute", worked))
    workdays = Fraction(time.workdays_between(begin, end))
    days = {passed / DAY, touched, touched - 1, workdays}
    yield from (("day", each) for each in days)
    weeks = {passed / DAY / 7, touched / 7, workdays / len(time.workdays)}
    weeks.add(Fraction(max(end - 1, begin) // MINUTES // 7 - begin // MINUTES // 7 + 1))
    yield from (("week", each) for each in weeks)


def _agrees(said: Length, told: Told) -> bool:
    unit, number = told
    if unit in ("minute", "hour"):
        said_number, number = said.minutes, number * (HOUR if unit == "hour" else 1)
        if said.unit not in _SHORT:
            return False
        room = said_number * _ROOM[said.amount.bound]
    else:
        size = _IN_DAYS.get(said.unit, Fraction(1)) / _IN_DAYS.get(unit, Fraction(1))
        if said.unit in _SHORT or (unit == "week") != (said.unit in _IN_DAYS):
            return False
        said_number, number = said.amount.value, number / size
        room = max(said_number * _ROOM[said.amount.bound], _COARSE.get(said.unit, Fraction(1, 2)) * Fraction(99, 100))
    return _is_near(said_number, said.amount.bound, number, room)


def _is_near(said: Fraction, bound: str, true: Fraction, room: Fraction) -> bool:
    if bound == ">":
        return true >= said - room
    return true <= said + room if bound == "<" else abs(said - true) <= room
