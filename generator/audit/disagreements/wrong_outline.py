"""A list of a document's sections is not what the document has.

Whoever looks for a section by the list and does not find it takes it for left out.

Fails: a document has eight sections, and the list that sends readers to it seven.

Passes: the list has all eight, in their order.
"""

import posixpath
from collections.abc import Iterator, Sequence

from generator.audit.blocks import Block, Heading, Listing, Paragraph
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page
from generator.audit.rendered.parts import in_whole, is_again
from generator.audit.rendered.published import Published, is_page, is_plain, whole_of
from generator.audit.rendered.truth import Truth, plain
from generator.findings import Severity

SEVERITY = Severity.ERROR
_LEVEL = 2
_SAID = b"sections include"


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield the first line at which a list of sections leaves those of the document that is linked before it."""
    del truth
    names = {
        name
        for name, content in published.contents.items()
        if (is_page(name) or is_plain(name)) and _SAID in content.lower()
    }
    for name, page in published.among({whole_of(each)[0] for each in names}).everything.items():
        blocks = page.document.blocks
        for index, block in enumerate(blocks):
            if isinstance(block, Listing) and index > 1 and _is_said(blocks[index - 1]):
                target = _target(blocks[index - 2], name, page)
                parts = in_whole(published.among({target})).get(target, ())
                yield from _held(block, _sections([part for _, part in parts]))


def _is_said(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and block.text.plain.strip().lower().startswith(_SAID.decode())


def _target(block: Block, name: str, page: Page) -> str:
    links = page.links_in(block.text) if isinstance(block, Paragraph) else []
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), links[0].target)) if links else ""


def _sections(parts: Sequence[Page]) -> list[str]:
    headings = (each for part in parts for each in part.document.headings if each.level == _LEVEL and not each.bold)
    return [plain(each.text.plain) for each in headings if not is_again(each.text.plain)]


def _held(block: Listing, sections: Sequence[str]) -> Iterator[Disagreement]:
    told = [plain(item.text.plain) for item in block.items]
    if not sections or told == list(sections):
        return
    index = next((at for at, pair in enumerate(zip(told, sections, strict=False)) if pair[0] != pair[1]), len(told))
    place = block.items[min(index, len(told) - 1)].text.place()
    if index < len(sections):
        yield Disagreement(f'the document goes on with "{short(sections[index])}" here', place)
    else:
        yield Disagreement(f'the document has no section "{short(told[index])}"', place)
