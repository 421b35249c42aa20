"""Every text of the documents with what surrounds it: headings above, its row, its column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.audit.blocks import Block, Code, Document, Heading, Item, Listing, Paragraph, Table, Text, Under
from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.columns import in_pairs, meaning_of, section_meanings
from generator.audit.understanding.numbers import uses_decimal_comma
from generator.audit.understanding.times import DateStyle, Found, date_style, windows_in, years_in
from generator.audit.understanding.units import (
    LASTING,
    TESTS,
    Labels,
    Mention,
    header_kind,
    labels_in,
    units_in,
    units_only,
)
from generator.audit.understanding.words import level
from generator.findings import Place

_DRAWN = frozenset({"", "text", "txt", "ascii", "plain", "plaintext"})
_FIGURE = re.compile(r"[€$£]?\s?\d[\d.,'\s]*(?:[%€$£]|\s?[A-Za-z]{1,4})?")
_WEEKDAY = re.compile(rf"\b{WEEKDAY}\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]{3}")
_CODE = re.compile(
    r"[A-Za-z]{1,5}[-. ]?\d{1,4}[a-z]?|[IVX]+|high(?:est)?|medium|low(?:est)?|must|should|could", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:decisions?|change ?log|changes|history|open (?:questions|points)|previous|archived?|revisions?"
    r"|lessons (?:learn\w*|from))\b", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True)
class Quote:
    """What a document says, word for word, and where."""

    text: str
    place: Place


@dataclass(frozen=True)
class Style:
    """How a document writes its figures and dates."""

    comma: bool
    dates: DateStyle
    labels: Labels


@dataclass(frozen=True, eq=False)
class Phrase:
    """A text in its surroundings: `form` is heading, paragraph, item, code, header or cell.

    What stands below a heading about the past, or in program text, is no statement about the plan and left out.
    """

    text: Text
    form: str
    under: Under
    style: Style
    item: Item | None = None

    @property
    def plain(self) -> str:
        """The words alone."""
        return self.text.plain

    @property
    def is_spoken(self) -> bool:
        """It is a sentence or an entry, not a heading, a cell or code."""
        return self.form in {"paragraph", "item"}

    @cached_property
    def units(self) -> list[Mention]:
        """The numbered parts of the plan that it names, those in commands left out."""
        return [each for each in units_in(self.text.plain, self.style.labels) if not self.text.in_code(each.start)]

    @cached_property
    def windows(self) -> list[Found]:
        """The stretches of time that it tells."""
        return windows_in(self.text.plain, self.style.dates)

    @cached_property
    def sections(self) -> list[str]:
        """What the headings above are about, the nearest first."""
        titles = [heading.text.plain for heading in self.under]
        return section_meanings([*titles, self.plain] if self.form == "heading" else titles)

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """Quote a stretch of the text."""
        return Quote(self.text.plain[start:end], self.text.place(start, end))

    def mark(self, start: int, end: int) -> Quote:
        """Quote the whole text, and point at a stretch of it."""
        return Quote(self.text.plain.strip(), self.text.place(start, end))


_NAMED = frozenset({"", "name", "parts", "deliverable"})
Cells = tuple[Phrase, ...]


@dataclass(frozen=True, eq=False)
class Row:
    """A row of a table: one phrase a cell."""

    cells: tuple[Phrase, ...]
    grid: "Grid"

    def mark(self, cell: Phrase) -> Quote:
        """Quote the whole row, and point at one cell of it."""
        return Quote(" | ".join(each.plain for each in self.cells), cell.text.place())

    def cell(self, *meanings: str) -> Phrase | None:
        """Find the first cell with words in a column of one of these meanings, in the order of preference."""
        for meaning in meanings:
            for column, each in enumerate(self.grid.meanings):
                if each == meaning and self.cells[column].plain.strip():
                    return self.cells[column]
        return None


@dataclass(frozen=True, eq=False)
class Grid:
    """A table whose columns are understood."""

    header: tuple[Phrase, ...]
    meanings: tuple[str, ...]
    under: Under
    file: str
    grouped: bool = False
    """The first column tells which part several rows belong to, and names none of them."""

    @property
    def first(self) -> str:
        """What the rows' own names are."""
        return self.meanings[self.key_column] if self.meanings else ""

    @property
    def key_column(self) -> int:
        """Where the rows' own names stand: the first column that is no running number and no group."""
        columns = enumerate(self.meanings)
        return next((index for index, each in columns if each != "identity" and not (self.grouped and not index)), 0)

    @property
    def sections(self) -> list[str]:
        """What the headings above are about."""
        return section_meanings([heading.text.plain for heading in self.under])


