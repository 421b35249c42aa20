"""A sentence as words, and the clauses that its marks and joining words divide it into."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.literals.passages import FACT, Passage
from generator.literals.stems import stem

_WORD = re.compile(rf"\d+(?:[.:,]\d+)*%?|{FACT}+(?:['’]s)?|[^\W\d_][\w'’-]*|[;:,.()!?—–]")
_STATEMENT_ENDS = frozenset(";:().!?—–")
JOINING = frozenset({"but", "while", "because", "although", "though", "whereas", "so", "since", "which"})
"""What may stand before a clause without being part of it."""


class Word(NamedTuple):
    """A word in small letters, without a genitive's ending; `bare` without any ending."""

    text: str
    bare: str
    begin: int
    end: int
    is_capital: bool
    is_genitive: bool


@dataclass(frozen=True)
class Clause:
    """Some words in a row, and where in the sentence they stand."""

    words: tuple[Word, ...]
    is_first: bool

    @property
    def begin(self) -> int:
        """Where its first word begins."""
        return self.words[0].begin

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Its words as text."""
        return tuple(word.text for word in self.words)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """Every word that occurs in it."""
        return frozenset(self.texts)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every word that occurs in it, without its ending."""
        return frozenset(word.bare for word in self.words)


def words_of(passage: Passage) -> tuple[Word, ...]:
    """Divide a sentence into words and marks."""
    return tuple(_word(found) for found in _WORD.finditer(passage.plain, passage.words_begin, passage.end))


def statements_of(words: tuple[Word, ...]) -> Iterator[Clause]:
    """Yield what stands between semicolons, colons and brackets."""
    yield from _divided(words, lambda index: words[index].text in _STATEMENT_ENDS)


def clauses_of(words: tuple[Word, ...]) -> Iterator[Clause]:
    """Yield what stands between marks of any kind, and between words that join clauses."""

    def is_end(index: int) -> bool:
        return words[index].text in _STATEMENT_ENDS or words[index].text == "," or words[index].text in JOINING

    yield from _divided(words, is_end)


def _divided(words: tuple[Word, ...], is_end: Callable[[int], bool]) -> Iterator[Clause]:
    begin = 0
    for index in range(len(words) + 1):
        if index == len(words) or is_end(index):
            if index > begin:
                yield Clause(words[begin:index], is_first=begin == 0)
            begin = index + 1


def _word(found: re.Match[str]) -> Word:
    said, (begin, end) = found.group(), found.span()
    text, bare, is_genitive = _parts(said)
    return Word(text, bare, begin, end, said[0].isupper(), is_genitive)


@lru_cache(maxsize=20_000)
def _parts(said: str) -> tuple[str, str, bool]:
    """Remembered, as few words make up most of a plan."""
    text = said.lower().replace("’", "'")
    is_genitive = text.endswith(("'s", "s'"))
    text = text.removesuffix("'s").removesuffix("'") if is_genitive else text
    return text, stem(text), is_genitive
