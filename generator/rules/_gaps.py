"""Half-filled sections: what most entries of a kind say, and some do not."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

E = TypeVar("E")


def gaps(entries: Iterable[E], has: Callable[[E], object], *, most: int) -> Iterator[tuple[E, str]]:
    """Yield each entry without something that `most` per cent of them have, and how many that are (3 of 4)."""
    every = list(entries)
    having = sum(1 for each in every if has(each))
    if having and having * 100 >= most * len(every):
        yield from ((each, f"{having} of {len(every)}") for each in every if not has(each))
