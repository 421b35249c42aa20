"""Numbers of some of the things: one in ten, what a test takes, what would be done if something failed."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from generator.findings import Pointer
from generator.literals.numbers import ONE_WORD
from generator.patterns import Pattern, any_of

_RATIO = Pattern(
    rf"(?<!\w){ONE_WORD}\s+(?:in|(?<!\bone\s)(?<!\bOne\s)of|out\s+of)\s+(?:every\s+)?$", words=(any_of("in of"),)
)
"""Nine in ten, eight of ten: so many of each ten there are; "one of three" is one of all."""
_ALL = ("the ", "all ", "these ", "both ", "our ", "its ")
_SUPPOSED = frozenset({"on_failure", "contingency", "response"})
_TAKEN = frozenset({"covers", "passes"})


class Count(Protocol):
    """A number of things, as a text tells it."""

    @property
    def pointer(self) -> Pointer:
        """Whose text it is."""

    @property
    def text(self) -> str:
        """The whole text."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it is told."""

    @property
    def number(self) -> int:
        """The number."""


Told = TypeVar("Told", bound=Count)


def is_ratio(before: str) -> bool:
    """Tell whether a number behind a text is the second one of a ratio."""
    return _RATIO.search(before) is not None


def of_all(counts: Iterable[Told]) -> Iterator[Told]:
    """Yield what may be the number of all there are, rather than that of a sample or of those at work in a need."""
    told = list(counts)
    most = max(each.number for each in told)
    yield from (each for each in told if not _is_of_some(each, most))


def _is_of_some(count: Count, most: int) -> bool:
    if count.text[: count.span[0]].lower().endswith(_ALL):
        return False
    is_taken = "tests" in count.pointer and not _TAKEN.isdisjoint(count.pointer)
    return not _SUPPOSED.isdisjoint(count.pointer) or (is_taken and count.number < most)
