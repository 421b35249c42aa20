"""Whether what is written of two things speaks of the same: "Printing" and "Printed copies"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.model.text import Item

_BEGINNING = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,4}")
"""Of longer words the first four letters count, so that "printed" is akin to "printing"."""
_LONG = 4
_TOLD = ("name", "short", "title", "text", "collects")


@dataclass(frozen=True)
class Pairing:
    """An entry, the words it is told in, and those of what it is put together with."""

    entry: Item
    own: frozenset[str]
    given: frozenset[str]

    def fits(self, other: "Pairing") -> bool:
        """Tell whether the entry shares a word with what another is put together with."""
        return not self.own.isdisjoint(other.given)


def crossed(pairings: Iterable[Pairing]) -> Iterator[tuple[Item, Item]]:
    """Yield each two entries that fit each other's part, and neither its own."""
    strange = [each for each in pairings if each.own and each.given and not each.fits(each)]
    by_word: dict[str, list[int]] = {}
    for number, each in enumerate(strange):
        for word in each.given:
            by_word.setdefault(word, []).append(number)
    for number, one in enumerate(strange):
        fitting = {other for word in one.own for other in by_word.get(word, ()) if other > number}
        yield from ((one.entry, strange[other].entry) for other in sorted(fitting) if strange[other].fits(one))


def words_of(*texts: str | None) -> frozenset[str]:
    """The words of three letters and more."""
    return frozenset(word for text in texts if text for word in _words(text))


def long_words_of(*texts: str | None) -> frozenset[str]:
    """The words of four letters and more, for texts in which "the" and "and" are."""
    return frozenset(word for word in words_of(*texts) if len(word) == _LONG)


def told_of(item: Item) -> frozenset[str]:
    """The words of an item's id and of what it is called."""
    return words_of(item.id, *(getattr(item, key) for key in _keys(type(item))))


@lru_cache
def _keys(kind: type[Item]) -> tuple[str, ...]:
    return tuple(key for key in _TOLD if key in kind.model_fields)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_BEGINNING.findall(text.casefold()))
