"""Phases, waves and their tasks, from what the documents say of parts and their time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.audit.first_plan.draft import Entry, entry, id_of
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.part_tasks import Where, listed_tasks, row_entries
from generator.audit.first_plan.parts import label_of, name_of, named_part, part_stay, quotes_of, rows_of_parts
from generator.audit.first_plan.rows import RowTask
from generator.audit.first_plan.teams import ROLES, is_team, people_of, role_of, team_of
from generator.audit.first_plan.times import row_times, told_window, weeks_text, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.membership import memberships
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.sizes import Size
from generator.audit.understanding.stays import row_units
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import key_of


def work_entries(facts: Facts, ids: Ids, told: list[RowTask]) -> Iterator[Entry]:
    """Yield the role that teams consist of, phases, then waves with their tasks."""
    people = people_of(facts)
    parts = {**_timed_parts(facts), **facts.defined}
    outer = sorted((unit for unit in parts if unit.kind in OUTER), key=_order)
    inner = sorted(
        (unit for unit in parts if unit.kind not in OUTER | TESTS and not is_team(facts, unit)), key=_order
    )
    for unit in (*outer, *inner):
        ids.units[unit] = id_of(str(unit), ids.taken(), unit.kind)
    owners = {member.inner: member.outer for member in reversed(memberships(facts.reading))}
    owners = {**_below_phases(facts), **owners}
    staffed = {owners[unit] for unit in inner if unit in owners and unit in people}
    for given in dict.fromkeys(role_of(people[unit]) for unit in (*inner, *staffed) if unit in people):
        yield entry(("roles", given), {"name": ROLES[given]})
    yield from (_phase(facts, ids, unit, people.get(unit), staffed=unit in staffed) for unit in outer)
    places = {unit: _Place(owners.get(unit), people.get(unit)) for unit in inner}
    yield from _waves(facts, ids, told, places)
    with_waves = {place.phase for place in places.values()}
    for unit in outer:
        own = [task for task in told if task.unit == unit]
        yield from _phase_tasks(facts, ids, unit, own, is_parted=unit in with_waves)
    free = [task for task in told if task.unit is None or (task.unit not in ids.units and task.window)]
    yield from row_entries(ids, free, (), None)


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


def _waves(facts: Facts, ids: Ids, told: list[RowTask], places: "dict[Unit, _Place]") -> Iterator[Entry]:
    """Yield each wave with the tasks that rows tell of it, else with what is listed under it."""
    for unit, place in places.items():
        yield _wave(facts, ids, unit, place)
        own, where = [task for task in told if task.unit == unit], ("waves", ids.units[unit])
        stay = part_stay(facts, unit) or (part_stay(facts, place.phase) if place.phase else None)
        yield from row_entries(ids, own, where, stay)
        if not own:
            yield from listed_tasks(facts, ids, unit, Where(where, stay))


def _phase_tasks(facts: Facts, ids: Ids, unit: Unit, own: list[RowTask], *, is_parted: bool) -> Iterator[Entry]:
    """A phase that has waves is no task beside them; without any it is work over all of its time."""
    pointer, stay = ("phases", ids.units[unit]), part_stay(facts, unit)
    if is_parted:
        own = [task for task in own if task.key != key_of(name_of(named_part(facts, unit), unit))]
    yield from row_entries(ids, own, pointer, stay)
    if not (own or is_parted) and stay and when_text(stay.window):
        yield from listed_tasks(facts, ids, unit, Where(pointer, stay))


@dataclass(frozen=True)
class _Place:
    """The phase that a wave belongs to, and its people."""

    phase: Unit | None
    size: Size | None


def _timed_parts(facts: Facts) -> dict[Unit, Quote]:
    """Parts that an entry of a list introduces by its time."""
    return {
        stay.unit: stay.quote
        for stay in reversed(facts.stays)
        if stay.form == "whole" and stay.window.is_whole and stay.unit not in facts.titles
    }


def _order(unit: Unit) -> tuple[str, int, str]:
    return (unit.kind, unit.number or 0, unit.key)


def _phase(facts: Facts, ids: Ids, unit: Unit, size: Size | None, *, staffed: bool) -> Entry:
    """A total is a commitment that the teams of waves are held against: without such teams there is none."""
    value = {**_told(facts, ids, unit), "team_total": team_of(size) if staffed else None}
    quotes = [*quotes_of(facts, unit), *([size.quote] if size else [])]
    times = _row_weeks(facts, unit)
    return entry(("phases", ids.units[unit]), value, *quotes, translated=times, told=_time(facts, unit))


def _wave(facts: Facts, ids: Ids, unit: Unit, place: _Place) -> Entry:
    phase = ids.units.get(place.phase) if place.phase else None
    value = {"phase": phase, **_told(facts, ids, unit), "team": team_of(place.size)}
    quotes = [*quotes_of(facts, unit), *([place.size.quote] if place.size else [])]
    times = _row_weeks(facts, unit)
    return entry(("waves", ids.units[unit]), value, *quotes, translated=times, told=_time(facts, unit))


def _row_weeks(facts: Facts, unit: Unit) -> tuple[str, ...]:
    """The weeks of a part as its row tells them, and their number."""
    row, time = rows_of_parts(facts).get(unit), _time(facts, unit)
    found = told_window(row) if row else None
    return row_times(row) if row and found and time and found[0] == time and time.scale == "week" else ()


def _time(facts: Facts, unit: Unit) -> Window | None:
    stay = part_stay(facts, unit)
    return stay.window if stay else None


def _told(facts: Facts, ids: Ids, unit: Unit) -> dict[str, Any]:
    named, given = named_part(facts, unit), ids.units[unit]
    return {"name": name_of(named, unit), "label": label_of(unit, given), "weeks": weeks_text(part_stay(facts, unit))}
