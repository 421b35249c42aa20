"""Names: what the numbered parts are called, what belongs to them, and which of them a word means."""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from generator.audit.calendar import MONTH, WEEKDAY
from generator.audit.understanding.phrases import Drawing, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_units, row_window
from generator.audit.understanding.units import OUTER, SECTION_NUMBER, TESTS, Unit, title_after, title_below
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import NUMBER_WORD, core_of, key_of, level

_SPLIT = re.compile(r"\s*(?:,|;|\+|&|\band\b)\s*")
_COLUMN = re.compile(r"\s{2,}|\s*\|\s*")
_LONGEST = 60
_TOLD = re.compile(
    rf"(?:(?:about|approx\.?|some|at (?:most|least)|up to|ca\.?) )?"
    rf"(?:[€$£~<>≤≥]\s?\d|\d+(?:[.,/-]\d+)*\b(?!-[a-z])|(?:{NUMBER_WORD})\s"
    rf"|(?:weeks?|days?|wk|w\d+|months?|from|until|since|by|due|on|q\d|{WEEKDAY}|{MONTH}(?=\s\d|$)"
    r"|to do|done|open|closed|in progress|continued|cont|optional|mandatory|tb[cd]|planned|finished|completed?)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """A part of the plan and the name that a heading, a box or a table gives it."""

    unit: Unit
    name: str
    quote: Quote
    series: Hashable = ""
    """What names of one table, one drawing or one kind of heading have in common."""


@dataclass(frozen=True)
class Piece:
    """Something that belongs to a part of the plan, or is there at a time."""

    name: str
    unit: Unit | None
    window: Window | None
    quote: Quote

    @property
    def key(self) -> frozenset[str]:
        """The words that tell it from others."""
        return key_of(self.name)


def names_of(reading: Reading) -> list[Named]:
    """Collect the names that parts are given where they are defined."""
    return [
        *(named for phrase in reading.headings for named in _titled(phrase)),
        *(named for drawing in reading.drawings for line in drawing.lines for named in _boxed(line, drawing)),
        *(named for _, rows in reading.tables for row in rows for named in _row_names(row)),
    ]


def pieces_of(reading: Reading) -> list[Piece]:
    """Collect what belongs to parts: words below a box, cells of contents, deliverables of a week."""
    drawn = [piece for drawing in reading.drawings for piece in _drawn(drawing)]
    return [*drawn, *(piece for _, rows in reading.tables for row in rows for piece in _row_pieces(row))]


def meant_by(word: str, names: Iterable[Named]) -> Unit | None:
    """Find the one part whose name a word stands for: *Core* for *Core Features*."""
    asked = core_of(word)
    found = {named.unit for named in names if asked and asked <= core_of(named.name)}
    exact = {named.unit for named in names if asked and asked == core_of(named.name)}
    chosen = exact or found
    return chosen.pop() if len(chosen) == 1 else None


def parts_of(text: str) -> list[tuple[str, int, int]]:
    """Split a list such as `Auth + Gateway` into its words, each with start and end."""
    plain = level(text)
    found, start = [], 0
    for match in _SPLIT.finditer(plain):
        found.append((plain[start : match.start()], start, match.start()))
        start = match.end()
    found.append((plain[start:], start, len(plain)))
    return [(word, first, last) for word, first, last in found if word.strip()]


def _titled(phrase: Phrase) -> Iterator[Named]:
    plain = level(phrase.plain)
    for mention in phrase.units[:1]:
        title = title_after(phrase.plain, mention)
        before = plain[: mention.start]
        leads = not re.search(r"\w", before) or SECTION_NUMBER.fullmatch(before)
        if title and leads and not _is_told(title):
            joined = plain[mention.end :].strip()[0]
            yield Named(mention.unit, title, phrase.quote(), (len(phrase.under), phrase.text.file, joined))


def _boxed(phrase: Phrase, drawing: Drawing) -> Iterator[Named]:
    for mention in phrase.units:
        title = title_after(phrase.plain, mention)
        if title and not mention.listed and not _is_told(title):
            yield Named(mention.unit, title, phrase.quote(mention.start), drawing)


def _is_told(title: str) -> bool:
    """Tell a time or an amount, which says something of a part, from what it is called."""
    return bool(_TOLD.match(title))


def _row_names(row: Row) -> Iterator[Named]:
    for mention, cell in row_units(row):
        if cell is not row.cells[row.grid.key_column] or mention.listed:
            continue
        title = title_after(cell.plain, mention) if cell.units else title_below(cell.plain)
        named = row.cell("name")
        if title and not _is_told(title):
            yield Named(mention.unit, title, cell.quote(), row.grid)
        elif named is not None and named is not cell:
            yield Named(mention.unit, named.plain.strip(), named.quote(), row.grid)
        elif not cell.units and not mention.unit.number:
            yield Named(mention.unit, cell.plain.strip(), cell.quote(), row.grid)


def _drawn(drawing: Drawing) -> Iterator[Piece]:
    """Words in the line below belong to the box whose left edge is nearest."""
    boxes: list[tuple[int, Unit, Window]] = []
    for phrase in drawing.lines:
        if phrase.units and len(phrase.windows) == 1:
            window = phrase.windows[0].window
            boxes = [(each.start, each.unit, window) for each in phrase.units if title_after(phrase.plain, each)]
        elif not phrase.plain.strip() or phrase.units or phrase.windows:
            boxes = []
        elif boxes:
            yield from _below(phrase, boxes)


def _below(phrase: Phrase, boxes: list[tuple[int, Unit, Window]]) -> Iterator[Piece]:
    plain = level(phrase.plain)
    start = 0
    for stop in [*_COLUMN.finditer(plain), None]:
        end = stop.start() if stop else len(plain)
        if plain[start:end].strip(" |+-"):
            unit, window = min(
                ((abs(left - start), unit, window) for left, unit, window in boxes), key=lambda box: box[0]
            )[1:]
            for word, first, last in parts_of(plain[start:end]):
                yield Piece(word.strip(" |"), unit, window, phrase.quote(start + first, start + last))
        start = stop.end() if stop else end


def _row_pieces(row: Row) -> Iterator[Piece]:
    cell = row.cell("deliverable", "parts")
    if cell is None or len(cell.plain) > _LONGEST * 4:
        return
    found = row_window(row)
    inner = [mention.unit for mention, _ in row_units(row) if mention.unit.kind not in OUTER | TESTS]
    owner = inner[0] if len(inner) == 1 else None
    for word, start, end in parts_of(cell.plain):
        if len(word) <= _LONGEST:
            yield Piece(word.strip(), owner, found[0] if found else None, cell.quote(start, end))
