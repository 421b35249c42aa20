"""The tasks of a first plan: what rows and entries tell, and what is listed under a part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.audit.first_plan.draft import Entry, entry, id_of, lines_of, plain, prose
from generator.audit.first_plan.hours import AROUND_THE_CLOCK
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.lengths import headed_length, length_told
from generator.audit.first_plan.parts import name_of, named_part, own_row, rows_of_parts
from generator.audit.first_plan.row_task import RowTask
from generator.audit.first_plan.rows import row_rest
from generator.audit.first_plan.times import can_be_told, row_times, when_text, workdays_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import Unit
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import core_of, key_of
from generator.findings import Pointer

_LONGEST = 60


@dataclass(frozen=True)
class Where:
    """The part that tasks stand in, and all the time that it is at work."""

    pointer: Pointer
    stay: Stay | None
    lasts: str | None = None
    """How long all of it takes, where the documents tell that and no time."""

    @property
    def window(self) -> Window | None:
        """Its time alone."""
        return self.stay.window if self.stay else None


def where_of(facts: Facts, pointer: Pointer, unit: Unit, stay: Stay | None) -> Where:
    """Tell where the tasks of a part stand, and how long it takes if no time of it is told."""
    row = own_row(facts, unit) if stay is None else None
    lasts = headed_length(facts, unit) or (length_told(row) if row else None)
    return Where(pointer, stay, lasts if stay is None else None)


def row_entries(ids: Ids, told: list[RowTask], place: "Where") -> Iterator[Entry]:
    """Tasks with a time of their own keep it; others take that of their part.

    What takes place at a time that a plan cannot tell is no task of it: it would begin with the plan.
    """
    where, stay = place.pointer, place.stay
    for task in told:
        own = _own_window(task, stay)
        window = own or (stay.window if stay else None)
        if task.key in ids.tasks or not can_be_told(window):
            continue
        pointer = _remembered(ids, task, where, own)
        value = {
            **_task(task.name, window, task.lasts or place.lasts),
            **_by_the_clock(task),
            "description": prose(task.rest),
        }
        times = task.times if own or not task.window else ()
        made = entry(pointer, value, task.quote, translated=times, told=window)
        yield replace(made, counted=task.lasts is not None)


def _remembered(ids: Ids, task: RowTask, where: Pointer, own: Window | None) -> Pointer:
    """Give a task its id and keep what others may call it by."""
    given = ids.tasks[task.key] = id_of(task.name, ids.taken(), "task")
    pointer = ids.pointers[task.key] = (*where, "tasks", given)
    if where:
        ids.within[given] = str(where[-1])
    if task.name.endswith(")") and (short := task.name.partition("(")[0].strip()):
        ids.called.setdefault(short, []).append(given)
    if own:
        ids.windows[task.key] = own
    if task.row is None and task.window:
        ids.spoken[task.quote.place.file, task.quote.place.line] = pointer
    if task.needs:
        ids.needs[pointer] = (task.needs, task.quote)
    if task.row:
        ids.rows[task.row].append(pointer)
    return pointer


def _by_the_clock(task: RowTask) -> dict[str, str]:
    """Work that begins at an hour is done day and night, and lasts for hours."""
    begin = when_text(task.window) if task.window and task.hours else None
    if begin is None or task.hours is None:
        return {}
    return {"duration": task.hours.duration, "start": f"{begin} {task.hours.clock}", "calendar": AROUND_THE_CLOCK}


def _own_window(task: RowTask, stay: Stay | None) -> Window | None:
    """What is only due begins with its part."""
    window = task.window
    if window is None or window.first is not None:
        return window
    outer = stay.window if stay and stay.window.scale == window.scale else None
    if outer is None or outer.first is None or outer.first > (window.last or 0):
        return None
    return replace(window, first=outer.first, grain=max(window.grain, outer.grain))


def listed_tasks(facts: Facts, ids: Ids, unit: Unit, where: Where) -> Iterator[Entry]:
    """Each thing listed under a part becomes a task over all of its time; the part itself where nothing is listed."""
    if not can_be_told(where.window):
        return
    pieces = [piece for piece in facts.pieces if piece.unit == unit and _is_named(piece.name)]
    fresh = {piece.key: piece for piece in reversed(pieces) if piece.key not in ids.tasks}
    for piece in reversed(fresh.values()):
        ids.tasks[piece.key] = id_of(piece.name, ids.taken(), "task")
        pointer = ids.pointers[piece.key] = (*where.pointer, "tasks", ids.tasks[piece.key])
        yield entry(pointer, _task(piece.name, where.window, where.lasts), piece.quote, told=where.window)
    row = rows_of_parts(facts).get(unit)
    if not fresh and (where.window or where.lasts or (row and length_told(row))):
        made = _own_task(facts, ids, unit, where)
        yield made
        yield from _described(facts, unit, made.pointer) if row is None else ()


def _described(facts: Facts, unit: Unit, task: Pointer) -> Iterator[Entry]:
    """What a row that tells no time says of a part."""
    row = own_row(facts, unit)
    rest = row_rest(row, row.cells[row.grid.key_column], ()) if row else ""
    if row and rest:
        yield Entry((*task, "description"), prose(rest), lines_of(row.mark(row.cells[0])))


def _own_task(facts: Facts, ids: Ids, unit: Unit, where: Where) -> Entry:
    """The one task of a part of which nothing more is told."""
    row = rows_of_parts(facts).get(unit)
    name = name_of(named_part(facts, unit), unit)
    key = key_of(f"{unit} {name}")
    ids.tasks[key] = id_of(f"{name} work", ids.taken(), "task")
    pointer = (*where.pointer, "tasks", ids.tasks[key])
    ids.within[ids.tasks[key]] = str(where.pointer[-1])
    lasts = (length_told(row) if row else None) or where.lasts
    times = row_times(row) if row else ()
    rest = row_rest(row, row.cells[row.grid.key_column], times) if row else ""
    value = {**_task(name, where.window, lasts), "description": prose(rest)}
    if row:
        ids.rows[row].append(pointer)
    quotes = [row.mark(row.cells[0])] if row else []
    made = entry(pointer, value, *quotes, translated=times, told=where.window)
    return replace(made, counted=lasts is not None)


def _is_named(words: str) -> bool:
    """A figure is no task."""
    return bool(core_of(words)) and len(words) <= _LONGEST and len(re.findall(r"[^\W\d_]", words)) > 1


def _task(name: str, window: Window | None, lasts: str | None = None) -> dict[str, Any]:
    lasts = lasts or f"{workdays_of(window)}d"
    return {"name": plain(name), "duration": lasts, "start": when_text(window) if window else None}
