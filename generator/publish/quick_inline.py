"""Inline Markdown read without the patterns that cannot match: most cells of tables hold few of the marks they need.

What comes out is what Python-Markdown makes; should its inside change, this stands idle and only costs the time.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

_NEEDED = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
"""What a text must hold for a pattern of Python-Markdown's own to match; others are always tried."""
_DEFINED = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Patterns that find nothing in a page that defines no link."""


class QuickInline(Extension):
    """Puts the quick reader into the place of the other."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with the priority that the other has."""
        md.treeprocessors.register(_Quick(md), "inline", 20)


class _Quick(InlineProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._tried: list[tuple[Any, str, bool]] = []

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """List the patterns once for a page."""
        known = {id(self.inlinePatterns[name]): name for name in _NEEDED if name in self.inlinePatterns}
        names = [(each, known.get(id(each), "")) for each in self.inlinePatterns]
        self._tried = [(each, _NEEDED.get(name, ""), name in _DEFINED) for each, name in names]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - as above
        if isinstance(data, AtomicString):
            return data
        apply = getattr(self, "_InlineProcessor__applyPattern")  # noqa: B009 - a name that the parent hides
        index, start, has_references = patternIndex, 0, bool(self.md.references)
        while index < len(self._tried):
            pattern, needed, is_defined = self._tried[index]
            found = needed in data and (has_references or not is_defined)
            if found:
                data, found, start = apply(pattern, data, index, start)
            if not found:
                index, start = index + 1, 0
        return data
