"""Tasks as tables and lists tell them: rows and entries that belong to a part, each with its own time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.audit.calendar import NAMES, WEEKDAY
from generator.audit.first_plan.hours import Hours, hour_words, row_hours
from generator.audit.first_plan.lengths import is_length, length_told
from generator.audit.first_plan.listed import is_length_of_part, listed_work
from generator.audit.first_plan.part_labels import below_parents, is_done_when
from generator.audit.first_plan.subjects import EXCLUDED, subject_of, table_subject
from generator.audit.first_plan.times import is_dated, row_days, row_times, told_window
from generator.audit.first_plan.wording import DANGLING
from generator.audit.understanding.columns import section_meanings
from generator.audit.understanding.entries import is_total, names_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import parts_of
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.units import TEAMS, TESTS, Mention, Unit, units_only
from generator.audit.understanding.windows import WEEK, Found, Window
from generator.audit.understanding.words import core_of, key_of, level

_TASKS = frozenset({"", "name", "deliverable", "parts", "unit:package", "identity"})
_OTHERS = frozenset(
    {"impact", "probability", "rollback time", "target", "alert", "limit", "metric", "scope", "money"}
)
_ELSEWHERE = frozenset({"alert", "target", "rollback", "criteria", "risk", "meeting", "resource", "test"})
_PEOPLE = frozenset({"role", "roles", "name", "names", "area", "function", "person", "team"})
_NAME = re.compile(r"(?P<name>[^:;()]{3,60}?)(?:\s*(?:[(:;]|\s-\s).*)?", re.DOTALL)
_LABEL = re.compile(r"[.;]\s+[A-Z][a-z]+(?: [a-z]+){0,2}:\s")
_LISTED = re.compile(r"\s*\)?\s*(?::|-|,)\s+(?P<list>[^.;]+)\.?\s*")
_NO_TASK = re.compile(
    r"[A-Z][a-z]+ [A-Z]\.|(?:about |at (?:most|least) )?\d[\d.,]*\s?(?:min\w*|h|hours?|days?|weeks?|months?)",
    re.IGNORECASE,
)
_IDLE = re.compile(r"(?:no|nobody|nothing|no one|none|never)\b", re.IGNORECASE)
"""Time in which something is not done."""
_NOT_WORK = frozenset({"checkpoint", "risk", "rollback", "alert", "target", "criterion", "principle", "assumption", EXCLUDED})
_NO_WORK = frozenset({"checkpoint", "risk", "rollback", "alert", "target", EXCLUDED})
_UNKNOWN = frozenset({"", "money", "share", "metric", "score"})
_TOLD = _UNKNOWN | {"identity", *(f"unit:{team}" for team in TEAMS), *TEAMS}
_SIZES = frozenset({"people"})
"""Where a row belongs to a part, these are the people of that part."""
_TIMED = frozenset({"start", "end", "when", "week", "duration", "month", "day"})
_LENGTHS = frozenset({"duration", "week", "day"})
_LONGEST = 60
_LONGEST_ENTRY = 90


@dataclass(frozen=True)
class RowTask:
    """A piece of work of its own name; `unit` is the part that it belongs to."""

    name: str
    unit: Unit | None
    window: Window | None
    quote: Quote
    times: tuple[str, ...] = ()
    """The words that tell its time."""
    rest: str = ""
    """What else its row tells."""
    row: Row | None = None
    group: str = ""
    """What its table calls its rows, or the heading of its list."""
    lasts: str | None = None
    """How long it takes, where told."""
    needs: str = ""
    """What an entry of a list says that it waits for."""
    hours: Hours | None = None
    """When on its first day it begins, and how long it lasts, where it is done by the clock."""

    @property
    def key(self) -> frozenset[str]:
        """The words that tell it from others."""
        return key_of(self.name)


def row_tasks(facts: Facts) -> list[RowTask]:
    """Collect the tasks of tables of work and of lists right below the headings of parts, those with a time first."""
    by_name = {core_of(named.name): named.unit for named in facts.names if named.unit.kind not in TESTS}
    dated = {id(each.under[-1].text) for each in facts.reading.phrases if each.item and each.windows and each.under}
    tables = [
        task
        for grid, rows in facts.reading.tables
        if _tells_work(grid) and not (_is_untimed(grid) and _beside_dated(grid, dated))
        for row in rows
        for task in _of_row(facts, row, by_name)
    ]
    items = [
        task
        for phrase in facts.reading.phrases
        if phrase.form == "item" and phrase.item and not phrase.item.depth and subject_of(phrase) not in _NOT_WORK
        for task in (*_of_part(phrase), *_of_stretch(facts, phrase), *_of_item(facts, phrase))
    ]
    items += [task for unit, phrase in below_parents(facts) for task in _of_nested(unit, phrase)]
    return sorted([*tables, *items], key=lambda task: task.window is None)


def _tells_work(grid: Grid) -> bool:
    """Tell a table of work from one of risks, figures, people or tests."""
    meanings, first = set(grid.meanings), grid.header[grid.key_column].plain.strip().lower() if grid.header else ""
    if table_subject(grid) in _NO_WORK:
        return False
    timed = meanings & _TIMED
    below = bool(grid.under) and bool(units_only(grid.under[-1].text.plain, labels=grid.header[0].style.labels))
    about = set(section_meanings([heading.text.plain for heading in grid.under[-1:]])) & _ELSEWHERE
    return bool(timed or below) and not (meanings & _OTHERS or about or first in _PEOPLE)


def _is_untimed(grid: Grid) -> bool:
    return not {*grid.meanings} & _TIMED


def _beside_dated(grid: Grid, dated: set[int]) -> bool:
    """Where a list of the same section tells when things are done, a table that tells no time is of things."""
    return bool(grid.under) and id(grid.under[-1].text) in dated


def _of_row(facts: Facts, row: Row, by_name: dict[frozenset[str], Unit]) -> Iterator[RowTask]:
    name = row.cell("name", "deliverable", "parts", "unit:package") or _key(row)
    if (
        name is None
        or is_total(row)
        or names_total(name.plain)
        or not key_of(name.plain)
        or len(name.plain) > _LONGEST
    ):
        return
    if any(_names_part(facts, each) for each in name.units) or not re.search(r"[^\W\d]{2}", name.plain):
        return
    found, unit = told_window(row), _own_package(facts, row) or _unit(facts, row, by_name)
    if not unit and (not (found and found[0].first is not None) or len(row_days(row)) > 1):
        return
    listed = unit and _key_unit(row) == unit and unit.kind != "package"
    told = parts_of(name.plain) if listed else [(name.plain, 0, len(name.plain))]
    parts = [each for each in told if _is_named(each[0])]
    for part, start, end in parts:
        window = found[0] if found and not listed else None
        hours = row_hours(row) if window else None
        times = hour_words(row, hours) if hours else row_times(row)
        rest = row_rest(row, name, times, _SIZES if unit is None else frozenset()) if len(parts) == 1 else ""
        made = RowTask(part.strip(), unit, window, name.quote(start, end), times, rest, row)
        yield replace(made, group=_called(row), lasts=length_told(row), hours=hours)


def _own_package(facts: Facts, row: Row) -> Unit | None:
    """The package that a row is about, where a heading is about it as well: its work belongs to it."""
    unit = _key_unit(row)
    headed = {each.unit for phrase in facts.reading.headings for each in phrase.units}
    return unit if unit and unit.kind == "package" and unit in facts.defined and unit in headed else None


def _called(row: Row) -> str:
    """One of the rows of a table: `room` below *Rooms*."""
    return level(row.grid.header[row.grid.key_column].plain).strip(" *").lower().removesuffix("s")


def _names_part(facts: Facts, mention: Mention) -> bool:
    """A cell about a part is no task; one that a test stands behind may be."""
    return mention.unit in facts.defined and (mention.unit.kind not in TESTS or not mention.start)


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
        for mention in units_only(cell.plain, kind, cell.style.labels) if kind else ():
            unit = by_name.get(core_of(cell.plain), mention.unit)
            return unit if unit in facts.defined else None
    return _above(facts, row.cells[0])


def _above(facts: Facts, phrase: Phrase) -> Unit | None:
    title = phrase.under[-1].text.plain if phrase.under else ""
    units = [each.unit for each in units_only(title, labels=phrase.style.labels)]
    known = len(units) == 1 and units[0] in facts.defined and units[0].kind not in TESTS - {"milestone"}
    return units[0] if known else None


def _of_item(facts: Facts, phrase: Phrase) -> Iterator[RowTask]:
    if phrase.units or phrase.windows or phrase.is_box:
        return
    unit, found = _above(facts, phrase), _NAME.fullmatch(level(phrase.plain).strip())
    if not unit or unit.kind in TESTS:
        return
    if listed := listed_work(phrase):
        yield RowTask(listed.name, unit, None, phrase.quote(), listed.words, lasts=listed.lasts, needs=listed.needs)
    elif found and key_of(found["name"]) and not is_length_of_part(phrase):
        yield RowTask(found["name"].strip(), unit, None, phrase.quote())


def _of_nested(unit: Unit, phrase: Phrase) -> Iterator[RowTask]:
    """What stands below the entry of a part is its work, but for conditions."""
    name = level(phrase.plain).strip(" .;")
    told = phrase.units or phrase.windows or is_done_when(phrase) or _IDLE.match(name) or re.search(r"[:;]", name)
    if not told and key_of(name) and len(name) <= _LONGEST_ENTRY:
        yield RowTask(name, unit, None, phrase.quote())


def _of_part(phrase: Phrase) -> Iterator[RowTask]:
    """`Sprint 2 (9-20 Feb): directory, mail`: what an entry lists behind a part and its time."""
    if len(phrase.units) != 1 or len(phrase.windows) != 1:
        return
    mention, window, plain = phrase.units[0], phrase.windows[0], level(phrase.plain)
    found = _LISTED.fullmatch(plain, window.end)
    leads = not re.search(r"\w", plain[: mention.start]) and mention.end <= window.start
    for part, start, end in parts_of(found["list"]) if found and leads and mention.unit.kind not in TESTS else ():
        if re.match(r"[^\W\d]", part) and len(part) <= _LONGEST:
            first = found.start("list") if found else 0
            quote = phrase.quote(first + start, first + end)
            yield RowTask(part.strip(), mention.unit, None, quote, (plain[: window.end],))


def _of_stretch(facts: Facts, phrase: Phrase) -> Iterator[RowTask]:
    """`9-20 February: directory` and `Directory (9-20 February)`: work of its own with both of its ends."""
    if phrase.units or len(phrase.windows) != 1 or phrase.is_box:
        return
    found, plain = phrase.windows[0], level(phrase.plain)
    window = found.window
    if not window.is_whole or window.first == window.last or not is_dated(window) or _is_apart(plain, found):
        return
    end = label.start() if (label := _LABEL.search(plain, found.end)) else len(plain)
    before, after = plain[: found.start].strip(" (:-,*"), plain[found.end : end].strip(" ):-,.*")
    led = DANGLING.search(before)
    before = before[: led.start()] if led else before
    name = _NAME.fullmatch(before or after) if bool(before) != bool(after) else None
    if name and not _IDLE.match(name["name"]) and key_of(name["name"]):
        heading = phrase.under[-1].text.plain if phrase.under else ""
        told = (plain[found.start : found.end], led.group() if led else "", *_weekdays(plain))
        unit = _above(facts, phrase)
        yield RowTask(name["name"].strip(), unit, window, phrase.quote(), told, group=heading)


def _is_apart(plain: str, found: Found) -> bool:
    """`Weeks 2 and 5` are two weeks, and no stretch."""
    listed = re.search(r"\band\b|[,&+]", plain[found.start : found.end])
    weeks = (found.window.last or 0) - (found.window.first or 0) + 1
    return bool(listed) and found.window.scale == "week" and weeks > len("ab") * WEEK


def _weekdays(plain: str) -> list[str]:
    return [found.group() for found in re.finditer(rf"\b{WEEKDAY}\b", plain, re.IGNORECASE)]
