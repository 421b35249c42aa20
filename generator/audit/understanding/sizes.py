"""How many people each part of the plan has, in tables, headings and sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.columns import unit_of_figures
from generator.audit.understanding.numbers import Band, band_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import OUTER, TESTS, Mention, Unit, units_only
from generator.audit.understanding.words import key_of, level

_PEOPLE = re.compile(
    r"(?P<band>\d{1,3}(?:\s*-\s*\d{1,3})?)\s+(?:full-time\s+)?(?P<role>devs?|developers?|engineers?|people|persons?|testers?|designers?|ftes?|staff|technicians?)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"dev|people|staff|head|fte|person|engineer", re.IGNORECASE)
_ALL, _THESE = frozenset({"total"}), frozenset({"these"})
_ANYBODY = frozenset({"person", "total", "developer", "size", "headcount", "count"})


@dataclass(frozen=True)
class Size:
    """The people of one part, in one role or in all."""

    unit: Unit
    role: frozenset[str]
    band: Band
    quote: Quote
    table: Grid | None = None


def sizes_of(reading: Reading) -> list[Size]:
    """Collect every statement of how many people work in a part."""
    in_tables = [
        size for grid, rows in reading.tables for row in rows for size in (*_columns(grid, row), *_matrix(grid, row))
    ]
    return [*in_tables, *(size for phrase in reading.phrases for size in _sentence(phrase))]


def _columns(grid: Grid, row: Row) -> Iterator[Size]:
    units = [
        mention.unit for mention, cell in row_units(row) if cell is row.cells[grid.key_column] and not mention.listed
    ]
    if len(units) != 1 or units[0].kind in TESTS:
        return
    parted = grid.meanings.count("people") > 1 or ("people" in grid.meanings and "total" in grid.meanings)
    for cell, header, meaning in zip(row.cells, grid.header, grid.meanings, strict=True):
        total = meaning == "total" and (
            "people" in grid.meanings or (units[0].kind in OUTER and bool(_WHO.search(header.plain)))
        )
        band = band_in(cell.plain, comma=cell.style.comma) if meaning == "people" or total else None
        if band and band.high and not unit_of_figures(header.plain):
            yield Size(units[0], _role(header.plain, parted=parted, total=total), band, row.mark(cell), grid)


def _role(header: str, *, parted: bool, total: bool) -> frozenset[str]:
    """Beside a total, or columns of other people, a column counts those of its name only."""
    return _ALL if total else key_of(header) | (_THESE if parted else frozenset())


def _matrix(grid: Grid, row: Row) -> Iterator[Size]:
    """A table with parts as columns tells people where its total does."""
    total = next(
        (header.plain for header, meaning in zip(grid.header, grid.meanings, strict=True) if meaning == "total"), ""
    )
    if not _WHO.search(total):
        return
    role = key_of(total) - {"total"}
    for header, cell in zip(grid.header, row.cells, strict=True):
        units = units_only(header.plain, labels=header.style.labels)
        band = band_in(cell.plain, comma=cell.style.comma)
        if len(units) == 1 and band and band.high and units[0].unit.kind not in OUTER:
            yield Size(units[0].unit, role, band, row.mark(cell), grid)


def _sentence(phrase: Phrase) -> Iterator[Size]:
    """Read a heading or an entry about one part, with one number of people soon after its name."""
    found = list(_PEOPLE.finditer(level(phrase.plain)))
    if phrase.form in {"cell", "header", "code"} or len(found) != 1 or len(phrase.units) != 1:
        return
    match, mention = found[0], phrase.units[0]
    band = band_in(match["band"].replace(" ", ""))
    if band and mention.unit.kind not in TESTS and _belongs(phrase, mention, match):
        yield Size(mention.unit, key_of(match["role"]), band, phrase.mark(match.start(), match.end()))


def _belongs(phrase: Phrase, mention: Mention, match: "re.Match[str]") -> bool:
    """Tell whether a number counts all people of the part: not some more, and not those of one week."""
    between = level(phrase.plain)[mention.end : match.start()]
    some = re.search(r"\b(?:more|another|extra|additional|from|up to|least|one of)\b", between)
    timed = any(window.start >= match.end() for window in phrase.windows)
    near = mention.end <= match.start() and re.fullmatch(r"[^.;!?]{0,70}", between)
    return bool(near) and not some and not timed


def same_people(left: Size, right: Size) -> bool:
    """Tell whether two figures count the same people of the same part."""
    roles = left.role - _THESE, right.role - _THESE
    anybody = left.role <= _ANYBODY and right.role <= _ANYBODY
    return left.unit == right.unit and (roles[0] == roles[1] or anybody)
