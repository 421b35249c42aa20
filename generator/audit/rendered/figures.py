"""A chart as a page carries it: the words of its picture, the table beside it, the files of picture and live form."""

import html
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from generator.findings import Place

_NAME = re.compile(r'<figure [^>]*?data-chart="([a-z_]+)"')
_WORDS = re.compile(r"<(title|desc|text)\b[^>]*>([^<]*)")
_DATA = re.compile(r"planpress\.figures\[.*?\] = (.*);")
_GEOMETRY = re.compile(r"data-geometry='([^']*)'")
_LABEL = re.compile(r'aria-label="([^"]*)"')
_NAME_TOLD = re.compile(r'<li\b[^>]*? title="([^"]*)"')
_CAPTION = re.compile(r"<(figcaption|caption)>([^<]*)</")
_ROW = re.compile(r"<tr>(.*?)</tr>")
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>")
_TAG = re.compile(r"<[^>]*>")


class Words(NamedTuple):
    """Words of a chart, and where they stand; `form` is title, desc, text, caption, cell or data."""

    form: str
    text: str
    place: Place


@dataclass(frozen=True)
class Figure:
    """One chart: every word of its picture and the rows of its table.

    `geometry` is what a script draws it anew from, and where that stands.
    """

    name: str
    place: Place
    words: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    geometry: tuple[object, Place] | None = None

    @property
    def label(self) -> str:
        """What it is called for those who do not see it."""
        return next((words.text for words in self.words if words.form == "label"), "")

    @property
    def everything(self) -> tuple[tuple[str, Place], ...]:
        """All that it says, picture and table."""
        cells = (cell for row in self.rows for cell in row)
        return tuple((words.text, words.place) for words in (*self.words, *cells))


def figures_in(lines: Sequence[str], first: int, file: str) -> Iterator[Figure]:
    """Yield the charts in lines of HTML; each begins with its figure and goes as far as the next one."""
    starts = [index for index, line in enumerate(lines) if _NAME.search(line)]
    for start, end in pairwise([*starts, len(lines)]):
        yield _figure(lines[start:end], first + start, file)


def words_in(lines: Sequence[str], file: str) -> tuple[Words, ...]:
    """Read the words of a picture, or of a live form, that lies beside the pages."""
    read = _live if file.endswith(".js") else _words
    return tuple(word for number, line in enumerate(lines, 1) for word in read(line, number, file))


def _figure(lines: Sequence[str], first: int, file: str) -> Figure:
    numbered = [(first + offset, line) for offset, line in enumerate(lines)]
    found = _NAME.search(lines[0])
    words = [word for number, line in numbered for word in _words(line, number, file)]
    rows = [row for number, line in numbered for row in _rows(line, number, file)]
    return Figure(
        found[1] if found else "",
        Place(file, first, 1, first, 1),
        tuple(words),
        tuple(rows),
        _geometry(numbered, file),
    )


def _words(line: str, number: int, file: str) -> Iterator[Words]:
    """A plain look for what a pattern needs comes first: most lines are strokes and boxes."""
    for pattern, needed in ((_WORDS, ("<t", "<desc")), (_CAPTION, ("caption>",))):
        for found in pattern.finditer(line) if any(each in line for each in needed) else ():
            if found[2].strip():
                yield Words(found[1], html.unescape(found[2]), _place(file, number, found.span(2)))
    for pattern, form, mark in ((_LABEL, "label", "aria-label"), (_NAME_TOLD, "title", "<li")):
        for found in pattern.finditer(line) if mark in line else ():
            yield Words(form, html.unescape(found[1]), _place(file, number, found.span(1)))


def _rows(line: str, number: int, file: str) -> Iterator[tuple[Words, ...]]:
    for row in _ROW.finditer(line) if "<tr>" in line else ():
        cells = ((cell[1], row.start(1) + cell.start(1)) for cell in _CELL.finditer(row[1]))
        yield tuple(
            Words("cell", _told(text), _place(file, number, (start, start + len(text)))) for text, start in cells
        )


def _told(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup) if "<" in markup else markup)


def _live(line: str, number: int, file: str) -> Iterator[Words]:
    """Yield what the live form says of items: its words, not its numbers; nothing where it is no JSON."""
    found = _DATA.fullmatch(line)
    if not found:
        return
    with suppress(ValueError, RecursionError):
        place = _place(file, number, found.span(1))
        strings = _strings(json.loads(found[1]))
        yield from (Words("data", html.unescape(_TAG.sub(" ", text)), place) for text in strings)


def _geometry(numbered: Sequence[tuple[int, str]], file: str) -> tuple[object, Place] | None:
    for number, line in numbered:
        found = _GEOMETRY.search(line)
        if found:
            place = _place(file, number, found.span(1))
            try:
                return json.loads(html.unescape(found[1])), place
            except (ValueError, RecursionError):
                return None, place
    return None


_TOLD = frozenset({"hovertext", "text", "title", "ticktext"})


def _strings(data: object, told: str = "") -> Iterator[str]:
    stack: list[tuple[object, str]] = [(data, told)]
    while stack:
        value, key = stack.pop()
        if isinstance(value, str) and key in _TOLD and value.strip():
            yield value
        elif isinstance(value, dict):
            stack += [(each, name if name in _TOLD or key not in _TOLD else key) for name, each in value.items()]
        elif isinstance(value, list):
            stack += [(each, key) for each in value]


def _place(file: str, line: int, span: tuple[int, int]) -> Place:
    return Place(file, line, span[0] + 1, line, max(span[1], span[0]) + 1)
