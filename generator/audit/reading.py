"""A Markdown file, however it was written, to a `Document` whose every word knows its line and column."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from generator.audit.blocks import Block, Code, Document, Heading, Item, Link, Listing, Paragraph, Table, Text, Under
from generator.audit.drawn_tables import Cell, Drawn, set_aside_drawn
from generator.audit.html_tables import HtmlReader, html_table
from generator.audit.inline import Inline, read_inline
from generator.audit.markdown import Token, block_tokens
from generator.audit.pipe_tables import Rows, cells_in, set_aside
from generator.audit.positions import Spot, column_of, spots_of
from generator.audit.rows import cell_ranges
from generator.audit.simple_lines import read_simple
from generator.audit.typed_lines import (
    are_led,
    front_matter,
    with_bullet,
    with_numbered_headings,
    with_numbered_letters,
)
from generator.errors import PlanpressError

MAX_BYTES = 2_000_000
_LINE_END = re.compile("\r\n|\n|\r")
_TASK = re.compile(r"\[([ xX])\]\s+")
_HEADING_ID = re.compile(r"\s*\{#([\w-]+)[^}]*\}\s*$")
_LONGEST_HEADING = 100
_DEEPEST = 6


def decode_document(content: bytes, file: str) -> str:
    """Decode a document as people save it: UTF-8 or UTF-16 with a mark; anything else is an error."""
    if len(content) > MAX_BYTES:
        raise PlanpressError(f"{file}: larger than {MAX_BYTES // 1_000_000} MB", help="audit it in parts")
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        raise PlanpressError(f"{file}: not UTF-8", help="save the document as UTF-8") from None


def read_document(text: str, file: str) -> Document:
    """Read one document; there is no text that is not Markdown."""
    lines = tuple(_LINE_END.split(text))
    front = front_matter(lines)
    typed = ["" if number < front else with_bullet(line) for number, line in enumerate(lines)]
    kept, drawn = set_aside_drawn(with_numbered_letters(with_numbered_headings(typed)))
    kept, tables = set_aside(kept)
    reader = _Reader(file, lines, tables, drawn)
    if front:
        reader.add_code("front matter", 1, front - 1)
    reader.read(block_tokens("\n".join(kept)))
    return Document(file, lines, tuple(reader.blocks), tuple(reader.links), frozenset(reader.anchors))


def slug_of(title: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    kept = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return kept.replace(" ", "-")


@dataclass
class _Reader:
    """Walks over the tokens of one file."""

    file: str
    lines: tuple[str, ...]
    tables: Mapping[int, Rows]
    drawn: Mapping[int, Drawn]
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    under: Under = ()
    slugs: Counter[str] = field(default_factory=Counter)

    def read(self, tokens: list[Token]) -> None:
        """Read blocks until the tokens end."""
        index = 0
        while index < len(tokens):
            index = self._block(tokens, index)

    def add_code(self, info: str, first: int, last: int) -> None:
        """Keep lines of the file as they are."""
        texts = (Text(self.file, self.lines[number], ((0, number + 1, 1),)) for number in range(first, last))
        self.blocks.append(Code(info, tuple(texts), self.under))

    def _block(self, tokens: list[Token], index: int) -> int:
        """Read one block and return the index of the next; a quotation is entered, not skipped."""
        token = tokens[index]
        end = _end(tokens, index)
        if token.type == "heading_open":
            self._heading(self._inline(tokens[index + 1]), int(token.tag[1:]))
        elif token.type == "paragraph_open":
            self._paragraph(tokens[index + 1])
        elif token.type == "table_open":
            self._table(tokens[index : end + 1])
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            self._list(tokens[index : end + 1])
        elif token.type in {"fence", "code_block"}:
            self._code(token)
        elif token.type == "html_block":
            self._html(token)
        else:
            return index + 1
        return end + 1

    def _inline(self, token: Token) -> Inline:
        return self._line(token.content, token.map[0] if token.map else 0)

    def _read(self, content: str, spots: list[Spot]) -> Inline:
        return self._noted(read_inline(self.file, content, spots))

    def _heading(self, read: Inline, level: int, *, bold: bool = False) -> None:
        text, named = _without_id(read.text)
        above = tuple(each for each in self.under if each.level < level)
        anchor = named or self._slug(text.plain)
        self.anchors.add(anchor)
        heading = Heading(text, level, anchor, above, bold)
        self.blocks.append(heading)
        self.under = (*above, heading)

    def _slug(self, title: str) -> str:
        slug = slug_of(title)
        self.slugs[slug] += 1
        return f"{slug}-{self.slugs[slug] - 1}" if self.slugs[slug] > 1 else slug

    def _paragraph(self, token: Token) -> None:
        """A paragraph each of whose lines begins with a code or a time of day is a list without its bullets."""
        lines = token.content.split("\n")
        if not are_led(lines):
            self._words(self._inline(token))
            return
        first = token.map[0] if token.map else 0
        read = [self._line(line, first + number) for number, line in enumerate(lines)]
        self.blocks.append(Listing(tuple(Item(each.text, 0) for each in read), self.under))

    def _line(self, content: str, number: int) -> Inline:
        return self._simple(content, number) or self._read(content, spots_of(content, self.lines, number))

    def _words(self, read: Inline) -> None:
        plain = read.text.plain.strip()
        if read.all_strong and len(plain) <= _LONGEST_HEADING and not plain.endswith((".", "!", "?")):
            level = 1 + max((each.level for each in self.under if not each.bold), default=0)
            self._heading(read, min(level, _DEEPEST + 1), bold=True)
        elif plain:
            self.blocks.append(Paragraph(read.text, self.under))

    def _table(self, tokens: list[Token]) -> None:
        rows = [self._row(tokens[index : _end(tokens, index)]) for index in _rows(tokens)]
        if rows:
            self.blocks.append(Table(rows[0], tuple(rows[1:]), self.under))

    def _pipe_table(self, rows: Rows) -> None:
        below = self.lines[rows[0] + 1]
        read = [
            tuple(self._cell(cell, number, start) for cell, start in cells_in(self.lines[number], below))
            for number in rows
        ]
        self.blocks.append(Table(read[0], tuple(read[1:]), self.under))

    def _drawn_table(self, rows: Drawn) -> None:
        read = [tuple(self._drawn_cell(cell) for cell in row) for row in rows]
        self.blocks.append(Table(read[0], tuple(read[1:]), self.under))

    def _drawn_cell(self, cell: Cell) -> Text:
        content = "\n".join(self.lines[number][start:end] for number, start, end in cell)
        spots = [(number + 1, column + 1) for number, start, end in cell for column in range(start, end + 1)]
        return self._read(content, spots).text

    def _row(self, tokens: list[Token]) -> tuple[Text, ...]:
        cells = [token.content for token in tokens if token.type == "inline"]
        number = tokens[0].map[0] if tokens[0].map else 0
        ranges = cell_ranges(self.lines[number], len(cells))
        return tuple(self._cell(cell, number, start) for cell, (start, _) in zip(cells, ranges, strict=True))

    def _simple(self, content: str, number: int) -> Inline | None:
        """Read content that stands in one line and has but simple markup."""
        line = self.lines[number] if number < len(self.lines) else ""
        column = column_of(content, line)
        read = read_simple(self.file, content, number + 1, column + 1)
        return self._noted(read) if read else None

    def _noted(self, read: Inline) -> Inline:
        if read.links:
            self.links += read.links
        if read.anchors:
            self.anchors.update(read.anchors)
        return read

    def _cell(self, content: str, number: int, start: int) -> Text:
        simple = read_simple(self.file, content, number + 1, start + 1)
        if simple:
            return self._noted(simple).text
        spots, column = list[Spot](), start
        line = self.lines[number]
        for char in content:
            column += char == "|" and line[column : column + 2] == "\\|"
            spots.append((number + 1, column + 1))
            column += 1
        return self._read(content, [*spots, (number + 1, column + 1)]).text

    def _list(self, tokens: list[Token]) -> None:
        """Read a list's entries; blocks inside an entry that are no text stand after it in the document."""
        items: list[Item] = []
        inner: list[tuple[int, int]] = []
        parents: list[Text] = []
        numbers: list[count[int] | None] = []
        number: int | None = None
        fresh = False
        for index, token in enumerate(tokens):
            if token.type.endswith("_list_open"):
                numbers.append(count(int(token.attrGet("start") or 1)) if token.type.startswith("o") else None)
            elif token.type.endswith("_list_close"):
                numbers.pop()
                del parents[len(numbers) :]
            elif token.type == "list_item_open":
                counter = numbers[-1]
                number, fresh = (next(counter) if counter else None), True
            elif token.type == "inline" and not _inside(index, inner):
                text = self._inline(token).text
                depth = len(numbers) - 1
                boxed = fresh and token.content.startswith("[")
                items.append(_item(text, depth, parents, number=number if fresh else None, boxed=boxed))
                del parents[depth:]
                parents.append(items[-1].text)
                fresh = False
            elif token.type in {"table_open", "fence", "code_block", "html_block"}:
                inner.append((index, _end(tokens, index)))
        self.blocks.append(Listing(tuple(item for item in items if item.text.plain.strip()), self.under))
        for start, end in inner:
            self.read(tokens[start : end + 1])

    def _code(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        fenced = token.type == "fence"
        closed = fenced and last - 1 > first and token.markup in self.lines[last - 1]
        self.add_code(token.info.strip(), first + fenced, min(last - closed, len(self.lines)))

    def _html(self, token: Token) -> None:
        first = token.map[0] if token.map else 0
        if first in self.tables:
            self._pipe_table(self.tables[first])
            return
        if first in self.drawn:
            self._drawn_table(self.drawn[first])
            return
        reader = HtmlReader(self.file, first + 1)
        reader.feed("\n".join(self.lines[first : token.map[1] if token.map else 0]))
        self.anchors |= set(re.findall(r"<[^>]{1,200}?\b(?:id|name)=[\"']?([\w.:-]{1,100})", token.content))
        self.blocks += [Paragraph(text, self.under) for text in reader.texts]
        self.blocks += [html_table(rows, self.under) for rows in reader.tables if rows and rows[0]]


def _item(text: Text, depth: int, parents: list[Text], *, number: int | None, boxed: bool) -> Item:
    """Make an entry; a further paragraph of an entry has no number and no box of its own."""
    box = _TASK.match(text.plain) if boxed else None
    above = parents[depth - 1] if 0 < depth <= len(parents) else None
    return Item(
        text=text.cut(box.end()) if box else text,
        depth=depth,
        number=number,
        checked=box.group(1) in "xX" if box else None,
        above=above,
    )


def _without_id(text: Text) -> tuple[Text, str]:
    found = _HEADING_ID.search(text.plain[-200:])
    if not found:
        return text, ""
    return text.cut(0, len(text.plain) - len(found.group())), found.group(1)


def _inside(index: int, ranges: list[tuple[int, int]]) -> bool:
    return bool(ranges) and index <= ranges[-1][1]


def _rows(tokens: list[Token]) -> list[int]:
    return [index for index, token in enumerate(tokens) if token.type == "tr_open"]


def _end(tokens: list[Token], index: int) -> int:
    """Find the token that closes the one at an index; the same where it closes itself."""
    depth = 0
    for offset in range(index, len(tokens)):
        depth += tokens[offset].nesting
        if depth <= 0:
            return offset
    return len(tokens) - 1
