"""The pages of a long plan read in two processes: their Markdown, and what the search finds in them.

Both are most of what MkDocs takes. Only where no other plugin has a say is a part of the pages read beside the
others; MkDocs then finds them read when it comes to them.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.shared import Shared
from generator.side_by_side import beside

_SEARCH = "material/search"
_KNOWN = frozenset({_SEARCH, "planpress-aside", "planpress-beside", "planpress-built"})
_LARGE = 4_000_000
"""Bytes of Markdown that are worth a process more."""

Entry = dict[str, Any]
Said = tuple[str, int, str]
"""The name of a log, a level, and the words."""


@dataclass(frozen=True)
class _Read:
    """What a page comes to: HTML and contents, anchors and links, entries in the search, and what was told."""

    content: str | None
    toc: TableOfContents
    title: str | None
    anchors: set[str] | None
    links: dict[str, dict[str, str]]
    entries: list[Entry]
    said: list[Said]


class ReadBeside:
    """A plugin that has pages read by another process, from the last on, while MkDocs reads the first."""

    def __init__(self, stack: ExitStack, prepared: Callable[[Page], str]) -> None:
        """Begin with nothing; `prepared` changes the Markdown of a page before it is read."""
        self._stack, self._prepared = stack, prepared
        self._entries: dict[str, list[Entry]] = {}
        self._here: Iterator[File] = iter(())
        self._is_here = True
        self._index: Any = None
        self.is_shared = False
        self._told: Callable[[], dict[str, _Read]] = dict

    def on_nav(self, nav: object, *, config: MkDocsConfig, files: Files) -> object:
        """Begin to read pages elsewhere."""
        written = files.documentation_pages()
        self._index = getattr(config.plugins.get(_SEARCH), "search_index", None)
        if self._index and set(config.plugins) <= _KNOWN and sum(map(_size, written)) >= _LARGE:
            pages = Shared(written)
            read = partial(self._all_read, pages, config, files)
            self._told = cache(self._stack.enter_context(beside(read)))
            self._here, self.is_shared = pages.first(), True
            self._index.add_entry_from_context = self._add_entries
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Have a page taken over that is read elsewhere, when MkDocs asks for it next."""
        self._is_here = not self.is_shared or next(self._here, None) is not None
        if not self._is_here:
            page.render = partial(self._take, page)  # type: ignore[method-assign] # of this page alone
        return markdown

    def on_page_content(self, content: str, *, page: Page, **_: object) -> str:
        """Look for what the search finds in a page read here, while the others are read."""
        if self.is_shared and self._is_here:
            self._entries[page.file.src_uri] = _entries(page, self._index)
        return content

    def _add_entries(self, page: Page) -> None:
        self._index.entries += self._entries.pop(page.file.src_uri)

    def _take(self, page: Page, _: MkDocsConfig, files: Files) -> None:
        read = self._told()[page.file.src_uri]
        page.content, page.toc, page._title_from_render = read.content, read.toc, read.title  # noqa: SLF001
        page.present_anchor_ids = read.anchors
        page.links_to_anchors = {files.src_uris[uri]: links for uri, links in read.links.items()}
        self._entries[page.file.src_uri] = read.entries
        repeat(read.said)

    def _all_read(self, pages: Shared[File], config: MkDocsConfig, files: Files) -> dict[str, _Read]:
        read = ((file, file.page or Page(None, file, config)) for file in pages.last())
        return {file.src_uri: self._one_read(page, config, files) for file, page in read}

    def _one_read(self, page: Page, config: MkDocsConfig, files: Files) -> _Read:
        with listening() as said:
            page.read_source(config)
            page.markdown = self._prepared(page)
            Page.render(page, config, files)
            links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
            title, entries = page._title_from_render, _entries(page, self._index)  # noqa: SLF001
        return _Read(page.content, page.toc, title, page.present_anchor_ids, links, entries, said)


def _size(file: File) -> int:
    return Path(file.abs_src_path).stat().st_size if file.abs_src_path else 0


def _entries(page: Page, index: Any) -> list[Entry]:  # noqa: ANN401 - Material's own, without types
    """Have Material read a page for an index of its own."""
    own = type(index)(**index.config)
    own.add_entry_from_context(page)
    entries: list[Entry] = own.entries
    return entries


class _Listener(logging.Handler):
    def __init__(self, said: list[Said]) -> None:
        super().__init__(logging.INFO)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append((record.name, record.levelno, record.getMessage()))


def repeat(said: Iterable[Said]) -> None:
    """Tell what was told in another process."""
    for name, level, words in said:
        logging.getLogger(name).log(level, "%s", words)


@contextmanager
def listening() -> Iterator[list[Said]]:
    """Keep what MkDocs tells, to tell and count it where its build is."""
    told, said = logging.getLogger("mkdocs"), list[Said]()
    kept, told.handlers, told.propagate = told.handlers, [_Listener(said)], False
    try:
        yield said
    finally:
        told.handlers, told.propagate = kept, True
