"""Reads CommonMark with pipe tables; the only importer of markdown-it-py."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

__all__ = ["SyntaxTreeNode", "Token", "parse", "parse_tree", "words_of"]

_WORDS = ("text", "code_inline", "code_block", "fence", "softbreak", "hardbreak", "paragraph")
_BARE = re.compile(r"[A-Za-z][A-Za-z0-9 ,;:.()'/%-]*")
"""A line that no mark can stand in."""


def parse(text: str, *, html: bool = False) -> list[Token]:
    """Return the block tokens; with `html`, tags come as tokens of their own (to be refused), else as text."""
    return _parser(html=html).parse(text)


def parse_tree(text: str, *, html: bool = False) -> SyntaxTreeNode:
    """Return the same tokens with each pair of opening and closing token as one node with children."""
    return SyntaxTreeNode(parse(text, html=html))


def words_of(text: str) -> str:
    """Read text as one line without its marks; most texts have none."""
    if _BARE.fullmatch(text):
        return " ".join(text.split())
    nodes = [node for node in parse_tree(text).walk() if node.type in _WORDS]
    return " ".join("".join(node.content or " " for node in nodes).split())


@cache
def _parser(*, html: bool) -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": html}).enable("table")
