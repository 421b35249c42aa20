"""Parts of the work that a table, a list or headings set beside each other, each with its name and its time."""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.blocks import Text
from generator.audit.understanding.boxed import Boxed, across, boxed_in, chained
from generator.audit.understanding.called import Name, is_key, key_name, names_in
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.timed_sections import of_headings, titled
from generator.audit.understanding.units import TESTS
from generator.audit.understanding.windows import WEEK, Window, week_window
from generator.audit.understanding.words import level

_RANGE = re.compile(
    r"(?:days? |weeks? |[dw])?(\d{1,3})(?:\s?(?:-|to)\s?(?:[dw]|days? |weeks? )?(\d{1,3}))?", re.IGNORECASE
)
_SCALE = re.compile(r"\b(?P<scale>day|week)s?\b", re.IGNORECASE)
_PER = re.compile(r"\b(?:per|of the|takes|length|duration|needed|no\.?|number)\b|/", re.IGNORECASE)
_NOT_WORK = re.compile(
    r"\b(?:meetings?|reviews?|checks?|checkpoints?|gates?|milestones?|risks?|tests?|calls?|calendar|letters?"
    r"|deadlines?|dates|days?|hours|shifts?|holidays?|alerts?)\b",
    re.IGNORECASE,
)
_ASIDE = frozenset({"owner", "people", "money", "risk", "mitigation", "share", "score", "depends", "start", "end"})
WHO = re.compile(
    r"\b(?:by|who|whom|leads?|captain|owners?|decides|responsible|chairs?|contact|team|crew)\b", re.IGNORECASE
)
"""Heading of a column of people."""
_GAP = re.compile(r"\s{2,}")
"""What parts a name from its title in a box: `Stage I   Prepare`."""
_FEWEST = 2
_LONG = 120


def series_of(reading: Reading) -> list[Series]:
    """Collect every series of two parts or more that all tell their time, most of them a stretch of it."""
    found = [*_of_tables(reading), *_of_lists(reading), *of_headings(reading), *_of_boxes(reading)]
    return [each for each in found if _FEWEST <= len(each.parts) <= _LONG and each.scales() and _are_stretches(each)]


def _are_stretches(series: Series) -> bool:
    """Single days are points in time; half of the parts at least take longer."""
    scale = series.scales()[0]
    windows = [told[0] for part in series.parts if (told := part.at(scale))]
    return sum(each.grain == WEEK or each.first != each.last for each in windows) * 2 >= len(windows)


def _of_tables(reading: Reading) -> Iterator[Series]:
    for grid, rows in reading.tables:
        header = level(grid.header[grid.key_column].plain)
        kind = grid.first.removeprefix("unit:")
        work = [row for row in rows if not is_total(row) and row.cells[grid.key_column].plain.strip()]
        if kind in TESTS or _NOT_WORK.search(header) or "risk" in grid.meanings or len(work) > _LONG:
            continue
        bare = {column: scale for column in range(len(grid.header)) if (scale := _bare_scale(work, column))}
        parts = [part for row in work if (part := _of_row(row, bare))]
        if len(parts) == len(work):
            yield Series(tuple(parts), "table", grid)


def _bare_scale(rows: list[Row], column: int) -> str:
    """The scale of a column of bare stretches, as its heading tells it: 1-15 below *Working days*."""
    header = level(rows[0].grid.header[column].plain) if rows else ""
    found = _SCALE.search(header)
    matches = [_RANGE.fullmatch(level(row.cells[column].plain).strip()) for row in rows]
    if not found or _PER.search(header) or not all(matches) or not any(match and match[2] for match in matches):
        return ""
    firsts = [int(match[1]) for match in matches if match]
    return found["scale"].lower() if firsts == sorted(firsts) else ""


