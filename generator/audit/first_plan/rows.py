"""Tasks as tables and lists tell them: rows and entries that belong to a part, each with its own time."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.audit.calendar import NAMES
from generator.audit.first_plan.headed_times import headed_by
from generator.audit.first_plan.hours import hour_words, row_hours
from generator.audit.first_plan.lengths import is_length, length_told
from generator.audit.first_plan.row_task import RowTask
from generator.audit.first_plan.spoken_tasks import names_part, part_above, spoken_tasks
from generator.audit.first_plan.subjects import EXCLUDED, table_subject
from generator.audit.first_plan.times import row_days, row_times, told_window
from generator.audit.understanding.columns import section_meanings
from generator.audit.understanding.entries import is_total, names_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import parts_of
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.units import TEAMS, TESTS, Unit, units_only
from generator.audit.understanding.words import core_of, key_of, level

_TASKS = frozenset({"", "name", "deliverable", "parts", "unit:package", "identity"})
_OTHERS = frozenset(
    {"impact", "probability", "rollback time", "target", "alert", "limit", "metric", "scope", "money"}
)
_ELSEWHERE = frozenset({"alert", "target", "rollback", "criteria", "risk", "meeting", "resource", "test"})
_PEOPLE = frozenset({"role", "roles", "name", "names", "area", "function", "person", "team"})
_NO_TASK = re.compile(
    r"[A-Z][a-z]+ [A-Z]\.|(?:about |at (?:most|least) )?\d[\d.,]*\s?(?:min\w*|h|hours?|days?|weeks?|months?)",
    re.IGNORECASE,
)
_NO_WORK = frozenset({"checkpoint", "risk", "rollback", "alert", "target", EXCLUDED})
_UNKNOWN = frozenset({"", "money", "share", "metric", "score"})
_TOLD = _UNKNOWN | {"identity", *(f"unit:{team}" for team in TEAMS), *TEAMS}
_SIZES = frozenset({"people"})
"""Where a row belongs to a part, these are the people of that part."""
_AIMS = frozenset({"target", "scope", "deliverable"})
_TIMED = frozenset({"start", "end", "when", "week", "duration", "month", "day"})
_LENGTHS = frozenset({"duration", "week", "day"})
_LONGEST = 60
_LONGEST_ENTRY = 90


def row_tasks(facts: Facts) -> list[RowTask]:
    """Collect the tasks of tables of work and of lists right below the headings of parts, those with a time first."""
    by_name = {core_of(named.name): named.unit for named in facts.names if named.unit.kind not in TESTS}
    dated = {id(each.under[-1].text) for each in facts.reading.phrases if each.item and each.windows and each.under}
    tables = [
        task
        for grid, rows in facts.reading.tables
        if _tells_work(facts, grid) and not (_is_untimed(grid) and _beside_dated(grid, dated))
        for row in rows
        for task in _of_row(facts, row, by_name)
    ]
    return sorted([*tables, *spoken_tasks(facts)], key=lambda task: task.window is None)


def _tells_work(facts: Facts, grid: Grid) -> bool:
    """Tell a table of work from one of risks, figures, people or tests."""
    meanings, first = set(grid.meanings), grid.header[grid.key_column].plain.strip().lower() if grid.header else ""
    if table_subject(grid) in _NO_WORK:
        return False
    timed = meanings & _TIMED
    below = bool(grid.header) and headed_by(facts, grid.header[0]) is not None
    others = _OTHERS - {"target", "scope"} if below and "owner" in meanings else _OTHERS
    about = set(section_meanings([heading.text.plain for heading in grid.under[-1:]])) & _ELSEWHERE
    return bool(timed or below) and not (meanings & others or about or first in _PEOPLE)


def _is_untimed(grid: Grid) -> bool:
    return not {*grid.meanings} & _TIMED


def _beside_dated(grid: Grid, dated: set[int]) -> bool:
    """Where a list of the same section tells when things are done, a table that tells no time is of things."""
    return bool(grid.under) and id(grid.under[-1].text) in dated


def _of_row(facts: Facts, row: Row, by_name: dict[frozenset[str], Unit]) -> Iterator[RowTask]:
    name = row.cell("name", "deliverable", "parts", "unit:package") or _milestone(facts, row) or _key(row)
    if (
        name is None
        or is_total(row)
        or names_total(name.plain)
        or not key_of(name.plain)
        or len(name.plain) > _LONGEST_ENTRY
    ):
        return
    if any(names_part(facts, each) for each in name.units) or not re.search(r"[^\W\d]{2}", name.plain):
        return
    found, unit = told_window(row), _own_package(facts, row) or _unit(facts, row, by_name)
    headed = headed_by(facts, row.cells[0])
    above = headed if headed and headed.unit == unit and headed.window and found is None else None
    if not unit and not _has_length(row) and (not (found and found[0].first is not None) or len(row_days(row)) > 1):
        return
    listed = unit and _key_unit(row) == unit and unit.kind != "package"
    told = parts_of(name.plain) if listed else [(name.plain, 0, len(name.plain))]
    parts = [each for each in told if _is_named(each[0])]
    for part, start, end in parts:
        window = above.window if above else found[0] if found and not listed else None
        hours = row_hours(row) if window and not above else None
        times = (above.words,) if above else hour_words(row, hours) if hours else row_times(row)
        besides = (_SIZES if unit is None else frozenset()) | (_AIMS if headed else frozenset())
        rest = row_rest(row, name, times, besides) if len(parts) == 1 else ""
        made = RowTask(part.strip(), unit, window, name.quote(start, end), times, rest, row)
        yield replace(made, group=_called(row), lasts=length_told(row), hours=hours)


def _milestone(facts: Facts, row: Row) -> Phrase | None:
    """What a row below *Milestone* is called, where its table stands below the part or week that it is done in."""
    is_first = row.grid.first == "unit:milestone" and headed_by(facts, row.cells[0]) is not None
    return row.cells[row.grid.key_column] if is_first else None


def _has_length(row: Row) -> bool:
    """A row of a table of estimates is work without a time: `Task | Owner | Estimate | Depends on`."""
    beside = {"owner", "depends", "identity"} & {*row.grid.meanings}
    return bool(beside) and told_window(row) is None and length_told(row) is not None


def _own_package(facts: Facts, row: Row) -> Unit | None:
    """The package that a row is about, where a heading is about it as well: its work belongs to it."""
    unit = _key_unit(row)
    headed = {each.unit for phrase in facts.reading.headings for each in phrase.units}
    return unit if unit and unit.kind == "package" and unit in facts.defined and unit in headed else None


def _called(row: Row) -> str:
    """One of the rows of a table: `room` below *Rooms*."""
    return level(row.grid.header[row.grid.key_column].plain).strip(" *").lower().removesuffix("s")


def _is_named(part: str) -> bool:
    """A day is no name of a task."""
    words = re.findall(r"[^\W\d_]+", part.lower())
    return bool(words) and not NAMES.issuperset(words)


def row_rest(row: Row, name: Phrase, times: tuple[str, ...], besides: frozenset[str] = frozenset()) -> str:
    """What columns of no known meaning tell, each behind its heading: `Branches: 3; Region: coast`.

    So do numbers of rows, and what stands below a heading on time and tells none.
    """
    columns = zip(row.grid.header, row.cells, row.grid.meanings, strict=True)
    told = [
        f"{header.plain.strip()}: {cell.plain.strip()}"
        for header, cell, meaning in columns
        if (meaning in _TOLD | besides or (meaning in _LENGTHS and cell.plain not in times))
        and cell is not name
        and re.search(r"\w", cell.plain)
        and not (is_length(cell) and cell.plain in times)
    ]
    return "; ".join(told)


def _key_unit(row: Row) -> Unit | None:
    """The part that the row itself is about: what else it lists are that part's own things."""
    key, meaning = row.cells[row.grid.key_column], row.grid.meanings[row.grid.key_column]
    found = units_only(key.plain, meaning.removeprefix("unit:"), key.style.labels) if key.plain.strip() else []
    return found[0].unit if len(found) == 1 and found[0].unit.number is not None else None


def _key(row: Row) -> Phrase | None:
    """The first cell with words that are no length of time."""
    for cell, meaning in zip(row.cells, row.grid.meanings, strict=True):
        words = re.search(r"[A-Za-z]{3}", cell.plain) and not _NO_TASK.fullmatch(level(cell.plain).strip())
        if meaning in _TASKS - {"identity"} and words:
            return cell
    return None


def _unit(facts: Facts, row: Row, by_name: dict[frozenset[str], Unit]) -> Unit | None:
    """The part that a column names, by number or by name; else the one of the heading above."""
    for cell, meaning in zip(row.cells, row.grid.meanings, strict=True):
        kind = meaning.removeprefix("unit:") if meaning.startswith("unit:") and meaning != "unit:package" else ""
        kind = "" if cell is _milestone(facts, row) else kind
        for mention in units_only(cell.plain, kind, cell.style.labels) if kind else ():
            unit = by_name.get(core_of(cell.plain), mention.unit)
            return unit if unit in facts.defined else None
    return part_above(facts, row.cells[0])
