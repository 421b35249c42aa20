"""What the parts of a plan are called, and all the time that each is at work."""

import re
from functools import lru_cache

from generator.audit.calendar import NAMES
from generator.audit.first_plan.draft import plain
from generator.audit.first_plan.times import told_window
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import Named
from generator.audit.understanding.phrases import Quote, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import Unit, title_after
from generator.audit.understanding.words import key_of

_LONGEST = 60
_SIGNS = " -–—─│├└┌┐┘┤▸►•*:"
"""What drawings and headings put before a name."""
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


def part_stay(facts: Facts, unit: Unit) -> Stay | None:
    """Return the statement of all the time that a part is at work."""
    stays = [stay for stay in facts.whole_stays(unit) if (stay.window.first or 0) <= (stay.window.last or 0)]
    whole = next((stay for stay in stays if stay.form == "whole"), stays[0] if stays else None)
    return whole or _begun(facts).get(unit)


def named_part(facts: Facts, unit: Unit) -> Named | None:
    """The first name of a part that has words and is none of its times."""
    named = (each for each in facts.names if each.unit == unit and key_of(each.name))
    told = next((each for each in named if not _is_time(each.name)), None)
    return told or _drawn(facts).get(unit) or _tabled(facts).get(unit) or _entered(facts).get(unit)


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


@lru_cache(maxsize=1)
def _entered(facts: Facts) -> dict[Unit, Named]:
    """The names behind parts in entries of lists that tell their time: `Sprint 1: See (weeks 1-2)`."""
    found: dict[Unit, Named] = {}
    for phrase in facts.reading.phrases:
        single = phrase.form == "item" and not phrase.is_box and len(phrase.units) == len(phrase.windows) == 1
        title = title_after(phrase.plain, phrase.units[0]) if single else ""
        if title and phrase.units[0].end < phrase.windows[0].start and not _is_time(title):
            found.setdefault(phrase.units[0].unit, Named(phrase.units[0].unit, title, phrase.quote()))
    return found


@lru_cache(maxsize=1)
def _tabled(facts: Facts) -> dict[Unit, Named]:
    """The names that the rows of parts tell in a column of names, or of goals."""
    cells = {unit: row.cell("name", "deliverable", "target") for unit, row in rows_of_parts(facts).items()}
    return {
        unit: Named(unit, cell.plain.strip(), cell.quote())
        for unit, cell in cells.items()
        if cell and len(cell.plain) <= _LONGEST and re.search(r"[^\W\d]{3}", cell.plain) and not cell.windows
    }


def _is_time(name: str) -> bool:
    return bool(re.search(r"\d", name)) and _OF_TIMES.issuperset(re.findall(r"[^\W\d_]+", name.lower()))


def name_of(named: Named | None, unit: Unit) -> str:
    """Return the name that a part is given, else its kind and number."""
    told = plain(named.name).strip(_SIGNS) if named else ""
    return told if len(told) > len("B2") else str(unit)


def label_of(unit: Unit, given: str) -> str | None:
    """A label is needed where the id alone does not say what the document calls the part."""
    return None if given.split("-", maxsplit=1)[0] in {"phase", "wave"} else plain(str(unit))


def quotes_of(facts: Facts, unit: Unit) -> list[Quote]:
    """Return whatever introduces a part, times it and names it."""
    named = named_part(facts, unit)
    stays = [stay.quote for stay in facts.whole_stays(unit)]
    defined = [facts.defined[unit]] if unit in facts.defined else []
    return [*defined, *stays, *([named.quote] if named else [])]


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


@lru_cache(maxsize=1)
def rows_of_parts(facts: Facts) -> dict[Unit, Row]:
    """The row that tells of each part and when it is at work."""
    return {
        mention.unit: row
        for _, rows in reversed(facts.reading.tables)
        for row in rows
        for mention, cell in row_units(row)
        if cell is row.cells[row.grid.key_column] and not mention.listed and told_window(row)
    }


def own_row(facts: Facts, unit: Unit) -> Row | None:
    """The first row that is about a part, whether it tells its time or not."""
    rows = (row for _, rows in facts.reading.tables for row in rows)
    return next(
        (
            row
            for row in rows
            if [each.unit for each, cell in row_units(row) if cell is row.cells[row.grid.key_column]] == [unit]
        ),
        None,
    )
