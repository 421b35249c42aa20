"""Markdown to tokens, with a limit that keeps hostile text from taking long; the audit's importer of markdown-it."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["Token", "block_tokens", "inline_tokens"]

_PLAIN = re.compile(r"[^\\`*_\[\]<>&!~\n]+")
"""Words without markup, as most cells of a table are."""
_LONGEST = 8_000
"""Longer paragraphs are read without markup: nobody writes them, and brackets without end take a square of time."""


def block_tokens(text: str) -> list[Token]:
    """Return the blocks; what stands inside a line is not looked at yet."""
    return _blocks().parse(text)


def inline_tokens(content: str) -> list[Token]:
    """Return what a line or paragraph consists of."""
    if len(content) > _LONGEST or _PLAIN.fullmatch(content):
        return [Token("text", "", 0, content=content)]
    return _inlines().parseInline(content)[0].children or []


@cache
def _blocks() -> MarkdownIt:
    return _inlines_enabled().disable("inline")


@cache
def _inlines() -> MarkdownIt:
    return _inlines_enabled()


def _inlines_enabled() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
