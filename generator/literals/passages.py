"""Prose as it is written, with all that is no plain English blanked out, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.findings import Pointer, Span

FACT = "\ufffc"
"""Stands, repeated, where a live fact does."""
_HIDDEN = "\ufffd"
_BLANKED = re.compile(  # each with a bound, so that what is opened and never closed costs little
    r"""
    (?P<fact>\{\{.{0,1000}?\}\})
    | (?P<code>(?<!`)(?P<ticks>`{1,9})(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`))
    | (?P<target>(?<=\])\([^)\s]{0,2000}\) | <[a-z][a-z0-9+.-]{0,20}:[^>\s]{0,2000}> | https?://\S+)
    | (?P<gap>\s{20,})
    | (?P<quote>"[^"\n]{0,1000}" | “[^”\n]{0,1000}”)
    """,
    re.VERBOSE | re.DOTALL,
)
_SENTENCE_END = re.compile(
    r"[.!?](?<![A-Z].)(?<!\bno.)(?<!\be\.g.)(?<!\bi\.e.)(?<!\betc.)[)\"'*_]*(?=\s+[^\sa-z]|\s*$)|\n\s*\n|\n\s*(?=[-*|]\s|\d+\.\s)"
)
_PIECE = re.compile(r".{1,1500}(?=\s|$)|.{1,1500}", re.DOTALL)
"""What goes on for longer is no sentence, and is read piece by piece."""
_WORD = re.compile(r"\w+")
_ITEM_MARK = re.compile(r"[\s|*_>-]+")


@dataclass(frozen=True)
class Passage:
    """One sentence: its pointer, the whole text, and the same text with code, links, quotes and facts blanked out."""

    pointer: Pointer
    text: str
    plain: str
    begin: int
    end: int

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, as they are written."""
        return frozenset(_WORD.findall(self.plain, self.begin, self.end))

    @property
    def words_begin(self) -> int:
        """Where its first word begins, behind a list's mark."""
        found = _ITEM_MARK.match(self.plain, self.begin, self.end)
        return found.end() if found else self.begin


class Code(NamedTuple):
    """What stands between backquotes, and where."""

    text: str
    span: Span


def passages(pointer: Pointer, text: str) -> Iterator[Passage]:
    """Divide a text into sentences; a text with statements of a template language is left alone."""
    if "{%" in text:
        return
    plain, begin = _blanked(text), 0
    for end in (*(found.end() for found in _SENTENCE_END.finditer(plain)), len(plain)):
        for piece in _PIECE.finditer(plain, begin, end):
            if piece.group().strip():
                yield Passage(pointer, text, plain, *piece.span())
        begin = end


def codes(text: str) -> Iterator[Code]:
    """Yield what stands between single backquotes."""
    for found in _BLANKED.finditer(text):
        if found["code"] and found["ticks"] == "`":
            yield Code(found["code"][1:-1], Span(found.start() + 1, found.end() - 1))


def _blanked(text: str) -> str:
    return _BLANKED.sub(lambda found: (FACT if found["fact"] else _HIDDEN) * len(found.group()), text)
