"""Which numbered part each thing belongs to, in rows, entries, lists below parts and boxes, claim by claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.understanding.entries import is_total
from generator.audit.understanding.part_members import Name, name_of, things_in
from generator.audit.understanding.phrases import Drawing, Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import OUTER, TESTS, Mention, Unit, units_only
from generator.audit.understanding.words import level

_BEHIND = re.compile(r"\s*(?:\([^()]*\)\s*)?(?::|-|,)\s+")
_TAIL = re.compile(r"\s-\s")
_BOX = re.compile(r"\[[^\[\]]{2,60}\]")
_GROUPS = re.compile(r"\S+(?: \S+)*")
_OTHERWISE = re.compile(
    r"\b(?:test(?:s|ed|ing)?|inputs?|us(?:es|ed|age)|needs?|needed|requir\w*|touch\w*|affect\w*|lends?|help\w*|reviews?|supports?|from"
    r"|receives?|gets|takes|waits?|block\w*|inspect\w*|check\w*|risks?|informed|visits?|not|without|later|after)\b",
    re.IGNORECASE,
)
"""What a column or list says that tells something else of parts than what belongs to them."""
_NO_THINGS = frozenset(
    {"owner", "when", "start", "end", "depends", "identity", "week", "day", "month", "status", "name"}
)


@dataclass(frozen=True, eq=False)
class Claim:
    """A thing, the parts of one kind that it is told for, and the list, column or box that says so."""

    thing: Name
    written: str
    parts: frozenset[Unit]
    quote: Quote
    source: object


def claims_of(reading: Reading) -> list[Claim]:
    """Collect every thing that is told for numbered parts, those that are checked or begun by date left out."""
    found = [each for grid, rows in reading.tables for row in rows for each in _of_row(grid, row)]
    found += [each for phrase in reading.phrases if phrase.form == "item" for each in _of_item(phrase)]
    return [*found, *(each for drawing in reading.drawings for each in _of_drawing(drawing))]


def _of_row(grid: Grid, row: Row) -> Iterator[Claim]:
    """The things of each cell that tells no parts; not who does them, when, or what they need."""
    told = [] if is_total(row) else [each for each in row_units(row) if _is_labelled(each[0].unit)]
    parts = _parts([mention for mention, _ in told])
    holding = {id(cell) for _, cell in told}
    for column, cell in enumerate(row.cells):
        other = grid.meanings[column] in _NO_THINGS or _OTHERWISE.search(grid.header[column].plain)
        if parts and id(cell) not in holding and not other:
            yield from _claims(things_in(cell.plain), parts, row.mark(cell), (id(grid), column))


def _of_item(phrase: Phrase) -> Iterator[Claim]:
    """`Week 5: Crew 3 - doors, stairwell`, or things alone below a part."""
    titles = [each.text for each in phrase.under[-1:]] + ([phrase.lead] if phrase.lead else [])
    if phrase.is_box or any(_OTHERWISE.search(each.plain) for each in titles):
        return
    plain = level(phrase.plain)
    if phrase.units:
        found = _BEHIND.match(plain, phrase.units[-1].end) if _leads(phrase, phrase.units[0].start) else None
        things = things_in(_TAIL.split(plain[found.end() :])[0]) if found else ()
        yield from _claims(things, _parts(phrase.units), phrase.quote(), (phrase.text.file, *map(id, phrase.under)))
        return
    above = phrase.item.above if phrase.item else None
    names = [above.plain] if above else [each.text.plain for each in phrase.under[-1:]]
    units = [each for name in names for each in units_only(name, labels=phrase.style.labels)]
    source = (phrase.text.file, "below", bool(above), *map(id, phrase.under if above else phrase.under[:-1]))
    yield from _claims(things_in(plain), _parts(units), phrase.quote(), source)


def _leads(phrase: Phrase, start: int) -> bool:
    """Nothing but a time stands before the part."""
    inside = [each for each in phrase.windows if each.start < start]
    before = level(phrase.plain)[max([0, *(each.end for each in inside)]) : start]
    return not re.search(r"\w", before) and (not inside or not re.search(r"\w", phrase.plain[: inside[0].start]))


def _of_drawing(drawing: Drawing) -> Iterator[Claim]:
    """The line below boxes tells the things of each, parted by as many gaps."""
    for line, below in pairwise(drawing.lines):
        boxes = [
            _parts([each for each in line.units if box.start() <= each.start < box.end()])
            for box in _BOX.finditer(level(line.plain))
        ]
        words = [found.group() for found in _GROUPS.finditer(level(below.plain))]
        if boxes and all(boxes) and len(boxes) == len(words) and not below.units and not below.windows:
            for parts, each in zip(boxes, words, strict=True):
                yield from _claims(things_in(each), parts, below.quote(), (drawing.lines[0].text.file, "boxes"))


def _parts(mentions: list[Mention]) -> frozenset[Unit]:
    """All inner parts that are told, where they are of one kind."""
    units = frozenset(
        each.unit for each in mentions if _is_labelled(each.unit) and each.unit.kind not in OUTER | TESTS
    )
    return units if len({each.kind for each in units}) == 1 else frozenset()


def _is_labelled(unit: Unit) -> bool:
    """It has a number or a letter: a team called *Sales* is a thing as any other."""
    return unit.number is not None or len(unit.key) == 1


def _claims(things: tuple[str, ...], parts: frozenset[Unit], quote: Quote, source: object) -> Iterator[Claim]:
    for thing in things if parts else ():
        yield Claim(name_of(thing), thing, parts, quote, source)
