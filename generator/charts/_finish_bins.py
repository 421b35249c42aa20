"""The days on which runs finish, gathered into bars of equal width, and the days that matter among them.

A place on the chart counts bars from the left; a day ends at the right edge of its bar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.formatting import short_date
from generator.scheduling.clock import WEEK_DAYS
from generator.scheduling.telling import compact
from generator.scheduling.working_time import Day, WorkingTime
from generator.snapshot import Snapshot
from generator.views._certainty import day_words, per_cent

if TYPE_CHECKING:
    from generator.scheduling.uncertainty.simulation import Simulation

_MOST_BARS = 45
_STRIDES = (1, 2, 4, 13, 26, 52, 104, 260, 520, 1040)
_NEAR = 10


@dataclass(frozen=True)
class Bar:
    """A day or some weeks: the share of runs that finish in it, and that of all finished when it is over."""

    first: int
    last: int
    name: str
    words: str
    share: float
    until: float


@dataclass(frozen=True)
class Mark:
    """A day that matters: what it is, when, how many runs are finished by its end, and the ink of its line."""

    what: str
    day: Day
    share: float
    ink: str

    @property
    def words(self) -> str:
        """P80: Wed 11 Feb."""
        return f"{self.what}: {day_words(self.day)}"

    @property
    def told(self) -> str:
        """P80: Wed 11 Feb, kept in 80% of the runs."""
        return f"{self.words}, kept in {per_cent(self.share)} of the runs"


def bars_of(snapshot: Snapshot, simulation: "Simulation", marks: Sequence[Mark]) -> tuple[Bar, ...]:
    """Gather the runs by day, or by weeks where the days are too many; the days that matter are among them."""
    found = [each.day.index for each in simulation.finishes]
    first, last = found[0], found[-1]
    room = max(_NEAR, last - first)
    near = [mark.day.index for mark in marks if first - room <= mark.day.index <= last + room]
    first, last = min([first, *near]), max([last, *near])
    counts = {each.day.index: each.runs for each in simulation.finishes}
    total, until, bars = simulation.settings.runs, 0, []
    for begin, end in _stretches(snapshot.schedule.time, first, last, {*counts, *near}):
        runs = sum(counts.get(day, 0) for day in range(begin, end + 1))
        until += runs
        days = (snapshot.schedule.time.day(begin), snapshot.schedule.time.day(end))
        bars.append(Bar(begin, end, _name(*days), _words(*days), runs / total, until / total))
    return tuple(bars)


def marks_of(snapshot: Snapshot, simulation: "Simulation") -> tuple[Mark, ...]:
    """P50 and P80, the scheduled finish, and the committed one where there is one."""
    time, committed = snapshot.schedule.time, snapshot.plan.committed.finish
    index = time.day_index(committed) if committed else None
    scheduled = time.day_of_finish(snapshot.schedule.finish)
    wanted = [("Scheduled finish", scheduled, "text")]
    wanted += [("Committed finish", time.day(index), "critical")] if index is not None else []
    wanted += [(f"P{share}", simulation.at(share).finish, "status") for share in (50, 80)]
    return tuple(Mark(what, day, share_until(simulation, day.index), ink) for what, day, ink in wanted)


def share_until(simulation: "Simulation", day: int) -> float:
    """The share of runs that are finished by the end of a day."""
    return sum(each.runs for each in simulation.finishes if each.day.index <= day) / simulation.settings.runs


def place_of(bars: Sequence[Bar], day: int) -> float | None:
    """Where the end of a day lies; nothing where it is not on the chart."""
    for number, bar in enumerate(bars):
        if bar.first <= day <= bar.last:
            return number + (day - bar.first + 1) / (bar.last - bar.first + 1)
    return None


def _stretches(time: WorkingTime, first: int, last: int, wanted: set[int]) -> Iterator[tuple[int, int]]:
    """The days of each bar; days off on which nothing finishes have none."""
    days = [day for day in range(first, last + 1) if day in wanted or time.is_workday(day)]
    if len(days) <= _MOST_BARS:
        yield from ((day, day) for day in days)
        return
    weeks = last // WEEK_DAYS - first // WEEK_DAYS + 1
    size = WEEK_DAYS * next((each for each in _STRIDES if weeks / each <= _MOST_BARS), _STRIDES[-1])
    start = first // WEEK_DAYS * WEEK_DAYS
    yield from ((begin, begin + size - 1) for begin in range(start, last + 1, size))


def _name(first: Day, last: Day) -> str:
    if first.date:
        return short_date(first.date)
    return compact(first) if first == last else f"W{first.week}"


def _words(first: Day, last: Day) -> str:
    return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