def _of_row(row: Row, bare: dict[int, str]) -> Part | None:
    told: list[tuple[Window, Quote]] = []
    for column, scale in bare.items():
        found = _RANGE.fullmatch(level(row.cells[column].plain).strip())
        if found:
            first, last = int(found[1]), int(found[2] or found[1])
            window = week_window(first, last) if scale == "week" else Window("day", first, last)
            told.append((window, row.mark(row.cells[column])))
    whole = row_window(row)
    if whole and whole[0].is_whole:
        told.append((whole[0], row.mark(whole[1])))
    told += [(cell.windows[0].window, row.mark(cell)) for cell in row.cells[1:] if _is_all(cell)]
    key = row.cells[row.grid.key_column]
    if not told or not any(window.scale for window, _ in told):
        return None
    header = row.grid.header[row.grid.key_column].plain
    names, title = key_name(key.plain, header)
    lists = [tuple(names_in(cell.plain)) for column, cell in enumerate(row.cells) if _lists(row, column, key)]
    return Part(names, (title, *lists), tuple(_by_scale(told)), _called(key.plain, names), row.cell("depends"))


def _called(text: str, names: tuple[Name, ...]) -> str:
    """A bare number is told with its noun."""
    bare = is_key(text.strip().lower()) and names
    return " ".join(names[-1]).title() if bare else text.strip()


def _is_all(cell: Phrase) -> bool:
    """A stretch of time and nothing else, but for a weekday or a time of day."""
    if len(cell.windows) != 1 or not cell.windows[0].window.is_whole:
        return False
    found = cell.windows[0]
    rest = level(cell.plain)[: found.start] + level(cell.plain)[found.end :]
    return len(re.sub(r"\W", "", rest)) <= len("weekdays")


def _by_scale(told: list[tuple[Window, Quote]]) -> Iterator[tuple[Window, Quote]]:
    """One statement a scale, the first."""
    seen: set[str] = set()
    for window, quote in told:
        if window.scale not in seen:
            seen.add(window.scale)
            yield window, quote


def _lists(row: Row, column: int, key: Phrase) -> bool:
    cell = row.cells[column]
    bare = re.fullmatch(r"[\W\d]*", level(cell.plain))
    told = cell.windows or row.grid.meanings[column] in _ASIDE or WHO.search(level(row.grid.header[column].plain))
    return cell is not key and not bare and not told


def _of_lists(reading: Reading) -> Iterator[Series]:
    """Entries that begin with a name, tell one stretch of time, and stand side by side in one list."""
    groups: dict[tuple[object, ...], list[Phrase]] = defaultdict(list)
    below: dict[tuple[str, int], list[Phrase]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.item:
            above = phrase.item.above
            groups[phrase.text.file, phrase.under, phrase.lead, above].append(phrase)
            if above:
                below[_line(above)].append(phrase)
    for phrases in groups.values():
        under = phrases[0].under
        parts = [part for phrase in phrases if (part := titled(phrase, below.get(_line(phrase.text), [])))]
        if not (under and _NOT_WORK.search(under[-1].text.plain)):
            yield Series(tuple(parts), "list", under)


def _line(text: Text) -> tuple[str, int]:
    return text.file, text.place().line


def _of_boxes(reading: Reading) -> Iterator[Series]:
    """Parts from left to right, in drawings and across tables."""
    drawn = [(boxes, drawing) for drawing in reading.drawings for boxes in boxed_in(drawing)]
    tables = [(across(grid, rows), grid) for grid, rows in reading.tables]
    lines = (phrase for phrase in reading.phrases if phrase.is_spoken or phrase.form == "code")
    chains = [(boxes, phrase) for phrase in lines if len(phrase.windows) > 1 and (boxes := chained(phrase))]
    for boxes, place in (*drawn, *tables, *chains):
        parts = [Part(*_box_names(each), ((each.window, each.quote),), each.name) for each in boxes]
        yield Series(tuple(parts), "box", place)


def _box_names(boxed: Boxed) -> tuple[tuple[Name, ...], tuple[tuple[Name, ...], ...]]:
    names, title = key_name(_GAP.sub(": ", boxed.name, count=1), "")
    return names, (title, *(tuple(names_in(each)) for each in boxed.titles))