@dataclass(frozen=True, eq=False)
class Drawing:
    """A code block, or a box drawn with characters."""

    info: str
    lines: tuple[Phrase, ...]
    under: Under


@dataclass(frozen=True)
class Reading:
    """All documents of an audit, taken apart."""

    documents: tuple[Document, ...]
    phrases: tuple[Phrase, ...]
    tables: tuple[tuple[Grid, tuple[Row, ...]], ...]
    drawings: tuple[Drawing, ...]
    headings: tuple[Phrase, ...]
    titles: frozenset[Heading]
    """The documents' own titles, which introduce nothing."""


def take_apart(documents: tuple[Document, ...]) -> Reading:
    """Give every text its surroundings."""
    phrases: list[Phrase] = []
    tables: list[tuple[Grid, tuple[Row, ...]]] = []
    drawings: list[Drawing] = []
    years = years_in([text.plain for document in documents for text in document.texts])
    for document in documents:
        style, first = _style(document, years), document.headings[:1]
        for block in document.blocks:
            if _is_aside(block, first):
                continue
            if isinstance(block, Table):
                tables.append(_table(block, style, document.file))
                grid, rows = tables[-1]
                phrases += [*grid.header, *(cell for row in rows for cell in row.cells)]
            elif isinstance(block, Code):
                lines = tuple(Phrase(line, "code", block.under, style) for line in block.lines)
                drawings.append(Drawing(block.info, lines, block.under))
                phrases += lines
            else:
                phrases += _phrases(block, style)
    headings = tuple(phrase for phrase in phrases if phrase.form == "heading")
    titles = frozenset(title for document in documents for title in _titles(document))
    return Reading(documents, tuple(phrases), tuple(tables), tuple(drawings), headings, titles)


def _style(document: Document, years: frozenset[int]) -> Style:
    texts = [text.plain for text in document.texts]
    columns = [
        (header_kind(header.plain), [row[index].plain for row in table.rows])
        for table in document.tables
        for index, header in enumerate(table.header)
    ]
    return Style(uses_decimal_comma(texts), date_style(texts, years), labels_in(columns))


def _titles(document: Document) -> tuple[Heading, ...]:
    """The first heading is the title, unless it begins with a part and has others of its level beside it."""
    first, others = document.headings[:1], document.headings[1:]
    beside = any(heading.level <= first[0].level for heading in others)
    return () if beside and units_only(first[0].text.plain) else first


def _is_aside(block: Block, first: tuple[Heading, ...]) -> bool:
    told = [*block.under, *([block] if isinstance(block, Heading) else [])]
    past = any(_PAST.search(heading.text.plain) for heading in told if heading not in first)
    return past or (isinstance(block, Code) and block.info.split(" ")[0].lower() not in _DRAWN)


def _phrases(block: Block, style: Style) -> Iterator[Phrase]:
    if isinstance(block, Listing):
        yield from (Phrase(item.text, "item", block.under, style, item) for item in block.items)
    elif isinstance(block, Heading):
        yield Phrase(block.text, "heading", block.under, style)
    elif isinstance(block, Paragraph):
        yield Phrase(block.text, "paragraph", block.under, style)


def _table(table: Table, style: Style, file: str) -> tuple[Grid, tuple[Row, ...]]:
    rows = [tuple(Phrase(cell, "cell", table.under, style) for cell in row) for row in table.rows]
    top, body = _header(tuple(Phrase(cell, "header", table.under, style) for cell in table.header), rows)
    header = tuple(Phrase(cell.text, "header", table.under, style) for cell in top)
    single = [_meaning(cell, [row[index] for row in body]) for index, cell in enumerate(header)]
    meanings = in_pairs([cell.plain for cell in header], _sure_of_time(header, single))
    rows = list(_spread(body, meanings))
    grid = Grid(header, meanings, table.under, file, _groups(rows, meanings))
    return grid, tuple(Row(cells, grid) for cells in rows)


