"""What a long plan's pages tell in parts: a page that goes on in others, tables that leave rows to another page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.audit.blocks import Paragraph, Table
from generator.audit.rendered.pages import Page
from generator.audit.rendered.published import Published, is_page, is_plain, whole_of
from generator.audit.rendered.statements import Grid, about, grids
from generator.audit.rendered.truth import Ref, Truth
from generator.findings import Place

CONTINUED = "(continued)"
_ROW = re.compile(rb'<a id="row-([a-z0-9-]+)"></a>')
_ELSEWHERE = re.compile(r"Not told here: (\d+) (\w+?)s?(?: that (?:is|are) not critical(?:, and (\d+) that)?|\.)")
_PART = re.compile(r", part \d+ of \d+$")
_KINDS = {"criteria": "criterion"}


@dataclass(frozen=True)
class LeftOut:
    """So many items of a kind, in the section of one: tasks that are not critical, and those that are."""

    about: Ref | None
    kind: str
    idle: int
    critical: int
    place: Place


def in_whole(published: Published) -> dict[str, list[tuple[str, Page]]]:
    """The pages and downloads by the document that they belong to, its parts in their order."""
    found: dict[str, list[tuple[int, str, Page]]] = {}
    for name, page in published.everything.items():
        whole, number = whole_of(name)
        found.setdefault(whole, []).append((number, name, page))
    return {whole: [each[1:] for each in sorted(parts, key=lambda each: each[0])] for whole, parts in found.items()}


def whole_grids(pages: Sequence[Page], truth: Truth) -> Iterator[Grid]:
    """Read the tables of a document; one that goes on in the next part is one table."""
    open_grid: Grid | None = None
    for page in pages:
        found, tables = list(grids(page, truth)), len(page.document.tables)
        if open_grid and tables and _may_go_on(page) and found[0].columns == open_grid.columns:
            rest = found.pop(0)
            cells = rest.cells[len(rest.columns) :]
            open_grid = replace(open_grid, rows=open_grid.rows + rest.rows, cells=open_grid.cells + cells)
            tables -= 1
        if tables:
            if open_grid:
                yield open_grid
            open_grid = found.pop(tables - 1)
        yield from found
    if open_grid:
        yield open_grid


def goes_on(page: Page, before: Sequence[Page]) -> bool:
    """Tell whether the first table of a page is the rest of the last one on the parts before."""
    last = next((each.document.tables[-1] for each in reversed(before) if each.document.tables), None)
    return last is not None and _may_go_on(page) and _columns(last) == _columns(page.document.tables[0])


def _may_go_on(page: Page) -> bool:
    """Tell whether the first table stands below what is told once more: a heading, or the title of a part alone."""
    under = [each.text.plain for each in page.document.tables[0].under] if page.document.tables else []
    return bool(under) and (under[-1].endswith(CONTINUED) or (len(under) == 1 and bool(_PART.search(under[0]))))


def _columns(table: Table) -> list[str]:
    return [each.plain for each in table.header]


def is_again(words: str) -> bool:
    """Tell whether a heading is told once more because what stands below it goes on."""
    return words.endswith(CONTINUED)


@lru_cache(maxsize=1000)
def elsewhere(page: Page, truth: Truth) -> dict[Ref | None, int]:
    """How many tasks of a wave, a phase or the plan a page says it leaves to another."""
    return {each.about: each.idle for each in left_out(page, truth) if each.kind == "task"}


@lru_cache(maxsize=1000)
def left_out(page: Page, truth: Truth) -> tuple[LeftOut, ...]:
    """What a page says it leaves to the site, or to another page of it."""
    paragraphs = (block for block in page.document.blocks if isinstance(block, Paragraph))
    said = ((block, _ELSEWHERE.search(block.text.plain)) for block in paragraphs)
    return tuple(
        LeftOut(
            about(block.under, page, truth),
            _KINDS.get(found[2], found[2]),
            int(found[1]),
            int(found[3] or 0),
            block.text.place(*found.span(1)),
        )
        for block, found in said
        if found
    )


def rows_of_items(published: Published) -> frozenset[str]:
    """The items of the schedule whose row stands on some page, be that read here or not."""
    pages = (content for name, content in published.contents.items() if is_page(name) or is_plain(name))
    return frozenset(item.decode() for content in pages for item in _ROW.findall(content))
