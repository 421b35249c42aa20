"""Where the sentences of a text begin and end; full stops of titles and initials end none."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Protocol, TypeVar

from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level

_TITLES = "".join(
    rf"(?<!\b{title})" for title in ("Dr", "Mr", "Ms", "Mrs", "Prof", "St", "No", "Nr", "Fa", "vs", "ca")
)
_END = re.compile(rf"(?<!(?<!°)\b[A-Z]){_TITLES}[.!?](?=\s|$)")
_CITED = re.compile(r'"[^"\n]{1,200}"')
_MOST = 60
"""Amounts in one sentence; nobody writes more."""
Stretch = tuple[int, int]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


T = TypeVar("T", bound=_Placed)


def sentences_of(text: str) -> list[Stretch]:
    """Return start and end of each sentence."""
    return list(_sentences(level(text)))


@lru_cache(maxsize=20_000)
def _sentences(plain: str) -> tuple[Stretch, ...]:
    edges = [0, *(match.end() for match in _END.finditer(plain)), len(plain)]
    return tuple((start, end) for start, end in pairwise(edges) if plain[start:end].strip())


def within(found: Iterable[T], start: int, end: int) -> list[T]:
    """Keep what begins in a sentence."""
    return [each for each in found if start <= each.start < end]


def amounts_by_sentence(text: str, *, comma: bool = False) -> Iterator[tuple[Stretch, list[Quantity]]]:
    """Yield each sentence that tells two amounts or more, with its first ones."""
    amounts = quantities_in(text, comma=comma)
    position = 0
    for start, end in sentences_of(text) if len(amounts) > 1 else ():
        first = position
        while position < len(amounts) and amounts[position].start < end:
            position += 1
        if position - first > 1:
            yield (start, end), amounts[first : min(position, first + _MOST)]


def is_cited(plain: str, start: int, end: int) -> bool:
    """Tell whether a stretch stands between quotation marks, as an example of what somebody may write."""
    return any(each.start() < start and end < each.end() for each in _CITED.finditer(level(plain)))
