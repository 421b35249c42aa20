"""Tables and text written as HTML inside Markdown, as word processors export them."""

from html.parser import HTMLParser

from generator.audit.blocks import Table, Text, Under

_CELLS = frozenset({"td", "th"})
_HIDDEN = frozenset({"script", "style"})


class HtmlReader(HTMLParser):
    """Collects the rows of tables, and the text outside them, each piece with its place."""

    def __init__(self, file: str, first: int) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[Text]]] = []
        self.texts: list[Text] = []
        self._file, self._first = file, first
        self._cell: list[str] | None = None
        self._at = (first, 1)
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's call
        """Open a table, a row or a cell."""
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in _CELLS and self.tables and self.tables[-1]:
            self._close()
            self._cell, self._at = [], self._here()
        self._hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        """Close a cell; rows and tables close with what follows."""
        if tag in _CELLS:
            self._close()
        if tag == "table" and self.tables and not any(self.tables[-1]):
            self.tables.pop()
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))

    def handle_data(self, data: str) -> None:
        """Take words into the open cell, or keep them as text of their own."""
        if self._hidden or not data.strip():
            return
        if self._cell is not None:
            self._at = self._at if self._cell else self._here(data)
            self._cell.append(" ".join(data.split()))
            return
        for offset, line in enumerate(data.split("\n")):
            if line.strip():
                number, column = self._here() if offset == 0 else (self._here()[0] + offset, 1)
                start = column + len(line) - len(line.lstrip())
                self.texts.append(Text(self._file, line.strip(), ((0, number, start),)))

    def _close(self) -> None:
        if self._cell is not None and self.tables and self.tables[-1]:
            self.tables[-1][-1].append(Text(self._file, " ".join(self._cell), ((0, *self._at),)))
        self._cell = None

    def _here(self, data: str = "") -> tuple[int, int]:
        line, column = self.getpos()
        before = data[: len(data) - len(data.lstrip())]
        if "\n" in before:
            return self._first + line - 1 + before.count("\n"), len(before) - before.rfind("\n")
        return self._first + line - 1, column + 1 + len(before)


def html_table(rows: list[list[Text]], under: Under) -> Table:
    """Make all rows as long as the header: short ones with empty cells, long ones cut."""
    width = len(rows[0])
    filled = [(*row, *(_empty(row[-1]) for _ in range(width - len(row))))[:width] for row in rows[1:] if row]
    return Table(tuple(rows[0]), tuple(filled), under)


def _empty(near: Text) -> Text:
    place = near.place()
    return Text(near.file, "", ((0, place.end_line, place.end_column),))
