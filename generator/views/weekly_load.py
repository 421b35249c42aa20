"""People week by week: the peak that the tasks need, beside those that there are."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.breakdown import Wave
from generator.model.quantity import Band
from generator.model.team import Role
from generator.scheduling.clock import DAY, WEEK_DAYS
from generator.scheduling.resource_load import Assignment, demand, peak_between, teams
from generator.snapshot import Snapshot
from generator.views._when import week_words

_IDLE = "-"
_WIDEST = 5
"""Columns of people that fit beside the week on a page."""


@dataclass(frozen=True)
class Cell:
    """People at work in a week, beside those that there are; `over` where that is not enough."""

    words: str
    over: bool


@dataclass(frozen=True)
class LoadRow:
    """One week."""

    week: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class LoadTable:
    """Some roles or waves, side by side."""

    heads: tuple[str, ...]
    rows: tuple[LoadRow, ...]


@dataclass(frozen=True)
class WeeklyLoad:
    """The load of roles and of waves, as many tables as they need, and every week in which people are missing."""

    roles: tuple[LoadTable, ...]
    waves: tuple[LoadTable, ...]
    over: tuple[str, ...]


@dataclass(frozen=True)
class _Column:
    """A role or wave: what its tasks need, what there is (nothing where the plan does not say)."""

    head: str
    needed: tuple[Assignment, ...]
    there: Callable[[int, int], Band | None]


def view(snapshot: Snapshot) -> WeeklyLoad:
    """Tell the load of every role and wave that has any."""
    needed = tuple(demand(snapshot.plan, snapshot.schedule))
    roles = [_role(role, needed, snapshot) for role in snapshot.plan.roles.values()]
    waves = [_wave(wave, needed, snapshot) for wave in snapshot.plan.waves.values() if wave.team]
    busy = [column for column in roles if column.needed]
    return WeeklyLoad(_tables(busy, snapshot), _tables(waves, snapshot), tuple(_missing([*busy, *waves], snapshot)))


def _role(role: Role, needed: tuple[Assignment, ...], snapshot: Snapshot) -> _Column:
    own = tuple(each for each in needed if each.role == role.id)
    staffed = tuple(each for each in teams(snapshot.plan, snapshot.schedule) if each.role == role.id)

    def there(begin: int, end: int) -> Band | None:
        return role.count or (peak_between(staffed, begin, end) if staffed else None)

    return _Column(role.name, own or staffed, there)


def _wave(wave: Wave, needed: tuple[Assignment, ...], snapshot: Snapshot) -> _Column:
    own = tuple(each for each in needed if each.item in wave.tasks and each.role in wave.team)
    team = tuple(each for each in teams(snapshot.plan, snapshot.schedule) if each.item == wave.id)

    def there(begin: int, end: int) -> Band | None:
        return peak_between(team, begin, end)

    return _Column(snapshot.names[("wave", wave.id)].label, own or team, there)


def _tables(columns: Sequence[_Column], snapshot: Snapshot) -> tuple[LoadTable, ...]:
    parts = [columns[first : first + _WIDEST] for first in range(0, len(columns), _WIDEST)]
    tables = tuple(_table(part, snapshot) for part in parts)
    return tables if len(tables) == 1 else tuple(map(_without_idle_weeks, tables))


def _table(columns: Sequence[_Column], snapshot: Snapshot) -> LoadTable:
    rows = tuple(
        LoadRow(week_words(week, snapshot), tuple(_cell(column, week) for column in columns))
        for week in _weeks(snapshot)
    )
    return LoadTable(tuple(column.head for column in columns), rows)


def _without_idle_weeks(table: LoadTable) -> LoadTable:
    """Leave out weeks of which one of several tables has nothing to tell."""
    return replace(table, rows=tuple(row for row in table.rows if any(cell.words != _IDLE for cell in row.cells)))


def _cell(column: _Column, week: int) -> Cell:
    needed, there = _load(column, week)
    if not needed.high:
        return Cell("free" if there and there.high else _IDLE, over=False)
    return Cell(f"{needed} of {there}" if there else str(needed), _is_over(needed, there))


def _load(column: _Column, week: int) -> tuple[Band, Band | None]:
    begin, end = (week - 1) * WEEK_DAYS * DAY, week * WEEK_DAYS * DAY
    return peak_between(column.needed, begin, end), column.there(begin, end)


def _is_over(needed: Band, there: Band | None) -> bool:
    return there is not None and needed.low > there.high


def _missing(columns: Sequence[_Column], snapshot: Snapshot) -> Iterator[str]:
    for column in columns:
        for week in _weeks(snapshot):
            needed, there = _load(column, week)
            if _is_over(needed, there):
                yield f"{week_words(week, snapshot)}: {column.head} needs {needed}, has {there}"


def _weeks(snapshot: Snapshot) -> range:
    schedule = snapshot.schedule
    first, last = schedule.time.day_of_start(schedule.start), schedule.time.day_of_finish(schedule.finish)
    return range(first.week, last.week + 1) if schedule.breakdown.tasks else range(0)