def _sure_of_time(header: Cells, meanings: list[str]) -> list[str]:
    """Of three columns of dates or more those alone tell when something is done whose headings say so."""
    if sum(meaning in {"when", "start", "end"} for meaning in meanings) <= len("ab"):
        return meanings
    return [
        meaning if meaning != "when" or meaning_of(cell.plain) == "when" else ""
        for cell, meaning in zip(header, meanings, strict=True)
    ]


def _groups(rows: list[Cells], meanings: tuple[str, ...]) -> bool:
    """Phases that return from row to row, none left out, group the rows; a number told twice leaves a gap."""
    kind = meanings[0].removeprefix("unit:") if meanings and meanings[0].startswith("unit:") else ""
    named = any(each in _NAMED or each.startswith("unit:") for each in meanings[1:2])
    if not kind or kind in TESTS or not named:
        return False
    found = [units_only(row[0].plain, kind, row[0].style.labels) for row in rows if row[0].plain.strip()]
    numbers = [each[0].unit.number or 0 for each in found if len(each) == 1]
    distinct = sorted(set(numbers) - {0})
    return bool(distinct) and len(set(numbers)) < len(numbers) and distinct == list(range(1, len(distinct) + 1))


def _header(top: Cells, rows: list[Cells]) -> tuple[Cells, list[Cells]]:
    """The first row tells the columns; where an editor left it empty the second one does, unless it has figures."""
    empty = not any(cell.plain.strip() for cell in top)
    if empty and rows and not any(_FIGURE.fullmatch(cell.plain.strip()) for cell in rows[0][1:]):
        return rows[0], rows[1:]
    return top, rows


def _meaning(header: Phrase, cells: list[Phrase]) -> str:
    """A column of dates tells when, whatever its heading says of targets."""
    meaning = meaning_of(header.plain)
    told = [cell for cell in cells if cell.plain.strip()]
    if meaning in {"", "target"} and len(told) > 1 and all(_is_time(cell) for cell in told):
        return "when"
    if meaning == "identity" and len(told) > 1 and all(_is_named(cell.plain.strip()) for cell in told):
        return "name"
    lasting = meaning.removeprefix("unit:") in LASTING
    counts = meaning.startswith("unit:") and _are_counts([cell.plain.strip() for cell in told])
    if counts and not lasting:
        return "" if level(header.plain).strip(" *").endswith("s") else meaning
    return "people" if counts else meaning


def _are_counts(figures: list[str]) -> bool:
    """Crews numbered from 1 on are names; 8, 14 and 6 are people."""
    if not figures or not all(each.isdecimal() and len(each) < len("0000") for each in figures):
        return False
    numbers = {int(each) for each in figures}
    return numbers != set(range(1, len(numbers) + 1))


def _is_named(text: str) -> bool:
    """Words, no number, code or level, below a heading such as *Step*."""
    return bool(_WORD.search(text)) and not _CODE.fullmatch(text)


def _is_time(cell: Phrase) -> bool:
    """A time and nothing else, or a date behind its weekday."""
    found = cell.windows
    before = cell.plain[: found[0].start] if len(found) == 1 else "-"
    return not _WEEKDAY.sub("", before, count=1).strip(" .,") and not cell.plain[found[0].end :].strip()


def _spread(rows: list[Cells], meanings: tuple[str, ...]) -> Iterator[Cells]:
    """Cells that an editor had merged are told once: an empty first cell stands for the part above."""
    above: Phrase | None = None
    for row in rows:
        if (
            above
            and meanings[0].startswith("unit:")
            and not row[0].plain.strip()
            and row[1:]
            and row[1].plain.strip()
        ):
            yield (above, *row[1:])
        else:
            above = row[0]
            yield row
