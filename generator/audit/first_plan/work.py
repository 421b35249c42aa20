"""Phases, waves and their tasks, from what the documents say of parts and their time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.audit.calendar import NAMES
from generator.audit.first_plan.columns import LARGEST_TEAM
from generator.audit.first_plan.draft import Entry, entry, id_of, plain, prose
from generator.audit.first_plan.records import Record, time_of
from generator.audit.first_plan.rows import RowTask, row_rest
from generator.audit.first_plan.times import WORKDAYS, is_dated, row_times, told_window, workdays_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.membership import memberships
from generator.audit.understanding.names import Named
from generator.audit.understanding.phrases import Quote, Row
from generator.audit.understanding.sizes import Size, sizes_of
from generator.audit.understanding.stays import Stay, row_units
from generator.audit.understanding.units import OUTER, TEAMS, TESTS, Unit, units_in
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import core_of, key_of
from generator.findings import Pointer

_WHOLE = Unit("plan", "")
_OF_TIMES = NAMES | {
    "to",
    "until",
    "till",
    "through",
    "from",
    "and",
    "week",
    "weeks",
    "day",
    "days",
    "w",
    "d",
    "month",
    "months",
}
_ROLES = {"developer": "Developer", "team-member": "Team member"}
_ANYBODY = key_of("people person staff heads headcount size total count crew team")
_LONGEST = 60
_MOST_PEOPLE = 1000


@dataclass
class Ids:
    """The ids given so far: of parts, and of tasks by the words of their names."""

    units: dict[Unit, str] = field(default_factory=dict)
    tasks: dict[frozenset[str], str] = field(default_factory=dict)
    pointers: dict[frozenset[str], Pointer] = field(default_factory=dict)
    windows: dict[frozenset[str], Window] = field(default_factory=dict)
    """When tasks with a time of their own take place, by the words of their names."""
    rows: dict[Row, list[Pointer]] = field(default_factory=lambda: defaultdict(list))
    """The tasks that each row tells."""
    others: list[str] = field(default_factory=list)

    @property
    def outer(self) -> frozenset[str]:
        """The ids of phases."""
        return frozenset(given for unit, given in self.units.items() if unit.kind in OUTER)

    def taken(self) -> list[str]:
        """All ids of the one namespace that scheduled things share."""
        return [*self.units.values(), *self.tasks.values(), *self.others]


def work_entries(facts: Facts, ids: Ids, told: list[RowTask]) -> Iterator[Entry]:
    """Yield the role that teams consist of, phases, then waves with their tasks."""
    people = _people(facts)
    parts = {**_timed_parts(facts), **facts.defined}
    outer = sorted((unit for unit in parts if unit.kind in OUTER), key=_order)
    inner = sorted(
        (unit for unit in parts if unit.kind not in OUTER | TESTS and not _is_team(facts, unit)), key=_order
    )
    for unit in (*outer, *inner):
        ids.units[unit] = id_of(str(unit), ids.taken(), unit.kind)
    owners = {member.inner: member.outer for member in reversed(memberships(facts.reading))}
    owners = {**_below_phases(facts), **owners}
    staffed = {owners[unit] for unit in inner if unit in owners and unit in people}
    for given in dict.fromkeys(_role(people[unit]) for unit in (*inner, *staffed) if unit in people):
        yield entry(("roles", given), {"name": _ROLES[given]})
    yield from (_phase(facts, ids, unit, people.get(unit), staffed=unit in staffed) for unit in outer)
    places = {unit: _Place(owners.get(unit), people.get(unit)) for unit in inner}
    yield from _waves(facts, ids, told, places)
    with_waves = {place.phase for place in places.values()}
    for unit in outer:
        own = [task for task in told if task.unit == unit]
        yield from _phase_tasks(facts, ids, unit, own, is_parted=unit in with_waves)
    yield from _row_entries(facts, ids, [task for task in told if task.unit is None], ())


def _below_phases(facts: Facts) -> dict[Unit, Unit]:
    """Parts whose table stands below a heading that names one phase."""
    return {
        mention.unit: phases[0]
        for grid, rows in facts.reading.tables
        if len(phases := [each.unit for each in units_in(grid.under[-1].text.plain)] if grid.under else []) == 1
        for row in rows
        for mention, cell in row_units(row)
        if cell is row.cells[grid.key_column] and phases[0].kind in OUTER and mention.unit.kind not in OUTER | TESTS
    }


def _people(facts: Facts) -> dict[Unit, Size]:
    """How many work in each part; hundreds of people in waves are those that the waves are about."""
    people: dict[Unit, Size] = {}
    for size in sizes_of(facts.reading):
        if all(each == each.to_integral_value() and each < _MOST_PEOPLE for each in (size.band.low, size.band.high)):
            people.setdefault(size.unit, size)
    served = {
        size.unit.kind for size in people.values() if size.role <= _ANYBODY and size.band.high > LARGEST_TEAM
    } - TEAMS
    return {unit: size for unit, size in people.items() if unit.kind not in served}


def _waves(facts: Facts, ids: Ids, told: list[RowTask], places: "dict[Unit, _Place]") -> Iterator[Entry]:
    """Yield each wave with the tasks that rows tell of it, else with what is listed under it."""
    for unit, place in places.items():
        yield _wave(facts, ids, unit, place)
        own = [task for task in told if task.unit == unit]
        yield from _row_entries(facts, ids, own, ("waves", ids.units[unit]))
        if not own:
            yield from _tasks(facts, ids, unit, ("waves", ids.units[unit]))


def _phase_tasks(facts: Facts, ids: Ids, unit: Unit, own: list[RowTask], *, is_parted: bool) -> Iterator[Entry]:
    """A phase that has waves is no task beside them; without any it is work over all of its time."""
    pointer, stay = ("phases", ids.units[unit]), part_stay(facts, unit)
    if is_parted:
        own = [task for task in own if task.key != key_of(_name(_named(facts, unit), unit))]
    yield from _row_entries(facts, ids, own, pointer)
    if not (own or is_parted) and stay and when_text(stay.window):
        yield from _tasks(facts, ids, unit, pointer)


@dataclass(frozen=True)
class _Place:
    """The phase that a wave belongs to, and its people."""

    phase: Unit | None
    size: Size | None


def _is_team(facts: Facts, unit: Unit) -> bool:
    """A team that has a name but no time of its own is people, not work; what is never named itself is neither."""
    if unit.number is not None or len(unit.key) <= 1:
        return False
    timed = any(stay.form == "whole" for stay in facts.whole_stays(unit))
    return (unit.kind in TEAMS and not timed) or _named(facts, unit) is None


def _timed_parts(facts: Facts) -> dict[Unit, Quote]:
    """Parts that an entry of a list introduces by its time."""
    return {
        stay.unit: stay.quote
        for stay in reversed(facts.stays)
        if stay.form == "whole" and stay.window.is_whole and stay.unit not in facts.titles
    }


def first_day(facts: Facts, told: Iterable[RowTask], records: Iterable[Record]) -> date | None:
    """Return the earliest day of all dated work, else of whatever has a day."""
    windows = [stay.window for stay in facts.stays] + [task.window for task in told if task.window]
    windows += [found[0] for record in records if (found := time_of(record))]
    days = [each.first for each in windows if each.scale == "date" and each.first and is_dated(each)]
    return date.fromordinal(min(days)) if days else None


def when_text(window: Window, *, end: bool = False) -> str | None:
    """Write a day as the plan writes it; the last workday of a week where no day is told."""
    day = window.last if end else window.first
    if day is None or window.scale not in {"date", "week"} or not is_dated(window):
        return None
    if window.scale == "date":
        return date.fromordinal(day).isoformat()
    week, weekday = divmod(day - 1, WEEK)
    return f"W{week + 1}D{min(weekday + 1, WORKDAYS)}"


def _order(unit: Unit) -> tuple[str, int, str]:
    return (unit.kind, unit.number or 0, unit.key)


def _row_entries(facts: Facts, ids: Ids, told: list[RowTask], where: tuple[str, ...]) -> Iterator[Entry]:
    """Tasks with a time of their own keep it; others take that of their part."""
    for task in told:
        if task.key in ids.tasks:
            continue
        ids.tasks[task.key] = id_of(task.name, ids.taken(), "task")
        stay = part_stay(facts, task.unit) if task.unit else None
        window = _own_window(task, stay)
        if window:
            ids.windows[task.key] = window
        own = Stay(task.unit or _WHOLE, window, task.quote) if window else stay
        pointer = ids.pointers[task.key] = (*where, "tasks", ids.tasks[task.key])
        if task.row:
            ids.rows[task.row].append(pointer)
        value = {**_task(task.name, own, task.days), "description": prose(task.rest)}
        yield entry(pointer, value, task.quote, translated=task.times)


def _own_window(task: RowTask, stay: Stay | None) -> Window | None:
    """What is only due begins with its part."""
    window = task.window
    if window is None or window.first is not None:
        return window
    outer = stay.window if stay and stay.window.scale == window.scale else None
    if outer is None or outer.first is None or outer.first > (window.last or 0):
        return None
    return replace(window, first=outer.first, grain=max(window.grain, outer.grain))


def _phase(facts: Facts, ids: Ids, unit: Unit, size: Size | None, *, staffed: bool) -> Entry:
    """A total is a commitment that the teams of waves are held against: without such teams there is none."""
    value = {**_told(facts, ids, unit), "team_total": _team(size) if staffed else None}
    return entry(("phases", ids.units[unit]), value, *_quotes(facts, unit), *([size.quote] if size else []))


def _wave(facts: Facts, ids: Ids, unit: Unit, place: _Place) -> Entry:
    phase = ids.units.get(place.phase) if place.phase else None
    value = {"phase": phase, **_told(facts, ids, unit), "team": _team(place.size)}
    return entry(
        ("waves", ids.units[unit]), value, *_quotes(facts, unit), *([place.size.quote] if place.size else [])
    )


def _told(facts: Facts, ids: Ids, unit: Unit) -> dict[str, Any]:
    named, given = _named(facts, unit), ids.units[unit]
    return {"name": _name(named, unit), "label": _label(unit, given), "weeks": _weeks(part_stay(facts, unit))}


def _team(size: Size | None) -> dict[str, str] | None:
    return {_role(size): _band(size.band.low, size.band.high)} if size else None


def _role(size: Size) -> str:
    """Whoever a document calls people is no developer."""
    return "team-member" if size.role <= _ANYBODY else "developer"


def _band(low: Decimal, high: Decimal) -> str:
    return f"{low:.0f}" if low == high else f"{low:.0f}-{high:.0f}"


def _tasks(facts: Facts, ids: Ids, unit: Unit, where: Pointer) -> Iterator[Entry]:
    """Each thing listed under a part becomes a task over all of its time; the part itself where nothing is listed."""
    stay = part_stay(facts, unit)
    pieces = [piece for piece in facts.pieces if piece.unit == unit and _is_named(piece.name)]
    fresh = {piece.key: piece for piece in reversed(pieces) if piece.key not in ids.tasks}
    for piece in reversed(fresh.values()):
        ids.tasks[piece.key] = id_of(piece.name, ids.taken(), "task")
        pointer = ids.pointers[piece.key] = (*where, "tasks", ids.tasks[piece.key])
        yield entry(pointer, _task(piece.name, stay), piece.quote)
    if not fresh:
        name = _name(_named(facts, unit), unit)
        key = key_of(f"{unit} {name}")
        ids.tasks[key] = id_of(f"{name} work", ids.taken(), "task")
        row = _rows(facts).get(unit)
        value = {
            **_task(name, stay),
            "description": prose(row_rest(row, row.cells[row.grid.key_column])) if row else None,
        }
        quotes = [row.mark(row.cells[0])] if row else []
        yield entry((*where, "tasks", ids.tasks[key]), value, *quotes, translated=row_times(row) if row else ())
        if row:
            ids.rows[row].append((*where, "tasks", ids.tasks[key]))


def _is_named(words: str) -> bool:
    """A figure is no task."""
    return bool(core_of(words)) and len(words) <= _LONGEST and len(re.findall(r"[^\W\d_]", words)) > 1


def _task(name: str, stay: Stay | None, days: int | None = None) -> dict[str, Any]:
    window = stay.window if stay else None
    lasts = days or workdays_of(window)
    return {"name": plain(name), "duration": f"{lasts}d", "start": when_text(window) if window else None}


def _weeks(stay: Stay | None) -> str | None:
    if stay is None or stay.window.scale != "week" or not stay.window.first or not stay.window.last:
        return None
    first, last = (stay.window.first - 1) // WEEK + 1, -(-stay.window.last // WEEK)
    return f"{first}" if first == last else f"{first}-{last}"


def part_stay(facts: Facts, unit: Unit) -> Stay | None:
    """Return the statement of all the time that a part is at work."""
    stays = [stay for stay in facts.whole_stays(unit) if (stay.window.first or 0) <= (stay.window.last or 0)]
    whole = next((stay for stay in stays if stay.form == "whole"), stays[0] if stays else None)
    return whole or _begun(facts).get(unit)


@lru_cache(maxsize=1)
def _rows(facts: Facts) -> dict[Unit, Row]:
    """The row that tells of each part and when it is at work."""
    return {
        mention.unit: row
        for _, rows in reversed(facts.reading.tables)
        for row in rows
        for mention, cell in row_units(row)
        if cell is row.cells[row.grid.key_column] and not mention.listed and told_window(row)
    }


@lru_cache(maxsize=1)
def _begun(facts: Facts) -> dict[Unit, Stay]:
    """Parts of whose time a row tells the beginning alone."""
    return {
        mention.unit: Stay(mention.unit, found[0], row.mark(found[1]))
        for _, rows in facts.reading.tables
        for row in rows
        for mention, cell in row_units(row)
        if cell is row.cells[row.grid.key_column] and (found := told_window(row)) and found[0].first is not None
    }


def _named(facts: Facts, unit: Unit) -> Named | None:
    """The first name of a part that has words and is none of its times."""
    named = (each for each in facts.names if each.unit == unit and key_of(each.name))
    return next((each for each in named if not _is_time(each.name)), None) or _drawn(facts).get(unit)


@lru_cache(maxsize=1)
def _drawn(facts: Facts) -> dict[Unit, Named]:
    """The names that stand between a part and its time in the lines of a box: `STAGE 1  Lighting   3 - 7 May`."""
    found: dict[Unit, Named] = {}
    for line in (line for drawing in facts.reading.drawings for line in drawing.lines):
        if len(line.windows) == 1 and len(line.units) == 1 and line.units[0].end <= line.windows[0].start:
            name = line.plain[line.units[0].end : line.windows[0].start].strip(" |:-–")
            if re.fullmatch(r"[A-Z][^\d|\[\]()<>]{2,40}", name):
                found.setdefault(line.units[0].unit, Named(line.units[0].unit, name, line.quote()))
    return found


def _is_time(name: str) -> bool:
    return bool(re.search(r"\d", name)) and _OF_TIMES.issuperset(re.findall(r"[^\W\d_]+", name.lower()))


def _name(named: Named | None, unit: Unit) -> str:
    return plain(named.name) if named and len(named.name) > len("B2") else str(unit)


def _label(unit: Unit, given: str) -> str | None:
    """A label is needed where the id alone does not say what the document calls the part."""
    return None if given.split("-", maxsplit=1)[0] in {"phase", "wave"} else plain(str(unit))


def _quotes(facts: Facts, unit: Unit) -> list[Quote]:
    named = _named(facts, unit)
    stays = [stay.quote for stay in facts.whole_stays(unit)]
    defined = [facts.defined[unit]] if unit in facts.defined else []
    return [*defined, *stays, *([named.quote] if named else [])]
