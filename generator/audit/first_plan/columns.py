"""Columns read again by what their cells hold, where their headings say too little to place them in a plan.

Contradictions are judged by the headings alone: here a column that is misread is seen and moved, there it stops
somebody.
"""

import re
from dataclasses import replace
from functools import partial
from itertools import pairwise

from generator.audit.first_plan.humans import is_label_of_people, is_name
from generator.audit.first_plan.lengths import length_in
from generator.audit.first_plan.risk_columns import answers, figures_of_risks, ratings, spoken_headers, ways_back
from generator.audit.first_plan.table_columns import UNKNOWN, Table
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.people import whole_person
from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row
from generator.audit.understanding.units import OUTER, TEAMS, TESTS, units_only
from generator.audit.understanding.words import level

_TIMES = frozenset({"when", "start", "end", "week", "day", "month", "duration"})
_FOLLOWS = re.compile(
    r"\W*(?:before|ahead of|opens?|unlocks?|releases?|next|lets|for|clears|allows)\b", re.IGNORECASE
)
_TO_BE = re.compile(
    r"\bto (?!\d)[a-z]{3,}|\b(?:affected|served|concerned|trained|moved|covered|reached|migrated)\b", re.IGNORECASE
)
"""What makes people of a column those that something is done for."""
_DONE_BY = re.compile(
    r"(?:(?:run|led|held|owned|headed|managed|handled|staffed|performed|carried out|built|made|organi[sz]ed) )?by",
    re.IGNORECASE,
)
_CALLED_AT = re.compile(
    r"(?:page|wake|call|warn|tell|ring|notify|alert)(?: \w+){0,2} (?:when|at|if|from)", re.IGNORECASE
)
_ESTIMATED = re.compile(r"\W*(?:est\b|estimat|effort|time\b|duration|length|planned (?:time|effort))", re.IGNORECASE)
_DATED = re.compile(
    r"(?:(?:planned|target|baseline|expected|estimated|forecast|agreed|new|current|proposed|delivery"
    r"|completion|release) )+"
    r"(?:dates?|day|deadline|completion|delivery|week)",
    re.IGNORECASE,
)
_SERVED = re.compile(r"\W*(?:people|persons?|heads|staff|size|head ?count)\W*", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:.*\s)?(?:from|open(?:s|ing)?|begin(?:s|ning)?|start(?:s|ing)?|(?:first|start|starting|opening) da(?:y|te))"
    r"|(?:start|begin|beginning|opening|first day) of .*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:.*\s)?(?:to|until|till|clos(?:es?|ing)|end(?:s|ing)?|finish(?:es)?|(?:last|end|closing|finish) da(?:y|te))"
    r"|(?:end|close|closing|finish|last day) of .*",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Za-z]{0,4}[-. ]?\d{1,4}[a-z]?\.?|[A-Z]")
SECOND = frozenset({"backup", "back-up", "deputy", "stand-in", "substitute", "second"})
"""Whoever steps in for somebody else."""
LARGEST_TEAM = 40
"""More people than that are whom the work is for."""


def by_contents(reading: Reading) -> Reading:
    """Give the columns of all tables the meanings that their cells tell."""
    return replace(reading, tables=tuple(_reread(grid, rows, reading) for grid, rows in reading.tables))


def _reread(grid: Grid, rows: tuple[Row, ...], reading: Reading) -> tuple[Grid, tuple[Row, ...]]:
    body = [row for row in rows if not is_total(row)]
    if not body or not grid.header:
        return grid, rows
    if grid.grouped and len({row.cells[0].plain for row in body}) == len(body) < len(rows):
        grid, rows = replace(grid, grouped=False), tuple(body)
    table = Table(grid, tuple(zip(*(row.cells for row in body), strict=True)))
    for read in (
        _names,
        _days,
        _ends_of_stretches,
        _lengths,
        _day_of_week,
        partial(_people, reading),
        _doers,
        _parts,
        _served,
        _alerts,
        spoken_headers,
        figures_of_risks,
        ratings,
        answers,
        ways_back,
    ):
        table = table.told(read(table))
    return table.grid, tuple(replace(row, grid=table.grid) for row in rows)


def _names(table: Table) -> dict[int, str]:
    """A column such as *Step* or *Id* names the rows where it lists parts, or where no other column does."""
    first = table.meanings[0]
    if first != "identity":
        return {}
    kinds = [_kind(cell) for cell in table.filled(0)]
    known = {kind for kind in kinds if kind} - TESTS
    words = all(
        kind or not _CODE.fullmatch(cell.plain.strip()) for kind, cell in zip(kinds, table.filled(0), strict=True)
    )
    if len(known) == 1 and words:
        return {0: f"unit:{known.pop()}"}
    return {0: ""} if table.grid.first in _TIMES else {}


def _kind(cell: Phrase) -> str:
    found = units_only(cell.plain, labels=cell.style.labels)
    return found[0].unit.kind if len(found) == 1 else ""


def _days(table: Table) -> dict[int, str]:
    """A column such as *Planned date* tells when, though of a row or two no day is known yet."""
    if {"when", "start", "end", "week", "day", "month"} & {*table.meanings}:
        return {}
    named = [
        index
        for index in table.others
        if table.meanings[index] in UNKNOWN and _DATED.fullmatch(level(table.grid.header[index].plain).strip(" *"))
    ]
    single = [sum(len(cell.windows) == 1 for cell in table.filled(index)) for index in named]
    return {named[0]: "when"} if len(named) == 1 and single[0] * 2 > len(table.filled(named[0])) else {}


