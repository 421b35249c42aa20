"""What a glance takes in: a fact, a line, a card of lines."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """A question that everybody asks, and its answer; `page` tells more."""

    icon: str
    label: str
    value: str
    note: str
    page: str


@dataclass(frozen=True)
class Line:
    """One line of a card: words, a remark, and a chip with its tone."""

    words: str
    page: str
    note: str = ""
    chip: str = ""
    tone: str = "muted"


@dataclass(frozen=True)
class Card:
    """A few lines that belong together, in plain text."""

    icon: str
    title: str
    page: str
    lines: tuple[Line, ...]
