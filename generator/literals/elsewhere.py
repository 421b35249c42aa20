"""What two texts tell differently: each is held against the other, whose line is told."""

from typing import Protocol

from generator.findings import Pointer, Span
from generator.literals.claims import Claim


class Told(Protocol):
    """What a text tells, and where."""

    @property
    def pointer(self) -> Pointer:
        """Whose text it is."""

    @property
    def text(self) -> str:
        """The whole text."""

    @property
    def span(self) -> tuple[int, int]:
        """Where it is told."""


def otherwise(kind: str, one: Told, other: Told) -> Claim:
    """Make a claim of what one text tells and another one contradicts."""
    fact = f'elsewhere it is "{" ".join(other.text[slice(*other.span)].split())}"'
    said = one.text[slice(*one.span)]
    return Claim(kind, one.pointer, Span(*one.span), said, fact, agrees=False, also=(other.pointer,))
