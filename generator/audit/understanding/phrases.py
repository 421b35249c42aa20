"""Every text of the documents with what surrounds it: headings above, its row, its column."""

from dataclasses import dataclass
from functools import cached_property

from generator.audit.blocks import Document, Heading, Item, Text, Under
from generator.audit.understanding.columns import section_meanings
from generator.audit.understanding.points import DateStyle
from generator.audit.understanding.times import windows_in
from generator.audit.understanding.units import (
    Labels,
    Mention,
    units_in,
)
from generator.audit.understanding.windows import Found
from generator.findings import Place


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
    lead: Text | None = None
    """The line that ends in a colon right above its list."""

    @property
    def plain(self) -> str:
        """The words alone."""
        return self.text.plain

    @property
    def is_spoken(self) -> bool:
        """It is a sentence or an entry, not a heading, a cell or code."""
        return self.form in {"paragraph", "item"}

    @property
    def is_box(self) -> bool:
        """It is an entry of a checklist, ticked or not."""
        return self.item is not None and self.item.checked is not None

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
        """What the line above its list and the headings above are about, the nearest first."""
        titles = [*(heading.text.plain for heading in self.under), *([self.lead.plain] if self.lead else [])]
        return section_meanings([*titles, self.plain] if self.form == "heading" else titles)

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """Quote a stretch of the text."""
        return Quote(self.text.plain[start:end], self.text.place(start, end))

    def mark(self, start: int, end: int) -> Quote:
        """Quote the whole text, and point at a stretch of it."""
        return Quote(self.text.plain.strip(), self.text.place(start, end))


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
