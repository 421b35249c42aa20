"""Phases, waves and their tasks, from what the documents say of parts and their time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from generator.audit.calendar import NAMES
from generator.audit.first_plan.draft import Entry, entry, id_of, lines_of, prose
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.lengths import headed_words
from generator.audit.first_plan.part_tasks import Where, listed_tasks, row_entries, where_of
from generator.audit.first_plan.parts import label_of, name_of, named_part, part_stay, quotes_of, rows_of_parts
from generator.audit.first_plan.row_task import RowTask
from generator.audit.first_plan.teams import ROLES, is_team, people_of, role_of, team_of
from generator.audit.first_plan.times import is_dated, row_times, told_window, weeks_text, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.membership import memberships
from generator.audit.understanding.names import parts_of
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.sizes import Size
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in, units_only
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import key_of
from generator.findings import Pointer

_SPARE = frozenset({"buffer", "contingency", "float", "reserve", "slack"})
"""Rows among phases that are time for what nobody knows, not work."""


def work_entries(facts: Facts, ids: Ids, told: list[RowTask]) -> Iterator[Entry]:
    """Yield the role that teams consist of, phases, then waves with their tasks."""
    busy = {task.unit for task in told}
    told = [task for task in told if not _is_told_by_parts(facts, task, busy)]
    people = people_of(facts)
    parts = {unit: quote for unit, quote in {**_timed_parts(facts), **facts.defined}.items() if not _is_no_part(unit)}
    in_order = sorted(parts, key=lambda unit: _order(facts, unit, parts[unit]))
    outer = [unit for unit in in_order if unit.kind in OUTER]
    inner = [unit for unit in in_order if unit.kind not in OUTER | TESTS and not is_team(facts, unit)]
    for unit in (*outer, *inner):
        ids.units[unit] = id_of(str(unit), ids.taken(), unit.kind)
    owners = {member.inner: member.outer for member in reversed(memberships(facts.reading))}
    listed = _in_rows_of_phases(facts)
    rows = {unit: phase for unit, (phase, _) in listed.items()}
    owners = {**_of_one_name(outer, inner), **_below_phases(facts), **rows, **owners}
    ids.phases |= {ids.units[each]: ids.units[phase] for each in inner if (phase := owners.get(each)) in ids.units}
    staffed = {owners[unit] for unit in inner if unit in owners and unit in people}
    for given in dict.fromkeys(role_of(people[unit]) for unit in (*inner, *staffed) if unit in people):
        yield entry(("roles", given), {"name": ROLES[given]})
    places = {unit: _Place(owners.get(unit), people.get(unit), listed.get(unit, (None, None))[1]) for unit in inner}
    with_waves = {place.phase for place in places.values()}
    for unit in outer:
        made = _phase(facts, ids, unit)
        yield _over_waves(facts, unit, made) if unit in with_waves else made
        if unit in staffed:
            yield from _team(("phases", ids.units[unit], "team_total"), people.get(unit))
    yield from _waves(facts, ids, told, places)
    for unit in outer:
        own = [task for task in told if task.unit == unit]
        yield from _phase_tasks(facts, ids, unit, own, is_parted=unit in with_waves)
    free = [
        task
        for task in told
        if task.unit is None or (task.unit not in ids.units and (task.window or (task.row and task.lasts)))
    ]
    yield from row_entries(ids, free, Where((), None))


def _is_no_part(unit: Unit) -> bool:
    """Spare time is no work, and several codes of a tree of work are no one part."""
    return unit.key in _SPARE or bool(re.match(r"\d+(?:\.\d+)+\s", unit.key))


def _of_one_name(outer: list[Unit], inner: list[Unit]) -> dict[Unit, Unit]:
    """*Batch North* among the stages is the time of the batch that another table calls *North*."""
    called = {frozenset(unit.key.split()): unit for unit in outer if unit.number is None}
    words = {unit: frozenset([*unit.kind.split(), *unit.key.split()]) for unit in inner}
    return {unit: called[each] for unit, each in words.items() if each in called}


def _below_phases(facts: Facts) -> dict[Unit, Unit]:
    """Parts whose table stands below a heading that names one phase."""
    return {
        mention.unit: phases[0]
        for grid, rows in facts.reading.tables
        if len(
            phases := [each.unit for each in units_in(grid.under[-1].text.plain, grid.header[0].style.labels)]
            if grid.under
            else []
        )
        == 1
        for row in rows
        for mention, cell in row_units(row)
        if cell is row.cells[grid.key_column] and phases[0].kind in OUTER and mention.unit.kind not in OUTER | TESTS
    }


def _in_rows_of_phases(facts: Facts) -> dict[Unit, tuple[Unit, Phrase]]:
    """Parts that the row of a phase lists in a cell of their own: `Batches A, B and C`."""
    found: dict[Unit, tuple[Unit, Phrase]] = {}
    for grid, rows in facts.reading.tables:
        for row in rows:
            own = [each.unit for each, cell in row_units(row) if cell is row.cells[grid.key_column]]
            if len(own) != 1 or own[0].kind not in OUTER:
                continue
            for cell, meaning in zip(row.cells, grid.meanings, strict=True):
                for each in _whole_list(cell, meaning.removeprefix("unit:") if meaning.startswith("unit:") else ""):
                    found.setdefault(each, (own[0], cell))
    return found


def _whole_list(cell: Phrase, kind: str) -> list[Unit]:
    """The parts of a cell that names nothing else."""
    found = units_only(cell.plain, kind, cell.style.labels)
    whole = found and found[0].start == 0 and found[-1].end >= len(cell.plain.strip())
    return [each.unit for each in found if each.unit.kind not in OUTER | TESTS] if whole else []


def _waves(facts: Facts, ids: Ids, told: list[RowTask], places: "dict[Unit, _Place]") -> Iterator[Entry]:
    """Yield each wave with the tasks that rows tell of it, else with what is listed under it."""
    for unit, place in places.items():
        yield _wave(facts, ids, unit, place)
        yield from _team(("waves", ids.units[unit], "team"), place.size)
        own, where = [task for task in told if task.unit == unit], ("waves", ids.units[unit])
        stay = part_stay(facts, unit) or (part_stay(facts, place.phase) if place.phase else None)
        own_place = where_of(facts, where, unit, stay)
        yield from row_entries(ids, own, own_place)
        if not own:
            yield from listed_tasks(facts, ids, unit, own_place)


def _phase_tasks(facts: Facts, ids: Ids, unit: Unit, own: list[RowTask], *, is_parted: bool) -> Iterator[Entry]:
    """A phase that has waves is no task beside them; without any it is work over all of its time."""
    pointer, stay = ("phases", ids.units[unit]), part_stay(facts, unit)
    if is_parted:
        own = [task for task in own if task.key != key_of(name_of(named_part(facts, unit), unit))]
        own = [task for task in own if not (_outcome(facts, unit) and task.row is rows_of_parts(facts).get(unit))]
    place = where_of(facts, pointer, unit, stay)
    yield from row_entries(ids, own, place)
    if not (own or is_parted) and ((stay and when_text(stay.window)) or place.lasts):
        yield from listed_tasks(facts, ids, unit, place)


def _is_told_by_parts(facts: Facts, task: RowTask, busy: set[Unit | None]) -> bool:
    """What a phase delivers in a week is no further task where all of it is listed below waves already."""
    parts = [part for part, _, _ in parts_of(task.name)]
    is_result = task.row is not None and task.row.cell("deliverable") is not None and len(parts) > 1
    is_outer = task.unit is not None and task.unit.kind in OUTER
    return is_outer and is_result and all(_is_work_of_wave(facts, part, busy) for part in parts)


def _is_work_of_wave(facts: Facts, words: str, busy: set[Unit | None]) -> bool:
    units = [*(each.unit for each in facts.piece(words)), facts.named(words)]
    return any(unit and unit not in busy and unit.kind not in OUTER | TESTS for unit in units)


def _over_waves(facts: Facts, unit: Unit, made: Entry) -> Entry:
    """A phase that has waves tells its own dates and what it leads to: no task of it does."""
    goal, row, window = _outcome(facts, unit), rows_of_parts(facts).get(unit), made.told
    told = {"goal": prose(goal.plain)} if goal else {}
    if row is None or window is None or window.scale != "date" or not window.is_whole or not when_text(window):
        return replace(made, value={**made.value, **told})
    dates = {"start": when_text(window), "deadline": when_text(window, end=True)}
    return replace(
        made, value={**made.value, **told, **dates}, translated=f"{made.translated} {' '.join(row_times(row))}"
    )


def _outcome(facts: Facts, unit: Unit) -> Phrase | None:
    """What a phase leads to, as its row tells: the work of it stands in its waves."""
    row = rows_of_parts(facts).get(unit)
    cell = row.cell("deliverable") if row else None
    return cell if cell and cell.plain.strip() else None


@dataclass(frozen=True)
class _Place:
    """The phase that a wave belongs to, its people, and the cell of a phase that lists it."""

    phase: Unit | None
    size: Size | None
    listed: Phrase | None = None


def _timed_parts(facts: Facts) -> dict[Unit, Quote]:
    """Parts that an entry of a list introduces by its time."""
    return {
        stay.unit: stay.quote
        for stay in reversed(facts.stays)
        if stay.form == "whole" and stay.window.is_whole and stay.unit not in facts.titles
    }


def _order(facts: Facts, unit: Unit, quote: Quote) -> tuple[str, bool, int, str, int, int]:
    """Parts by number or letter, then those that only have names in the order of the documents."""
    files = [document.file for document in facts.reading.documents]
    letter = unit.key if len(unit.key) <= len("a") or unit.number is not None else ""
    return (unit.kind, not letter, unit.number or 0, letter, files.index(quote.place.file), quote.place.line)


def _team(pointer: Pointer, size: Size | None) -> Iterator[Entry]:
    """How many work on a part, from the one line that tells it.

    The total of a phase is a commitment that the teams of its waves are held against: without them there is none.
    """
    told = team_of(size)
    if told and size:
        yield Entry(pointer, told, lines_of(size.quote))


def _phase(facts: Facts, ids: Ids, unit: Unit) -> Entry:
    times = (*_row_weeks(facts, unit), *_agreeing_dates(facts).get(unit, ()), *headed_words(facts, unit))
    quotes = quotes_of(facts, unit)
    return entry(
        ("phases", ids.units[unit]), _told(facts, ids, unit), *quotes, translated=times, told=_time(facts, unit)
    )


def _wave(facts: Facts, ids: Ids, unit: Unit, place: _Place) -> Entry:
    phase = ids.units.get(place.phase) if place.phase else None
    value = {"phase": phase, **_told(facts, ids, unit)}
    quotes = quotes_of(facts, unit)
    quotes += [place.listed.quote()] if place.listed else []
    times = (*_row_weeks(facts, unit), *([place.listed.plain] if place.listed else []), *headed_words(facts, unit))
    return entry(("waves", ids.units[unit]), value, *quotes, translated=times, told=_time(facts, unit))


@lru_cache(maxsize=1)
def _agreeing_dates(facts: Facts) -> dict[Unit, tuple[str, ...]]:
    """The words of the dates that parts are told with beside their weeks, where all tell the same first week."""
    found: dict[Unit, tuple[str, ...]] = {}
    begins: set[int] = set()
    for unit in facts.defined:
        stays = facts.whole_stays(unit)
        weeks = [stay.window.first for stay in stays if stay.window.scale == "week"]
        dates = [stay for stay in stays if stay.window.scale == "date" and is_dated(stay.window)]
        if weeks and dates:
            begins |= {(stay.window.first or 0) - (weeks[0] or 0) for stay in dates}
            found[unit] = tuple(stay.quote.text for stay in dates if _tells_dates_alone(stay.quote.text))
    return found if len(begins) == 1 else {}


def _tells_dates_alone(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return all(word in NAMES or word in {"to", "until", "from"} for word in words)


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
