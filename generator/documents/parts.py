"""Long pages in parts: cut before an entry, or between the rows of a table that is too long for one page.

Only the site is cut; the PDF and the Markdown to take away are whole. Part 2 of `risks.md` is `risks/part_2.md`: no
item has an underscore in its id, so no other page has such a path.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.documents.directives import site_block
from generator.documents.render import Document, plain_words
from generator.documents.site import BLOCK

LARGEST, PART = 800_000, 400_000
"""About as many bytes of HTML as a page may have before it is cut, and as its parts have then."""
CONTINUED = " (continued)"
_LEAST = 0.05
"""What share of a part is not worth a page of its own."""
_GROWTH = 2.5
"""How much longer HTML is than the Markdown that it is made of."""
_HEADING = re.compile(r"(#{1,6}) (.*)")
_ANCHOR = re.compile("\ue000anchor\ue002[^\ue001]*\ue001")
_SPAN = re.compile("\ue000[a-z]+\ue002[^\ue002]*\ue002([^\ue001]*)\ue001")
_HEAD = 2
"""Lines that begin a table: its columns, and the rule below them."""


@dataclass(frozen=True)
class _Block:
    """Lines that stay together: a heading of some level, a table, or anything else."""

    lines: tuple[str, ...]
    size: float
    level: int = 0
    is_table: bool = False


@dataclass(frozen=True)
class _Entry:
    """A heading with all up to the next one; or the rest of such, below the `above` headings once more."""

    blocks: tuple[_Block, ...]
    above: tuple[str, ...]
    is_rest: bool = False

    @property
    def size(self) -> float:
        """About as many bytes of HTML as it makes."""
        return sum(each.size for each in self.blocks)

    @property
    def words(self) -> str:
        """What it begins with, for a reader who chooses among parts."""
        return next(filter(None, map(_begin, self.blocks)), "")


def in_parts(
    document: Document, charts: Mapping[str, int], *, largest: int = LARGEST, part: int = PART
) -> tuple[Document, ...]:
    """Cut a document that is too long for a page; `charts` tells the bytes of each chart that it may ask for."""
    blocks = tuple(_blocks(document.markdown, charts))
    if sum(each.size for each in blocks) <= largest:
        return (document,)
    entries = [cut for entry in _entries(blocks) for cut in _cut(entry, part)]
    parts = list(_packed(entries, part))
    named = [_named(document, number, len(parts)) for number in range(1, len(parts) + 1)]
    listed = [{"page": each.metadata.name, "words": group[0].words} for each, group in zip(named, parts, strict=True)]
    return tuple(
        replace(each, markdown=_written(each, group, (number, listed)))
        for number, (each, group) in enumerate(zip(named, parts, strict=True))
    )


def _begin(block: _Block) -> str:
    """The first words of a block; a chart has none."""
    return _plain(block.lines[_HEAD].split("|")[1] if block.is_table else block.lines[0].lstrip("# "))


def _plain(words: str) -> str:
    return plain_words(_SPAN.sub(r"\1", words))


def _blocks(markdown: str, charts: Mapping[str, int]) -> Iterator[_Block]:
    """Split at headings and tables; a chart counts as what it becomes."""
    end = 0
    for fence in (found for found in BLOCK.finditer(markdown) if found["kind"] == "chart"):
        yield from _plain_blocks(markdown[end : fence.start()])
        yield _Block((fence.group(), ""), charts.get(fence["body"], 0))
        end = fence.end()
    yield from _plain_blocks(markdown[end:])


def _plain_blocks(markdown: str) -> Iterator[_Block]:
    lines, kinds = markdown.split("\n"), list(_kinds(markdown.split("\n")))
    starts = [at for at, kind in enumerate(kinds) if at == 0 or kind != kinds[at - 1] or kind.startswith("#")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        kept, kind = tuple(lines[start:end]), kinds[start]
        size = _GROWTH * sum(map(len, kept))
        yield _Block(kept, size, kind.count("#"), kind == "|" and len(kept) > _HEAD)


def _kinds(lines: Sequence[str]) -> Iterator[str]:
    """Tell of each line whether it is a heading, of a table, or anything else; code holds neither."""
    fence = ""
    for line in lines:
        ticks = re.match(r" *(`{3,})", line)
        if ticks and (not fence or ticks[1] == fence):
            fence = "" if fence else ticks[1]
        heading = _HEADING.match(line)
        yield "" if fence or ticks else heading[1] if heading else "|" if line.startswith("|") else ""


def _entries(blocks: Sequence[_Block]) -> Iterator[_Entry]:
    """Gather blocks below their heading; one with nothing below it goes with the next."""
    above: list[str] = []
    kept: list[_Block] = []
    under: tuple[str, ...] = ()
    for block in blocks:
        if block.level and any(not each.level and any(map(str.strip, each.lines)) for each in kept):
            yield _Entry(tuple(kept), under)
            kept = []
        if not kept:
            under = tuple(each for each in above if not block.level or _level(each) < block.level)
        if block.level:
            above = [*(each for each in above if _level(each) < block.level), block.lines[0]]
        kept.append(block)
    if kept:
        yield _Entry(tuple(kept), under)


def _level(heading: str) -> int:
    return len(heading) - len(heading.lstrip("#"))


def _cut(entry: _Entry, part: int) -> Iterator[_Entry]:
    """Cut an entry that is longer than a part between the rows of its tables."""
    if entry.size <= part:
        yield entry
        return
    headings = (*entry.above, *(block.lines[0] for block in entry.blocks if block.level))
    kept: list[_Block] = []
    is_rest = False
    for block in (piece for each in entry.blocks for piece in _pieces(each, part)):
        full = _is_full(kept, block, part)
        if full and any(not each.level for each in kept):
            yield _Entry(tuple(kept), headings if is_rest else entry.above, is_rest)
            kept, is_rest = [], True
        kept.append(block)
    yield _Entry(tuple(kept), headings if is_rest else entry.above, is_rest)


def _pieces(block: _Block, part: int) -> Iterator[_Block]:
    """Deal the rows of a table out to tables of half a part, so that parts can be filled."""
    if not block.is_table or block.size <= part / 2:
        yield block
        return
    head, rows = block.lines[:_HEAD], block.lines[_HEAD:]
    sizes = [_GROWTH * len(row) for row in rows]
    numbers = [int(total // (part / 2)) for total in accumulate(sizes)]
    for number in dict.fromkeys(numbers):
        mine = [(row, size) for row, size, each in zip(rows, sizes, numbers, strict=True) if each == number]
        yield _Block((*head, *(row for row, _ in mine)), sum(size for _, size in mine), is_table=True)


def _packed(entries: Sequence[_Entry], part: int) -> Iterator[tuple[_Entry, ...]]:
    kept: list[_Entry] = []
    for entry in entries:
        if _is_full(kept, entry, part):
            yield tuple(kept)
            kept = []
        kept.append(entry)
    if kept:
        yield tuple(kept)


def _is_full(kept: Sequence[_Block | _Entry], further: _Block | _Entry, part: int) -> bool:
    """Tell whether a part ends before what comes next; a few lines are none."""
    size = sum(each.size for each in kept)
    return size + further.size > part and size > _LEAST * part


def _named(document: Document, number: int, count: int) -> Document:
    metadata = document.metadata
    if number == 1:
        return document
    below = f"{metadata.path.removesuffix('.md')}/part_{number}"
    title = f"{metadata.title}, part {number} of {count}"
    return replace(document, metadata=replace(metadata, path=f"{below}.md", name=below, title=title))


def _written(document: Document, entries: Sequence[_Entry], listed: tuple[int, list[dict[str, str]]]) -> str:
    """Write a part: its title, the way to the others, the headings that it goes on below, and what is its own."""
    number, parts = listed
    ways = site_block("parts", parts=parts, number=number)
    first = entries[0].blocks[0].lines
    title, begin = (first[0], first[1:]) if number == 0 else (f"# {document.metadata.title}", first)
    again = [f"{_ANCHOR.sub('', each)}{CONTINUED}" for each in entries[0].above if _level(each) > 1]
    own = "\n".join("\n".join(_lines(entry, begin if entry is entries[0] else None)) for entry in entries)
    return "\n\n".join(each.strip("\n") for each in (title, ways, *again, own, ways)) + "\n"


def _lines(entry: _Entry, begin: tuple[str, ...] | None) -> Iterator[str]:
    """Yield the lines of an entry; pieces of one table become one again."""
    for at, block in enumerate(entry.blocks):
        before = entry.blocks[at - 1] if at else block
        goes_on = at and block.is_table and before.is_table
        own = block.lines[_HEAD:] if goes_on else block.lines
        yield from own if begin is None or at else begin
