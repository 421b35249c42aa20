"""A page as the site's generator is given it: Markdown, call-outs, and blocks of HTML such as charts."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.audit.blocks import Document, Link, Text, texts_of
from generator.audit.reading import read_document
from generator.audit.rendered.figures import Figure, figures_in

_CALLOUT = re.compile(r'^(?:!!!|\?\?\?\+?) [a-z]+ "(.*)"$')
FRONT_MATTER = "front matter"
_INDENT = "    "
_QUOTE = ">   "
_TAG = re.compile(r"<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
_BLOCK = re.compile(r"</?(?:section|div|figure|details|ul|ol|dl|p|table|header|footer|nav|aside|article)\b")


@dataclass(frozen=True)
class Raw:
    """Lines of HTML, and where they begin."""

    first: int
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """What a reader sees of it."""
        return words_of("\n".join(self.lines))


@dataclass(frozen=True, eq=False)
class Page:
    """A page, its Markdown read without the HTML that stands between."""

    file: str
    lines: tuple[str, ...]
    document: Document
    raw: tuple[Raw, ...]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The charts on the page."""
        return tuple(figure for each in self.raw for figure in figures_in(each.lines, each.first, self.file))

    @cached_property
    def links_by_line(self) -> dict[int, list[Link]]:
        """The links of the Markdown by the line they stand in."""
        found: dict[int, list[Link]] = {}
        for link in self.document.links:
            found.setdefault(link.place.line, []).append(link)
        return found

    def links_in(self, text: Text) -> list[Link]:
        """The links inside a text, in their order."""
        if not any(line in self.links_by_line for line in range(text.spot[0], text.runs[-1][1] + 1)):
            return []
        place = text.place()
        among = (link for line in range(place.line, place.end_line + 1) for link in self.links_by_line.get(line, ()))
        inside = ((place.line, place.column), (place.end_line, place.end_column))
        return [link for link in among if inside[0] <= (link.place.line, link.place.column) <= inside[1]]

    @cached_property
    def stream(self) -> tuple[tuple[str, Text | Raw], ...]:
        """Everything that a reader meets, piece by piece in the order of the page."""
        blocks = (block for block in self.document.blocks if getattr(block, "info", "") != FRONT_MATTER)
        texts = (text for block in blocks for text in texts_of(block))
        pieces = [(text.spot, _CALLOUT.sub(r"\1", text.plain), text) for text in texts]
        both: list[tuple[tuple[int, int], str, Text | Raw]] = [
            *pieces,
            *(((raw.first, 0), raw.words, raw) for raw in self.raw),
        ]
        return tuple((words, piece) for _, words, piece in sorted(both, key=lambda each: each[0]))


@lru_cache(maxsize=400)
def words_of(markup: str) -> str:
    """Take the tags out of HTML."""
    return html.unescape(_TAG.sub(" ", markup))


@lru_cache(maxsize=1000)
def read_page(text: str, file: str) -> Page:
    """Read a page; every word keeps its line and column."""
    lines = [*text.split("\n")]
    raw = tuple(_html_blocks(lines))
    for block in raw:
        for number in range(block.first, block.first + len(block.lines)):
            lines[number - 1] = ""
    document = read_document("\n".join(_without_callouts(lines)), file)
    return Page(file, tuple(text.split("\n")), document, raw)


def raw_of(text: str) -> tuple[Raw, ...]:
    """Read the blocks of HTML of a page alone."""
    return tuple(_html_blocks(text.split("\n")))


def _html_blocks(lines: list[str]) -> Iterator[Raw]:
    """Blocks of HTML go from a block's tag to the next empty line."""
    first: int | None = None
    for number, line in enumerate([*lines, ""], 1):
        if first is None and _BLOCK.match(line):
            first = number
        elif first is not None and not line.strip():
            yield Raw(first, tuple(lines[first - 1 : number - 1]))
            first = None


def _without_callouts(lines: list[str]) -> Iterator[str]:
    """Write a call-out as a quotation of the same width, so that its words are read where they stand."""
    inside = False
    for line in lines:
        if _CALLOUT.match(line):
            inside = True
            yield line
            continue
        inside = inside and (not line.strip() or line.startswith(_INDENT))
        yield _QUOTE + line[len(_INDENT) :] if inside and line.strip() else line
