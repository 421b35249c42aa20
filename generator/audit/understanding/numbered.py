"""Numbered lists and tables: what each number stands for, and how long it takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.blocks import Listing, Table, Text
from generator.audit.understanding.lengths import lengths_in
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.words import level

_NUMBER = re.compile(r"\W*(?P<number>\d{1,2}(?:\.\d{1,2})?)[.)]?\W*")
_NUMBERED = re.compile(r"\W*(?:step\s)?(?P<number>\d{1,2}(?:\.\d{1,2})?)[.):]?\s", re.IGNORECASE)
_FEWEST = 3


@dataclass(frozen=True)
class Numbered:
    """The entries of one series by their numbers, and the minutes of those that tell one length."""

    entries: dict[str, Quote]
    minutes: dict[str, Decimal]


def numbered_of(reading: Reading) -> list[Numbered]:
    """Collect ordered lists, tables with a first column of numbers and numbered headings, of three or more."""
    found = [each for document in reading.documents for block in document.blocks for each in _of(block)]
    headings = [(match["number"], block.text, "") for document in reading.documents for block in document.headings
        if (match := _NUMBERED.match(level(block.text.plain)))]  # fmt: skip
    return [each for each in [*found, _numbered(headings)] if len(each.entries) >= _FEWEST]


def _of(block: object) -> Iterator[Numbered]:
    if isinstance(block, Listing):
        items = [item for item in block.items if item.number is not None and not item.depth]
        yield _numbered([(str(item.number), item.text, item.text.plain) for item in items])
    elif isinstance(block, Table):
        rows = [(found["number"], row) for row in block.rows if (found := _NUMBER.fullmatch(level(row[0].plain)))]
        told = [(number, row[0], " | ".join(_timed(cell.plain) for cell in row[1:])) for number, row in rows]
        yield _numbered(told) if len(rows) == len(block.rows) else Numbered({}, {})


def _timed(cell: str) -> str:
    """A cell that is a length and nothing else; lengths in a row's words tell something else."""
    found = lengths_in(cell)
    return cell if len(found) == 1 and found[0].end - found[0].start == len(cell.strip()) else ""


def _numbered(entries: list[tuple[str, Text, str]]) -> Numbered:
    minutes = {number: found[0].minutes for number, _, words in entries if len(found := lengths_in(words)) == 1}
    return Numbered({number: Quote(text.plain.strip(), text.place()) for number, text, _ in entries}, minutes)
