"""Every stretch of words of a build, wherever it stands: Markdown, pictures, tables of charts, HTML."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.audit.blocks import Block, Code, Text, texts_of
from generator.audit.rendered.figures import Words, words_in
from generator.audit.rendered.pages import FRONT_MATTER, Page
from generator.audit.rendered.published import Published
from generator.findings import Place

_BETWEEN = re.compile(r">([^<>]{2,})<")
_PICTURE = re.compile(
    r"<(?:svg|figure|figcaption|/figure|path|rect|line|circle|text|g|tspan|title|desc|defs|table|details)\b"
)
_PAST = "diff"
"""Shows what an earlier text said."""
_OF_A_RULE = '<a id="rule-'
"""Begins a row that tells of the checks, whose examples are of no plan."""


class Wording(NamedTuple):
    """Words, and where they stand; those of Markdown know the place of each character."""

    text: str
    at: Text | Place
    page: Page
    is_code: bool = False
    figure: str = ""
    form: str = ""

    @property
    def form_of_item(self) -> bool:
        """Tell whether words of this form say all that their item is."""
        return self.form in ("title", "data")

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where a stretch of the words stands; of a picture the whole."""
        return self.at.place(start, end) if isinstance(self.at, Text) else self.at


def wordings(published: Published) -> Iterator[Wording]:
    """Yield the words of every page and every Markdown download, and of the charts beside them."""
    for page in published.everything.values():
        yield from words_of_page(page)
    for picture in published.pictures.values():
        yield from words_of_picture(picture)


@lru_cache(maxsize=1000)
def words_of_page(page: Page) -> tuple[Wording, ...]:
    """Read the words of one page, its charts last; several checks ask for them."""
    return tuple(_words_of_page(page))


@lru_cache(maxsize=1000)
def words_of_picture(page: Page) -> tuple[Wording, ...]:
    """Read the words of a chart that is a file of its own."""
    found = words_in(page.lines, page.file)
    return tuple(Wording(words.text, words.place, page, figure=page.file, form=words.form) for words in found)


def _words_of_page(page: Page) -> Iterator[Wording]:
    for block in page.document.blocks:
        if not (isinstance(block, Code) and block.info in (FRONT_MATTER, _PAST)):
            yield from _of_block(block, page)
    for figure in page.figures:
        told: tuple[Words, ...] = (*figure.words, *(cell for row in figure.rows for cell in row))
        for words in told:
            yield Wording(words.text, words.place, page, figure=figure.name, form=words.form)
    for raw in page.raw:
        for number, line in enumerate(raw.lines, raw.first):
            if not _PICTURE.match(line):
                yield from _between(line, number, page)


def _of_block(block: Block, page: Page) -> Iterator[Wording]:
    for text in texts_of(block):
        if _OF_A_RULE not in page.lines[text.spot[0] - 1]:
            yield Wording(text.plain, text, page, is_code=isinstance(block, Code))


def _between(line: str, number: int, page: Page) -> Iterator[Wording]:
    for found in _BETWEEN.finditer(line):
        place = Place(page.file, number, found.start(1) + 1, number, found.end(1) + 1)
        yield Wording(html.unescape(found[1]), place, page)
