"""What the writer of one document has to know wherever it stands in the text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.commonmark import SyntaxTreeNode
from generator.pdf.directives import ANCHOR, plain_text
from generator.pdf.document import ChartImage


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Charts and link targets of the document; `shift` is what a leading title takes from heading levels.

    Words longer than `longest_word` characters may be broken, so that they never run out of their column.
    `line` stands in for places that have none of their own: the text of a call-out. A line of a table is `width` ems
    long. In a table page numbers are `brief` and told once for each target: `told` are those that are. The tables of
    a `summary` are too few to be numbered.
    """

    charts: Mapping[str, ChartImage] = field(default_factory=dict)
    targets: frozenset[str] = frozenset()
    headings: Mapping[int, str] = field(default_factory=dict)
    shift: int = 0
    longest_word: int = 24
    width: float = 52.0
    line: int | None = None
    brief: bool = False
    told: set[str] | None = None
    summary: bool = False

    def place(self, node: SyntaxTreeNode) -> int | None:
        """Return the line of a node, counted from one in the document's Markdown."""
        if self.line is not None:
            return self.line
        while node.map is None and node.parent is not None:
            node = node.parent
        return None if node.map is None else node.map[0] + 1


def link_targets(markdown: str, headings: Mapping[int, str]) -> frozenset[str]:
    """Return all that a link inside the document can point to."""
    return frozenset(ANCHOR.findall(markdown)) | frozenset(headings.values())


def heading_ids(root: SyntaxTreeNode) -> dict[int, str]:
    """Return the id of each heading by its line, made as the site makes it."""
    taken: set[str] = set()
    return {line: _unique(_slug(text), taken) for line, text in _headings(root)}


def _headings(root: SyntaxTreeNode) -> Iterator[tuple[int, str]]:
    for node in root.children:
        if node.type == "heading" and node.map:
            yield node.map[0], plain_text(node)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _unique(slug: str, taken: set[str]) -> str:
    unique, number = slug, 0
    while unique in taken:
        number += 1
        unique = f"{slug}_{number}"
    taken.add(unique)
    return unique
