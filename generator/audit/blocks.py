"""What a Markdown document consists of: blocks of text that know where every character of theirs stands."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.findings import Place

Run = tuple[int, int, int]
"""From this offset of the plain text on: line and column; characters of a run stand side by side."""
Range = tuple[int, int]


class Text(NamedTuple):
    """Words as a reader sees them: no markup, entities decoded; `runs` lead back to the file."""

    file: str
    plain: str
    runs: tuple[Run, ...]
    code: tuple[Range, ...] = ()
    strong: tuple[Range, ...] = ()

    @property
    def spot(self) -> tuple[int, int]:
        """The line and column at which it begins."""
        return self.runs[0][1:]

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Tell where a stretch of the plain text stands in the file; the whole where no stretch is named."""
        last = len(self.plain) if end is None else end
        if len(self.runs) == 1:
            begin, line, column = self.runs[0]
            return Place(self.file, line, column + start - begin, line, column + max(start, last) - begin)
        line, column = self._at(start)
        end_line, end_column = self._at(max(start, last - 1))
        return Place(self.file, line, column, end_line, end_column + (1 if last > start else 0))

    def cut(self, start: int, end: int | None = None) -> "Text":
        """Return a stretch of it as a text of its own."""
        last = len(self.plain) if end is None else end
        place = self.place(start, last)
        inside = tuple((offset - start, line, column) for offset, line, column in self.runs if start < offset < last)
        ranges = ((max(a - start, 0), b - start) for a, b in self.code if b > start and a < last)
        return Text(self.file, self.plain[start:last], ((0, place.line, place.column), *inside), tuple(ranges))

    def in_code(self, offset: int) -> bool:
        """Tell whether a character stands in a code span."""
        return any(start <= offset < end for start, end in self.code)

    def _at(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.runs, (offset, 1 << 60, 0)) - 1
        start, line, column = self.runs[max(index, 0)]
        return line, column + offset - start


@dataclass(frozen=True)
class Heading:
    """A heading, or a line of bold words that stands for one."""

    text: Text
    level: int
    anchor: str
    under: "tuple[Heading, ...]" = ()
    bold: bool = False


Under = tuple[Heading, ...]
"""The headings that a block stands below, outermost first."""


@dataclass(frozen=True)
class Paragraph:
    """Running text, also inside a quotation."""

    text: Text
    under: Under = ()


@dataclass(frozen=True)
class Table:
    """A table; every row has as many cells as the header."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    under: Under = ()

    @property
    def cells(self) -> tuple[Text, ...]:
        """All cells, the header's first."""
        return (*self.header, *(cell for row in self.rows for cell in row))


@dataclass(frozen=True)
class Item:
    """One entry of a list; `checked` is told for a task item, `number` for an ordered one, depth counts from 0."""

    text: Text
    depth: int
    number: int | None = None
    checked: bool | None = None
    above: Text | None = None


@dataclass(frozen=True)
class Listing:
    """A list with all its nested entries, in the order of the file."""

    items: tuple[Item, ...]
    under: Under = ()


@dataclass(frozen=True)
class Code:
    """A code block or a box drawn with characters, line by line as written."""

    info: str
    lines: tuple[Text, ...]
    under: Under = ()


Block = Heading | Paragraph | Table | Listing | Code


class Link(NamedTuple):
    """A link with its words, and where it stands."""

    text: str
    target: str
    place: Place


@dataclass(frozen=True)
class Document:
    """A document as read: blocks in the order of the file; `lines` are the file's own."""

    file: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = field(default_factory=frozenset)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text of every block, in the order of the file."""
        return tuple(text for block in self.blocks for text in texts_of(block))


def texts_of(block: Block) -> tuple[Text, ...]:
    """Return the texts that a block consists of."""
    if isinstance(block, Table):
        return block.cells
    if isinstance(block, Listing):
        return tuple(item.text for item in block.items)
    if isinstance(block, Code):
        return block.lines
    return (block.text,)
