"""The words by which the plan's items are known, and where a text says them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

from generator.literals.passages import FACT, Passage
from generator.prose import Facts

Known = tuple[str, str]
"""Kind and id of an item."""

_Terms = Mapping[str, Mapping[int, Mapping[tuple[str, ...], tuple[Known, ...]]]]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_FACT_CALL = re.compile(r"\{\{-?\s*(?:name|label|short)\(\s*['\"]([^'\"]+)['\"]\s*\)\s*-?\}\}")
_FACTS = re.compile(FACT + "+")
_AFTER = re.compile(r"\w|[-–.,]\d|-\w|%|\.\w")
_BY_ID = ("task", "milestone", "deliverable")
_IN_ANY_CASE = ("target", "alert", "rollback", "meeting", "deliverable")
_ID_WORDS = 2
_LEAST_LETTERS = 3


class Mention(NamedTuple):
    """Where a text speaks of an item, which may be several that share their name.

    `live` where a fact says it, `partial` where only a part of its name or a pronoun does,
    `every` where all of them are meant.
    """

    begin: int
    end: int
    items: tuple[Known, ...]
    live: bool = False
    partial: bool = False
    every: bool = False

    def of(self, *kinds: str) -> tuple[Known, ...]:
        """The items of some kinds."""
        return tuple(item for item in self.items if item[0] in kinds)


@dataclass(frozen=True)
class Lexicon:
    """Terms as rows of words, by first word and length; `folded` are those that count in small letters, too."""

    exact: _Terms
    folded: _Terms
    facts: Facts

    def mentions(self, passage: Passage) -> Iterator[Mention]:
        """Yield what a sentence speaks of, from left to right, the longest names first."""
        tokens = list(_TOKEN.finditer(passage.plain, passage.begin, passage.end))
        end = 0
        for index, token in enumerate(tokens):
            word = token.group()
            is_first = word in self.exact or word == FACT or word.casefold() in self.folded
            if is_first and index >= end and (found := self._at(tokens, index, passage)):
                yield found[0]
                end = index + found[1]

    def _at(self, tokens: list[re.Match[str]], index: int, passage: Passage) -> tuple[Mention, int] | None:
        if tokens[index].group() == FACT:
            return self._asked(tokens, index, passage)
        word = tokens[index].group()
        for among, fold in ((self.exact.get(word), str), (self.folded.get(word.casefold()), str.casefold)):
            for length, terms in among.items() if among else ():
                said = tokens[index : index + length]
                items = terms.get(tuple(fold(token.group()) for token in said))
                if items and self._is_whole(said[0].start(), said[-1].end(), passage):
                    return Mention(said[0].start(), said[-1].end(), items), length
        return None

    def _is_whole(self, begin: int, end: int, passage: Passage) -> bool:
        """Tell whether a name is not part of a longer word or number."""
        is_behind = begin > 0 and (passage.plain[begin - 1].isalnum() or passage.plain[begin - 1] in "-_/")
        return not is_behind and not _AFTER.match(passage.plain, end)

    def _asked(self, tokens: list[re.Match[str]], index: int, passage: Passage) -> tuple[Mention, int] | None:
        """Read a live fact that tells an item's name."""
        whole = _FACTS.match(passage.plain, tokens[index].start())
        if whole is None:
            return None
        count = sum(1 for _ in takewhile(lambda token: token.end() <= whole.end(), islice(tokens, index, None)))
        call = _FACT_CALL.fullmatch(passage.text, *whole.span())
        found = self.facts.index.find(call[1]) if call else None
        items = ((found[0], found[1].id),) if found else ()
        return Mention(whole.start(), whole.end(), items, live=True), count


def lexicon_of(facts: Facts) -> Lexicon:
    """Collect names, labels, short names and ids in words."""
    exact: dict[tuple[str, ...], list[Known]] = {}
    folded: dict[tuple[str, ...], list[Known]] = {}
    for known, term in _terms(facts):
        words = tuple(_TOKEN.findall(term))
        if words:
            _add(exact, words, known)
        if words and (known[0] in _IN_ANY_CASE or term == term.lower()):
            _add(folded, tuple(map(str.casefold, words)), known)
    return Lexicon(_by_first(exact), _by_first(folded), facts)


def words_of(term: str) -> tuple[str, ...]:
    """Divide a name into words and marks."""
    return tuple(_TOKEN.findall(term))


def _first_names(facts: Facts) -> Iterator[tuple[Known, str]]:
    """First names that only one person has."""
    first = {known: called.name.split()[0] for known, called in facts.names.items() if known[0] == "person"}
    for known, name in first.items():
        if len(name) >= _LEAST_LETTERS and name.isalpha() and list(first.values()).count(name) == 1:
            yield known, name


def _terms(facts: Facts) -> Iterator[tuple[Known, str]]:
    yield from _first_names(facts)
    for known, called in facts.names.items():
        yield from ((known, term) for term in dict.fromkeys((called.name, called.label, called.short)))
        if known[0] in _BY_ID and known[1].count("-") >= _ID_WORDS - 1:
            yield known, known[1].replace("-", " ")


def _add(terms: dict[tuple[str, ...], list[Known]], words: tuple[str, ...], known: Known) -> None:
    items = terms.setdefault(words, [])
    if known not in items:
        items.append(known)


def _by_first(terms: Mapping[tuple[str, ...], Iterable[Known]]) -> _Terms:
    """Group terms by their first word and their length, the longest first."""
    grouped: dict[str, dict[int, dict[tuple[str, ...], tuple[Known, ...]]]] = {}
    for words in sorted(terms, key=len, reverse=True):
        grouped.setdefault(words[0], {}).setdefault(len(words), {})[words] = tuple(terms[words])
    return grouped
