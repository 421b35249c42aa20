"""Reads CommonMark with pipe tables; the only importer of markdown-it-py."""

import re
from collections.abc import Iterable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

__all__ = ["LISTS", "SyntaxTreeNode", "Token", "in_a_row", "parse", "parse_tree", "words_of"]

LISTS = frozenset({"bullet_list", "ordered_list", "list_item"})
"""What holds entries, each a block of its own."""
_ENDS = ".!?:;,"
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
    return " ".join(_words(parse_tree(text)).split())


def in_a_row(entries: Iterable[str]) -> str:
    """Tell the entries of a list in one line; a semicolon parts them where no mark does."""
    told = [each for each in entries if each]
    return "".join(f"{each} " if each[-1] in _ENDS else f"{each}; " for each in told[:-1]) + "".join(told[-1:])


def _words(node: SyntaxTreeNode) -> str:
    if node.type in LISTS:
        return in_a_row(_words(each).strip() for each in node.children)
    if node.type == "inline":
        return "".join(_words(each) for each in node.children)
    if node.children or node.is_root:
        return " ".join(map(_words, node.children))
    return node.content or " "


@cache
def _parser(*, html: bool) -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": html}).enable("table")
