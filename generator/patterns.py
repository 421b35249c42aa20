"""Regular expressions that cost nothing in a run that does not need them."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property

_TO_THE_END = sys.maxsize


class Pattern:
    """A regular expression that is compiled at its first use, and tried only where what it cannot do without occurs.

    Of each group of words one at least is part of all that it matches.
    """

    def __init__(self, text: str, *holds: tuple[str, ...], flags: int = 0) -> None:
        self.text, self.flags, self.holds = text, flags, holds

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
        for words in self.holds:
            for word in words:
                if text.find(word, begin, end) >= 0:
                    break
            else:
                return False
        return True
