"""When each part of the plan is at work, everywhere the documents tell it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.audit.understanding.phrases import Drawing, Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import SCALES, row_units, row_window
from generator.audit.understanding.units import OUTER, TESTS, Mention, Unit, units_only
from generator.audit.understanding.windows import Found, Window
from generator.audit.understanding.words import level

_LINKING = re.compile(
    r"(?:[^.;!?\d]{0,60}?\b(?P<verb>runs?|is|are|spans?|covers?|lasts?|takes place|scheduled|planned|works?"
    r"|happens?|stays?|held|due)\b)?"
    r"[\s:,(\[|-]*(?:in|during|from|over|across|on|at|for)?[\s(]*(?:(?:the )?end of )?(?:calendar )?",
    re.IGNORECASE,
)
_STARTING = re.compile(
    r"[^.;!?\d]{0,40}\b(?:starts?|begins?|kicks? off|opens?)\b[\s:]*(?:in|on|at|from|with)?\s*", re.IGNORECASE
)
_ENDING = re.compile(
    r"[^.;!?\d]{0,40}\b(?:ends?|finish(?:es)?|closes?|(?:is|are|be) (?:done|finished|complete|completed)"
        r"|completes?)\b[\s:]*(?:in|on|by|at|with)?\s*(?:the )?(?:end of )?",
    re.IGNORECASE,
)  # fmt: skip
_PAIR = 2
_NO_STAY = re.compile(
    r"\b(?:not|never|before|after|unless|if|until|except|without|review|depends|needs|instead)\b", re.IGNORECASE
)


_LABELLED = re.compile(
    r"\W*(?:runs?|when|weeks?|dates?|times?|time ?frame|window|timing|schedule[d]?|period|planned(?: for)?"
    r"|duration)\W*:\W*(?:from\s)?|\W*from\s",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\s[A-Z][\w &/'-]{2,50}[,(]\s*")
_OPENING = re.compile(
    r"(?:(?:takes|runs|lasts|planned|scheduled|due)\b|[\w &'-]{0,40},"
    r"|(?:when|time|dates?|timing|duration|period):)?\s*"
    r"(?:in|on|during|from|over|for)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stay:
    """A part of the plan and when it is at work; `form` is whole, rows (of a timeline without gaps) or part."""

    unit: Unit
    window: Window
    quote: Quote
    form: str = "whole"


def stays_of(reading: Reading) -> list[Stay]:
    """Collect every statement of when a part is at work."""
    stays = [stay for phrase in reading.headings for stay in _heading_stays(phrase)]
    stays += [stay for phrase in reading.phrases for stay in _item_stays(phrase)]
    stays += [stay for heading, first in pairwise(reading.phrases) for stay in _opening_stays(heading, first)]
    stays += [stay for grid, rows in reading.tables for stay in _table_stays(grid, rows)]
    stays += [stay for drawing in reading.drawings for stay in _drawing_stays(drawing)]
    known = _known_names(reading)
    spoken = (phrase for phrase in reading.phrases if phrase.is_spoken)
    stays += [stay for phrase in spoken for stay in _prose_stays(phrase, known)]
    order = {document.file: number for number, document in enumerate(reading.documents)}
    return sorted(stays, key=lambda stay: (order[stay.quote.place.file], stay.quote.place))


def _heading_stays(phrase: Phrase) -> Iterator[Stay]:
    """A heading tells the time of the one part that it begins with."""
    units, windows = phrase.units, phrase.windows
    if len(windows) == 1 and len({each.unit for each in units}) == 1 and units[0].end <= windows[0].start:
        yield Stay(units[0].unit, windows[0].window, phrase.mark(windows[0].start, windows[0].end))


def _opening_stays(heading: Phrase, first: Phrase) -> Iterator[Stay]:
    """Words such as `Three developers, weeks 5-9.` right below a heading tell the time of the part it names."""
    units = units_only(heading.plain, labels=heading.style.labels) if heading.form == "heading" else []
    if len(units) != 1 or first.form != "paragraph" or first.units or not first.windows:
        return
    found, plain = first.windows[0], level(first.plain)
    if _OPENING.fullmatch(plain[: found.start]) and re.match(r"\W*$|[.;,]\s", plain[found.end :]):
        yield Stay(units[0].unit, found.window, first.mark(found.start, found.end))


def _item_stays(phrase: Phrase) -> Iterator[Stay]:
    """`WP2 Experiments, months 5-12`: an entry of a part, its title and its time, and nothing else."""
    plain = level(phrase.plain)
    if phrase.form != "item" or len(phrase.windows) != 1:
        return
    if _LABELLED.fullmatch(plain[: phrase.windows[0].start]) and not plain[phrase.windows[0].end :].strip(" .;"):
        above = units_only(phrase.under[-1].text.plain, labels=phrase.style.labels) if phrase.under else []
        found = phrase.windows[0]
        yield from (Stay(each.unit, found.window, phrase.mark(found.start, found.end)) for each in above[:1])
    if len(phrase.units) != 1:
        return
    mention, found = phrase.units[0], phrase.windows[0]
    before, rest = plain[: mention.start], plain[found.end :]
    titled = mention.end <= found.start and _TITLED.fullmatch(plain[mention.end : found.start])
    if titled and not before.strip(" *") and not rest.strip(" .;)"):
        yield Stay(mention.unit, found.window, phrase.mark(found.start, found.end))


def _table_stays(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Stay]:
    by_unit: dict[Unit, list[tuple[Window, Quote]]] = defaultdict(list)
    leading: set[Unit] = set()
    told: list[Window] = []
    by_phase, listing = _are_phases(rows), _lists_members(grid, rows)
    for row in rows:
        found = row_window(row)
        if found is None:
            continue
        told.append(found[0])
        named = list(row_units(row))
        several = by_phase and len({each.unit for each, _ in named if each.unit.kind not in OUTER}) > 1
        for mention, cell in named:
            inner = several and mention.unit.kind not in OUTER
            if _is_member(row, mention, cell) or inner or row.cells.index(cell) in listing:
                continue
            leads = cell is row.cells[grid.key_column] and not mention.listed
            by_unit[mention.unit].append((found[0], row.mark(found[1] if leads else cell)))
            if leads:
                leading.add(mention.unit)
    complete = grid.first in {*SCALES, "when"} and _adjoin([each for each in told if each.is_whole])
    for unit, parts in by_unit.items():
        alone = unit in leading and len(parts) == 1
        yield from _union(unit, parts, "whole" if alone else "rows" if complete else "part")


def _are_phases(rows: tuple[Row, ...]) -> bool:
    """Tell whether each row is about a phase of its own: its time is the phase's, whatever stands before it."""
    outer = [[each.unit for each, _ in row_units(row) if each.unit.kind in OUTER] for row in rows]
    return all(len(each) == 1 for each in outer) and len({each[0] for each in outer}) == len(rows) > 1


