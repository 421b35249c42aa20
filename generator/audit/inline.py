"""The inside of a line: markup taken away, every character led back to the file, links collected."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from generator.audit.blocks import Link, Range, Text
from generator.audit.markdown import Token, inline_tokens
from generator.audit.positions import Spot, runs_of

_BREAK = re.compile(r"<(?:br|/p|/li)\b", re.IGNORECASE)
_ANCHOR = re.compile(r"<[a-z]+\s[^>]{0,200}?\b(?:id|name)\s*=\s*[\"']?([\w.:-]{1,100})", re.IGNORECASE)


@dataclass(slots=True)
class Inline:
    """A line as read: its words, and what else it holds."""

    text: Text
    links: list[Link] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    all_strong: bool = False


def read_inline(file: str, content: str, spots: list[Spot]) -> Inline:
    """Read the content of a block, whose characters stand at the given places."""
    pieces = _Pieces()
    for token in inline_tokens(content):
        pieces.take(token)
    text = Text(
        file, "".join(pieces.chunks), runs_of(pieces.chunks, content, spots), tuple(pieces.code), tuple(pieces.strong)
    )
    links = [Link(text.plain[start:end], target, text.place(start, end)) for start, end, target in pieces.links]
    whole = bool(text.plain.strip()) and covers(pieces.strong, text.plain)
    return Inline(text, links, pieces.anchors, whole)


def covers(ranges: list[Range], plain: str) -> bool:
    """Tell whether nothing stands outside the ranges."""
    outside, cursor = "", 0
    for start, end in sorted(ranges):
        outside += plain[cursor:start]
        cursor = max(cursor, end)
    return bool(ranges) and not (outside + plain[cursor:]).strip(" :")


class _Pieces:
    """Gathers the plain text token by token."""

    def __init__(self) -> None:
        self.chunks: list[str] = []
        self.code: list[Range] = []
        self.strong: list[Range] = []
        self.links: list[tuple[int, int, str]] = []
        self.anchors: list[str] = []
        self._length = 0
        self._open: list[tuple[int, str]] = []

    def take(self, token: Token) -> None:
        """Add what one token says."""
        if token.type in {"softbreak", "hardbreak"}:
            self._add(" ")
        elif token.type == "code_inline":
            self.code.append((self._length, self._length + len(token.content)))
            self._add(token.content)
        elif token.type == "html_inline":
            self._tag(token.content)
        elif token.nesting:
            self._mark(token)
        else:
            self._add(token.content)

    def _add(self, words: str) -> None:
        if words:
            self.chunks.append(words)
            self._length += len(words)

    def _tag(self, tag: str) -> None:
        self.anchors += _ANCHOR.findall(tag)
        if _BREAK.match(tag):
            self._add(" ")

    def _mark(self, token: Token) -> None:
        if token.nesting > 0:
            self._open.append((self._length, unquote(html.unescape(str(token.attrGet("href") or "")))))
            return
        start, target = self._open.pop() if self._open else (self._length, "")
        if token.type == "strong_close":
            self.strong.append((start, self._length))
        if token.type == "link_close":
            self.links.append((start, self._length, target))
