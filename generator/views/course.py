"""The plan's phases and waves against time, drawn small: where each stands, and who leads it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.formatting import short_date
from generator.model.breakdown import Phase, Wave
from generator.scheduling.clock import DAY
from generator.scheduling.progress.recorded import status_day
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views._mention import mention_of, owner
from generator.views._once import once
from generator.views._progress import share_done
from generator.views._when import span_cell

_MOST_LANES = 16
_MOST_TICKS = 9
_FEW_DAYS = 10
_LAST_TICK = 91
_INKS = 8
_ALL = 100


@dataclass(frozen=True)
class Lane:
    """A phase or wave; `begin` and `length` in per cent of the whole time, `done` of its work."""

    words: str
    page: str
    note: str
    ink: str
    is_phase: bool
    begin: float
    length: float
    done: int | None


@dataclass(frozen=True)
class Tick:
    """A day with its place."""

    words: str
    at: float


@dataclass(frozen=True)
class Course:
    """The lanes in the order of the plan; `now` is the place of the status date, `more` counts what found no room."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    now: float | None
    more: int


@dataclass(frozen=True)
class _Axis:
    first: int
    days: int

    def at(self, instant: float) -> float:
        return round(_ALL * (instant / DAY - self.first) / self.days, 2)


@once
def view(snapshot: Snapshot) -> Course | None:
    """Draw the phases and waves that have tasks; nothing where there are none, or only one."""
    schedule = snapshot.schedule
    parts = [each for each in _parts(snapshot) if any(True for _ in schedule.breakdown.tasks_within(each.id))]
    if len(parts) < 2:  # noqa: PLR2004 - one bar says nothing
        return None
    first = schedule.time.day_of_start(schedule.start).index
    last = max(schedule.time.day_of_finish(schedule.finish).index, first)
    axis = _Axis(first, last - first + 1)
    inks = {wave: f"wave-{number % _INKS + 1}" for number, wave in enumerate(snapshot.plan.waves)}
    shown = parts[:_MOST_LANES]
    lanes = tuple(_lane(each, inks.get(each.id, "plain"), axis, snapshot) for each in shown)
    return Course(lanes, tuple(_ticks(axis, snapshot)), _now(axis, snapshot), len(parts) - len(shown))


def _parts(snapshot: Snapshot) -> list[Phase | Wave]:
    """Each phase with its waves, then waves of no phase; only the phases where all together are too many."""
    plan = snapshot.plan
    found: list[Phase | Wave] = []
    for phase in plan.phases.values():
        found += [phase, *(wave for wave in plan.waves.values() if wave.phase == phase.id)]
    found += [wave for wave in plan.waves.values() if wave.phase not in plan.phases]
    phases = [each for each in found if isinstance(each, Phase)]
    return [*phases] if len(found) > _MOST_LANES and len(phases) > 1 else found


def _lane(part: Phase | Wave, ink: str, axis: _Axis, snapshot: Snapshot) -> Lane:
    dates = snapshot.schedule.dates[part.id]
    begin, end = axis.at(dates.early_start), axis.at(dates.early_finish)
    lead = owner(part.lead, snapshot) if isinstance(part, Wave) else None
    notes = (span_cell(part.id, snapshot), lead.words if lead else "")
    return Lane(
        words=mention_of(part, snapshot).words,
        page=f"waves/{part.id}" if isinstance(part, Wave) else f"schedule#row-{part.id}",
        note="; ".join(filter(None, notes)),
        ink=ink,
        is_phase=isinstance(part, Phase),
        begin=begin,
        length=max(round(end - begin, 2), 0.6),
        done=_done(part, snapshot),
    )


def _done(part: Phase | Wave, snapshot: Snapshot) -> int | None:
    """Nothing where nobody has begun to measure."""
    done = share_done(tuple(snapshot.schedule.breakdown.tasks_within(part.id)), snapshot)
    return done if done or snapshot.as_of else None


def _ticks(axis: _Axis, snapshot: Snapshot) -> Iterator[Tick]:
    """Every day of a few, else as many beginnings of weeks as can be read, none whose words run out."""
    time = snapshot.schedule.time
    days = [time.day(axis.first + offset) for offset in range(axis.days)]
    if axis.days > _FEW_DAYS:
        days = [day for day in days if day.index % 7 == 0]
    step = -(-len(days) // _MOST_TICKS)
    for day in days[::step]:
        if (at := axis.at(day.index * DAY)) <= _LAST_TICK:
            yield Tick(_tick_words(day, short=axis.days > _FEW_DAYS), at)


def _tick_words(day: Day, *, short: bool) -> str:
    if day.date:
        return short_date(day.date)
    return f"Week {day.week}" if short or day.number is None else f"Day {day.number}"


def _now(axis: _Axis, snapshot: Snapshot) -> float | None:
    """The middle of the status date."""
    today = status_day(snapshot.as_of, snapshot.schedule.time)
    at = None if today is None else axis.at((today + 0.5) * DAY)
    return at if at is not None and 0 <= at <= _ALL else None