def _lists_members(grid: Grid, rows: tuple[Row, ...]) -> frozenset[int]:
    """Where rows have names of their own, columns that list several parts: the time is that of the row."""
    if grid.first in {*SCALES, "when", "start", "end"}:
        return frozenset()
    named = [(row, cell) for row in rows for _, cell in row_units(row)]
    listing = {row.cells.index(cell) for row, cell in named if named.count((row, cell)) > 1}
    return frozenset(listing - {grid.key_column})


def _is_member(row: Row, mention: Mention, cell: Phrase) -> bool:
    """A row of a phase tells when the phase is at work; the waves that it lists work somewhere in it."""
    key = row.grid.key_column
    led = row.grid.first.removeprefix("unit:") in OUTER and cell is not row.cells[key]
    return led and mention.unit.kind not in OUTER | TESTS


def _union(unit: Unit, parts: list[tuple[Window, Quote]], form: str) -> Iterator[Stay]:
    windows = [window for window, _ in parts]
    scales = {window.scale for window in windows}
    if len(parts) == 1:
        yield Stay(unit, windows[0], parts[0][1], form)
    elif len(scales) == 1 and all(window.is_whole for window in windows) and (form != "rows" or _adjoin(windows)):
        first, last = min(window.first or 0 for window in windows), max(window.last or 0 for window in windows)
        united = Window(windows[0].scale, first, last, max(window.grain for window in windows))
        yield Stay(unit, united, max(parts, key=lambda part: part[0].last or 0)[1], form)


def _drawing_stays(drawing: Drawing) -> Iterator[Stay]:
    """A line of a box tells one stretch of time, and the parts at work in it; what goes on is told in several."""
    by_unit: dict[Unit, list[tuple[Window, Quote]]] = defaultdict(list)
    for phrase in drawing.lines:
        windows = phrase.windows
        for each in _at_work(phrase) if len(windows) == 1 else ():
            if _is_beside(phrase, each, windows[0]):
                quote = phrase.mark(windows[0].start, windows[0].end)
                by_unit[each.unit].append((windows[0].window, quote))
    for unit, parts in by_unit.items():
        yield from _union(unit, parts, "rows" if len(parts) > 1 else "whole")


