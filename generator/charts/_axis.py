"""The days a chart shows: weeks, days off and status date, in days from the beginning of the plan's time axis."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil

from generator.formatting import short_date
from generator.scheduling.clock import DAY, WEEK_DAYS
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import iso_week, weekday_date
from generator.scheduling.working_time import Day, DayOff
from generator.snapshot import Snapshot

_MOST_WEEKS = 26
_MOST_DAYS = 420
_NEAR = 28
_STRIDES = (1, 2, 4, 13, 26, 52, 104, 260, 520, 1040)


@dataclass(frozen=True)
class Week:
    """A week's beginning, its number, the dates of its first and last workday; its ISO number where asked for."""

    at: int
    number: int
    dates: str
    iso: str = ""


@dataclass(frozen=True)
class DayTick:
    """A workday's beginning, its number in the month or, in a plan without start, in the week; and its name."""

    at: int
    label: str
    words: str


@dataclass(frozen=True)
class Off:
    """Days without work, one after the other."""

    begin: int
    end: int
    words: str


@dataclass(frozen=True)
class Axis:
    """Whole weeks, or the workdays of a single one; `stride` tells how many weeks lie between two that are named."""

    first: int
    last: int
    stride: int
    weeks: tuple[Week, ...]
    days: tuple[DayTick, ...]
    off: tuple[Off, ...]
    status: float | None
    status_words: str
    origin: date | None

    @property
    def length(self) -> int:
        """Days shown."""
        return self.last - self.first

    def moment(self, position: float) -> str | float:
        """Return a position as Plotly reads it: a point in time, or days where the plan has no start."""
        if self.origin is None:
            return round(position, 3)
        return (datetime.combine(self.origin, time()) + timedelta(days=position)).isoformat(timespec="minutes")

    def stretch(self, days: float) -> float:
        """Return a length of time as Plotly reads it: milliseconds, or days where the plan has no start."""
        return round(days, 3) if self.origin is None else round(days * DAY * 60_000)


def position(schedule: Schedule, instant: int) -> float:
    """Where an instant lies: a day is as wide as the hours in which anybody works, so that work fills it."""
    day, minute = divmod(max(instant, 0), DAY)
    shifts = schedule.at_work.shifts_on(day)
    if not shifts:
        return day + minute / DAY
    done = sum(max(0, min(minute, end) - begin) for begin, end in shifts)
    return round(day + done / sum(end - begin for begin, end in shifts), 4)


def axis_of(snapshot: Snapshot, positions: Iterable[float]) -> Axis:
    """Lay out the weeks in which some positions lie."""
    time, at = snapshot.schedule.time, _with_status(snapshot, tuple(positions))
    first = int(min(at)) // WEEK_DAYS * WEEK_DAYS
    last = int(max(-(-max(at) // WEEK_DAYS) * WEEK_DAYS, first + WEEK_DAYS))
    weeks = (last - first) // WEEK_DAYS
    if weeks == 1:
        last = max(first + max(time.workdays) + 1, ceil(max(at)))
    stride = next((each for each in _STRIDES if weeks / each <= _MOST_WEEKS), _STRIDES[-1])
    few = last - first <= _MOST_DAYS
    days = [time.day(index) for index in range(first, last)] if few else []
    status, words = _status(snapshot, first, last)
    return Axis(
        first=first,
        last=last,
        stride=stride,
        weeks=tuple(_week(snapshot, week * WEEK_DAYS, stride) for week in range(first // 7, -(-last // 7), stride)),
        days=tuple(map(_tick, (day for day in days if time.is_workday(day.index)))),
        off=tuple(_off(days, snapshot)),
        status=status,
        status_words=words,
        origin=time.start_date,
    )


def _week(snapshot: Snapshot, at: int, stride: int) -> Week:
    time = snapshot.schedule.time
    days = [time.day(at + offset) for offset in sorted(time.workdays)]
    if days[0].date is None or days[-1].date is None:
        return Week(at, days[0].week, "")
    begin, end = short_date(days[0].date), short_date(days[-1].date)
    iso = iso_week(days[-1]) if snapshot.plan.schedule.iso_weeks else ""
    return Week(at, days[0].week, begin if stride > 1 or begin == end else f"{begin} – {end}", iso)


def _tick(day: Day) -> DayTick:
    label = str(day.date.day if day.date else day.number or "")
    return DayTick(day.index, label, weekday_date(day) or f"Day {day.number}")


def _off(days: list[Day], snapshot: Snapshot) -> Iterator[Off]:
    time = snapshot.schedule.time
    run: list[Day] = []
    for day in days:
        if not time.is_workday(day.index):
            run.append(day)
        elif run:
            yield _run(run, time.holiday_on)
            run = []
    if run:
        yield _run(run, time.holiday_on)


def _run(days: list[Day], holiday_on: DayOff) -> Off:
    names = {day.index: holiday_on(day.date) if day.date else None for day in days}
    told = dict.fromkeys(
        f"{names[day.index]} ({weekday_date(day)})" if names[day.index] else "Days off" for day in days
    )
    named = [words for words in told if words != "Days off"]
    return Off(days[0].index, days[-1].index + 1, ", ".join(named or told))


def _status_day(snapshot: Snapshot) -> int | None:
    return snapshot.schedule.time.day_index(snapshot.as_of) if snapshot.as_of else None


def _with_status(snapshot: Snapshot, at: tuple[float, ...]) -> tuple[float, ...]:
    """Return the positions, and the status date where it lies not far from them."""
    day, room = _status_day(snapshot), max(_NEAR, (max(at) - min(at)) / 2)
    near = day is not None and day >= 0 and min(at) - room <= day < max(at) + room
    return (*at, day + 0.5) if near and day is not None else at


def _status(snapshot: Snapshot, first: int, last: int) -> tuple[float | None, str]:
    day = _status_day(snapshot)
    if day is None or snapshot.as_of is None:
        return None, ""
    words = f"Status date: {weekday_date(snapshot.schedule.time.day(day))} {snapshot.as_of.year}"
    return (day + 1 if first <= day < last else None), words
