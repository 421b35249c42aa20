"""People week by week: the peak that the tasks need, beside those that there are."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter

from generator.formatting import joined
from generator.model.breakdown import Wave
from generator.model.quantity import Band
from generator.model.team import Role
from generator.scheduling.clock import WEEK_DAYS
from generator.scheduling.overload import overloads
from generator.scheduling.resource_load import NOBODY, teams
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot
from generator.views._at_once import Busy, by_day
from generator.views._demand import needed, needed_by_day
from generator.views._long import MOST_ROWS
from generator.views._mention import mention_of, resource_words
from generator.views._once import once
from generator.views._there import There, there_of
from generator.views._when import week_words, weeks_words

_IDLE = "-"
_WIDEST = 5
"""Columns of people that fit beside the week on a page."""
_MOST_LINES = 40


@dataclass(frozen=True)
class Cell:
    """People at work in a week, beside those that there are; `over` where that is not enough."""

    words: str
    over: bool


@dataclass(frozen=True)
class LoadRow:
    """One week, or several that are alike."""

    week: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class LoadTable:
    """Some roles or waves, side by side."""

    heads: tuple[str, ...]
    rows: tuple[LoadRow, ...]


@dataclass(frozen=True)
class PeakRow:
    """A role or wave in the week in which it needs most people."""

    who: str
    words: str
    over: bool
    week: str


@dataclass(frozen=True)
class WeeklyLoad:
    """The load of roles and of waves, as many tables as they need, and every time at which people are missing.

    `peaks` sum up tables that have more rows than anybody reads.
    """

    roles: tuple[LoadTable, ...]
    waves: tuple[LoadTable, ...]
    over: tuple[str, ...]
    peaks: tuple[PeakRow, ...]


@dataclass(frozen=True)
class _Column:
    """A role or wave: what is needed on each day, and what there is (nothing where the plan does not say)."""

    head: str
    needed: Mapping[int, Busy]
    there: Callable[[int], Band | None]


@once
def view(snapshot: Snapshot) -> WeeklyLoad:
    """Tell the load of every role and wave that has any."""
    there = there_of(snapshot)
    roles = [_role(role, there, snapshot) for role in snapshot.plan.roles.values()]
    waves = [_wave(wave, snapshot) for wave in snapshot.plan.waves.values() if wave.team]
    busy = [column for column in roles if column.needed]
    by_role, by_wave = _tables(busy, snapshot), _tables(waves, snapshot)
    many = sum(len(table.rows) for table in (*by_role, *by_wave)) > MOST_ROWS
    peaks = tuple(_peak(each, snapshot) for each in (*busy, *waves) if each.needed) if many else ()
    return WeeklyLoad(by_role, by_wave, _told(snapshot), peaks)


def _peak(column: _Column, snapshot: Snapshot) -> PeakRow:
    """Tell the first of the busiest weeks."""
    day = max(column.needed, key=lambda each: (column.needed[each].people.high, -each))
    week = day // WEEK_DAYS + 1
    cell = _cell(column, week)
    return PeakRow(column.head, cell.words, cell.over, week_words(week, snapshot))


def _role(role: Role, there: There, snapshot: Snapshot) -> _Column:
    own = needed_by_day(snapshot, role.id)
    return _Column(role.name, own or there.teams.get(role.id, {}), partial(there.on, ("role", role.id, None)))


def _wave(wave: Wave, snapshot: Snapshot) -> _Column:
    """The whole team counts as needed only where no task of the plan tells what it needs of its roles."""
    own = (each for each in needed(snapshot) if each.item in wave.tasks and each.role in wave.team)
    people = (each for each in teams(snapshot.plan, snapshot.schedule) if each.item == wave.id)
    team, idle = by_day(people, snapshot.schedule), Busy(NOBODY, ())
    label = snapshot.names[("wave", wave.id)].label
    is_told = any(needed_by_day(snapshot, role) for role in wave.team)
    return _Column(label, by_day(own, snapshot.schedule) if is_told else team, lambda day: team.get(day, idle).people)


def _tables(columns: Sequence[_Column], snapshot: Snapshot) -> tuple[LoadTable, ...]:
    parts = [columns[first : first + _WIDEST] for first in range(0, len(columns), _WIDEST)]
    tables = tuple(_table(part, snapshot) for part in parts)
    return tables if len(tables) == 1 else tuple(map(_without_idle_weeks, tables))


def _table(columns: Sequence[_Column], snapshot: Snapshot) -> LoadTable:
    loads = [(week, tuple(_cell(column, week) for column in columns)) for week in _weeks(snapshot)]
    rows = (_row([week for week, _ in run], cells, snapshot) for cells, run in groupby(loads, key=itemgetter(1)))
    return LoadTable(tuple(column.head for column in columns), tuple(rows))


def _row(weeks: Sequence[int], cells: tuple[Cell, ...], snapshot: Snapshot) -> LoadRow:
    return LoadRow(weeks_words(weeks[0], weeks[-1], snapshot), cells)


def _without_idle_weeks(table: LoadTable) -> LoadTable:
    """Leave out weeks of which one of several tables has nothing to tell."""
    return replace(table, rows=tuple(row for row in table.rows if any(cell.words != _IDLE for cell in row.cells)))


def _cell(column: _Column, week: int) -> Cell:
    days = range((week - 1) * WEEK_DAYS, week * WEEK_DAYS)
    busy = {day: column.needed[day].people for day in days if day in column.needed}
    there = {day: found for day in busy or days if (found := column.there(day))}
    if not busy:
        return Cell("free" if any(each.high for each in there.values()) else _IDLE, over=False)
    over = any(busy[day].low > there[day].high for day in busy if day in there)
    of = f" of {_widest(there.values())}" if there else ""
    return Cell(f"{_most(busy.values())}{of}", over)


def _most(bands: Collection[Band]) -> Band:
    return Band(max(each.low for each in bands), max(each.high for each in bands))


def _widest(bands: Collection[Band]) -> Band:
    return Band(min(each.low for each in bands), max(each.high for each in bands))


def _told(snapshot: Snapshot) -> tuple[str, ...]:
    """Tell as many overloads as anybody reads; the others are in the file of the load."""
    lines = tuple(_missing(snapshot))
    more = len(lines) - _MOST_LINES
    return lines if more <= 0 else (*lines[:_MOST_LINES], f"and {more} more, day by day in load.csv")


def _missing(snapshot: Snapshot) -> Iterator[str]:
    """Tell who is over capacity, when, by how much and because of what."""
    time, items = snapshot.schedule.time, snapshot.schedule.breakdown.items
    for over in overloads(snapshot.plan, snapshot.schedule):
        ends = (time.day_of_start(over.begin), time.day_of_finish(over.end))
        when = " to ".join(dict.fromkeys(map(with_date, ends)))
        tasks = joined([mention_of(items[task], snapshot).words for task in over.tasks])
        need = f"{tasks} {'needs' if len(over.tasks) == 1 else 'need'} {over.demand}"
        there = f"there {'is' if over.capacity == 1 else 'are'} {over.capacity}"
        yield f"{resource_words(over.resource, snapshot)}, {when}: {need}, {there}"


def _weeks(snapshot: Snapshot) -> range:
    schedule = snapshot.schedule
    first, last = schedule.time.day_of_start(schedule.start), schedule.time.day_of_finish(schedule.finish)
    return range(first.week, last.week + 1) if schedule.breakdown.tasks else range(0)
