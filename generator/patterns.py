"""Regular expressions that cost nothing in a run that does not need them."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property, lru_cache

_TO_THE_END = sys.maxsize
_WORD, _DIGIT = re.compile(r"\w+"), re.compile(r"\d")
DIGIT = "0"
"""Stands among the words of a pattern for any figure."""


class Pattern:
    """A regular expression that is compiled at its first use, and tried only where what it cannot do without occurs.

    Of each group in `holds` one at least is part of all that it matches; of each group in `words` one at least is a
    whole word of it, in small or large letters: quick where many patterns are tried on one stretch of a text, slow
    where each is tried on a stretch of its own.
    """

    def __init__(
        self, text: str, *holds: tuple[str, ...], words: tuple[frozenset[str], ...] = (), flags: int = 0
    ) -> None:
        self.text, self.flags, self.holds, self.words = text, flags, holds, words

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.text, self.flags)

    def search(self, text: str, begin: int = 0, end: int = _TO_THE_END) -> re.Match[str] | None:
        """As a compiled one does."""
        return self.compiled.search(text, begin, end) if self._can_match(text, begin, end) else None

    def match(self, text: str, begin: int = 0, end: int = _TO_THE_END) -> re.Match[str] | None:
        """As a compiled one does."""
        return self.compiled.match(text, begin, end) if self._can_match(text, begin, end) else None

    def fullmatch(self, text: str, begin: int = 0, end: int = _TO_THE_END) -> re.Match[str] | None:
        """As a compiled one does."""
        return self.compiled.fullmatch(text, begin, end) if self._can_match(text, begin, end) else None

    def finditer(self, text: str, begin: int = 0, end: int = _TO_THE_END) -> Iterator[re.Match[str]]:
        """As a compiled one does."""
        return self.compiled.finditer(text, begin, end) if self._can_match(text, begin, end) else iter(())

    def _can_match(self, text: str, begin: int, end: int) -> bool:
        if self.words and any(map(words_in(text, begin, end).isdisjoint, self.words)):
            return False
        for parts in self.holds:
            for part in parts:
                if text.find(part, begin, end) >= 0:
                    break
            else:
                return False
        return True


def any_of(words: str) -> frozenset[str]:
    """The words of a group, as they are told in one text."""
    return frozenset(words.split())


@lru_cache(maxsize=64)
def words_in(text: str, begin: int = 0, end: int = _TO_THE_END) -> frozenset[str]:
    """Every word of a text, in small letters, and `DIGIT` where there is a figure."""
    told = text[begin:end].lower()
    return frozenset([*_WORD.findall(told), DIGIT] if _DIGIT.search(told) else _WORD.findall(told))
