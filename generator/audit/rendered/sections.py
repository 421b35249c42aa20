"""The entry of an item: everything below the heading that bears its anchor, up to the next heading as high."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Block, Code, Heading, Text, texts_of
from generator.audit.rendered.pages import FRONT_MATTER, Page
from generator.audit.rendered.truth import Ref, Truth

_ANCHOR = re.compile(r'<a id="([a-z]+)-([a-z0-9-]+)"></a>')
_LONE = ("task", "phase", "wave", "decision")
"""Of these, pages tell more or less, as their readers need."""


@dataclass(frozen=True, eq=False)
class Section:
    """An entry with its texts, in their order; `title` is what its heading says."""

    ref: Ref
    title: str
    blocks: tuple[Block, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its texts, headings of a lower level included."""
        return tuple(text for block in self.blocks for text in texts_of(block))


def sections(page: Page, truth: Truth) -> Iterator[Section]:
    """Yield the entries of a page that are told alike wherever they stand."""
    blocks = [each for each in page.document.blocks if not (isinstance(each, Code) and each.info == FRONT_MATTER)]
    for index, block in enumerate(blocks):
        ref = _anchored(block, page, truth) if isinstance(block, Heading) else None
        if ref and isinstance(block, Heading) and ref.kind not in _LONE:
            yield Section(ref, block.text.plain, tuple(_below(block, blocks[index + 1 :])))


def _anchored(heading: Heading, page: Page, truth: Truth) -> Ref | None:
    found = _ANCHOR.search(page.lines[heading.text.spot[0] - 1])
    ref = Ref(found[1], found[2]) if found else None
    return ref if ref and truth.has(ref) else None


def _below(heading: Heading, following: list[Block]) -> Iterator[Block]:
    for block in following:
        if isinstance(block, Heading) and not block.bold and block.level <= heading.level:
            return
        yield block