def _at_work(phrase: Phrase) -> list[Mention]:
    """Of a phase and the several parts in its line, the phase is at work all the time that the line tells."""
    outer = [each for each in phrase.units if each.unit.kind in OUTER]
    inner = {each.unit for each in phrase.units if each.unit.kind not in OUTER | TESTS}
    return outer if outer and len(inner) > 1 else phrase.units


def _is_beside(phrase: Phrase, mention: Mention, found: Found) -> bool:
    """Tell whether a part stands in brackets, right behind the time, or before it with words alone between."""
    plain = level(phrase.plain)
    before = plain[: mention.start]
    boxed = before.count("[") > before.count("]") or before.count("|") > 0
    direct = found.end <= mention.start and not plain[found.end : mention.start].strip(" :-|>[")
    return boxed or direct or _links(phrase, mention, found)


def _links(phrase: Phrase, mention: Mention, found: Found) -> bool:
    between = level(phrase.plain)[mention.end : found.start]
    return mention.end <= found.start and bool(re.fullmatch(r"[^\d]{0,60}", between))


def _known_names(reading: Reading) -> dict[str, Unit]:
    """Return the parts that tables list by name rather than by number."""
    return {
        level(cell.plain).strip().lower(): mention.unit
        for grid, rows in reading.tables
        for row in rows
        for mention, cell in row_units(row)
        if cell is row.cells[grid.key_column] and not cell.units and mention.unit.number is None
    }


def _all_units(phrase: Phrase, known: dict[str, Unit]) -> list[Mention]:
    """Parts named by number anywhere, and by name at the beginning."""
    lowered = level(phrase.plain).lower()
    named = [
        Mention(unit, 0, len(name)) for name, unit in known.items() if re.match(rf"{re.escape(name)}\b", lowered)
    ]
    return phrase.units or named[:1]


def _prose_stays(phrase: Phrase, known: dict[str, Unit]) -> Iterator[Stay]:
    """A sentence tells the time of the part that is its subject, where it names no other."""
    plain = level(phrase.plain)
    named = _all_units(phrase, known) if phrase.windows else []
    for start, end in _sentences(plain) if named else ():
        units = [each for each in named if start <= each.start < end]
        windows = [each for each in phrase.windows if start <= each.start < end]
        if (
            len(windows) == 1
            and units
            and len({each.start for each in units}) == 1
            and units[0].end <= windows[0].start
        ):
            between = plain[units[0].end : windows[0].start]
            rest = plain[windows[0].end : end]
            yield from _told(phrase, units, windows[0], between, rest)


def _told(phrase: Phrase, units: list[Mention], found: Found, between: str, rest: str) -> Iterator[Stay]:
    window = found.window
    if _NO_STAY.search(between) or re.match(r"\s*(?:day|d\s?\d)", rest):
        return
    title = re.match(r"\s*[:(-]\s*[A-Z][\w &/]{2,50}?\s*(?=[(,:-])", between)
    if _STARTING.fullmatch(between):
        window = replace(window, last=None)
    elif _ENDING.fullmatch(between):
        window = replace(window, first=None)
    elif (
        window.grain == 1 and window.first == window.last and units[0].unit.kind not in TESTS
    ) or not _LINKING.fullmatch(between[title.end() :] if title else between):
        return
    if len(units) > _PAIR or (len(units) > 1 and units[0].unit.kind in OUTER):
        return  # the time of a range is that of all together
    quote = Quote(phrase.plain[units[0].start : found.end], phrase.text.place(found.start, found.end))
    yield from (Stay(each.unit, window, quote) for each in units)


def _sentences(plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in re.finditer(r"[.;!?](?=\s|$)|,\s+(?=(?:and|but|while)\b)", plain):
        yield start, match.end()
        start = match.end()
    yield start, len(plain)


def _adjoin(windows: list[Window]) -> bool:
    """Tell whether stretches follow each other without a gap."""
    ordered = sorted(windows, key=lambda each: each.first or 0)
    return all((right.first or 0) <= (left.last or 0) + 1 for left, right in pairwise(ordered))