def _ends_of_stretches(table: Table) -> dict[int, str]:
    """`Sowing from | Sowing to` are two ends; beside the day something starts others are days of their own."""
    headers = [level(each.plain).strip() for each in table.grid.header]
    timed = [
        index
        for index in table.others
        if table.meanings[index] in {"", "when", "start", "end"}
        and table.has(index, lambda cell: len(cell.windows) == 1)
    ]
    for first, last in pairwise(timed):
        if _BEGINS.fullmatch(headers[first]) and _ENDS.fullmatch(headers[last]):
            return dict.fromkeys(timed, "") | {first: "start", last: "end"}
    starts = [index for index in timed if table.meanings[index] == "start"]
    if len(starts) == 1 and "end" not in table.meanings:
        return {index: "" for index in timed if table.meanings[index] == "when"}
    return {}


def _day_of_week(table: Table) -> dict[int, str]:
    """The one column of days beside a column of weeks tells when the rows take place: `Move night | Week`."""
    if "week" not in table.meanings or {"when", "start", "end"} & {*table.meanings}:
        return {}
    dated = [
        index
        for index in table.others
        if table.meanings[index] in UNKNOWN and table.has(index, lambda cell: len(cell.windows) == 1)
    ]
    return {dated[0]: "when"} if len(dated) == 1 else {}


def _people(reading: Reading, table: Table) -> dict[int, str]:
    """A column of people tells who has the rows, whatever it is called; beside it, teams do not."""
    known = {*UNKNOWN, "owner"}
    named = [
        index for index in table.others if table.meanings[index] in known and _names_people(reading, table, index)
    ]
    first = [index for index in named if level(table.grid.header[index].plain).strip().lower() not in SECOND]
    owners = [index for index in first if table.meanings[index] == "owner"] or (first if len(first) == 1 else [])
    beside = {index: "" for index in table.others if table.meanings[index] == "owner" and index not in named}
    return (beside if named else {}) | {index: "owner" if [index] == owners[:1] else "person" for index in named}


def _names_people(reading: Reading, table: Table, index: int) -> bool:
    """Whole names below a heading of people, or names whose words are no others: `In Progress` is nobody."""
    is_told = table.meanings[index] == "owner" or is_label_of_people(table.grid.header[index].plain)
    return table.has(index, whole_person) and (
        is_told or all(is_name(each, reading) for cell in table.filled(index) if (each := whole_person(cell)))
    )


def _doers(table: Table) -> dict[int, str]:
    """Teams and offices below *Run by* have the rows, where no column tells who does."""
    named = [index for index in table.others if table.meanings[index] in UNKNOWN]
    done = [index for index in named if _DONE_BY.fullmatch(level(table.grid.header[index].plain).strip(" *"))]
    return {} if "owner" in table.meanings else dict.fromkeys(done[:1], "owner")


def _parts(table: Table) -> dict[int, str]:
    """A column of parts tells where the rows belong; of parts that come next it tells what they open."""
    found: dict[int, str] = {}
    for index in table.others:
        kinds = {_whole_part(cell) for cell in table.filled(index)}
        if table.meanings[index] == "" and len(kinds) == 1 and (kind := kinds.pop()) and kind not in TESTS:
            follows = _FOLLOWS.match(level(table.grid.header[index].plain))
            found[index] = "opens" if follows else f"unit:{kind}"
    return found


def _whole_part(cell: Phrase) -> str:
    plain = level(cell.plain).strip(" .*")
    found = units_only(plain, labels=cell.style.labels)
    whole = len(found) == 1 and not found[0].start and found[0].end == len(plain)
    return found[0].unit.kind if whole else ""


def _alerts(table: Table) -> dict[int, str]:
    """*Page us when* beside a target is when somebody is called."""
    if "target" not in table.meanings or "alert" in table.meanings:
        return {}
    named = [index for index in table.others if table.meanings[index] in UNKNOWN]
    return {index: "alert" for index in named if _CALLED_AT.fullmatch(level(table.grid.header[index].plain).strip())}


def _served(table: Table) -> dict[int, str]:
    """Hundreds of people beside a wave, and staff to train, are those that it is about, not those that work on it."""
    kind = table.grid.first.removeprefix("unit:")
    people = [index for index in table.others if table.meanings[index] == "people"]
    if served := [index for index in people if _TO_BE.search(level(table.grid.header[index].plain))]:
        return dict.fromkeys(served, "")
    if kind == table.grid.first or kind in TEAMS | OUTER:
        return {}
    counted = [
        index
        for index in table.others
        if table.meanings[index] == "people" and _SERVED.fullmatch(level(table.grid.header[index].plain))
    ]
    return {index: "" for index in counted if any(_figure(cell) > LARGEST_TEAM for cell in table.columns[index])}


def _figure(cell: Phrase) -> int:
    found = re.fullmatch(r"\W*(\d{1,3}(?:[.,' ]?\d{3})*)\W*", level(cell.plain))
    return int(re.sub(r"\D", "", found[1])) if found else 0


def _lengths(table: Table) -> dict[int, str]:
    """Estimates are lengths, whatever they are called: `Est.`, `Effort`, `Time`."""
    if "duration" in table.meanings:
        return {}
    told = [
        index
        for index in table.others
        if table.meanings[index] in {*UNKNOWN, "when", "score"}
        and table.has(index, lambda cell: length_in(cell.plain))
    ]
    named = [index for index in told if _ESTIMATED.match(level(table.grid.header[index].plain))]
    return dict.fromkeys(named[:1], "duration")
