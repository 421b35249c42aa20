"""Numbered lists and tables: what each number stands for, and how long it takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.blocks import Listing, Table, Text
from generator.audit.understanding.lengths import Length, lengths_in, whole_length
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.words import level

_NUMBER = re.compile(r"\W*(?P<number>\d{1,2}(?:\.\d{1,2})?)[.)]?\W*")
_NUMBERED = re.compile(r"\W*(?:step\s)?(?P<number>\d{1,2}(?:\.\d{1,2})?)[.):]?\s", re.IGNORECASE)
_FEWEST = 3
_Entry = tuple[str, Text, list[Length]]
"""The number, what stands for it, and the lengths told of it."""


@dataclass(frozen=True)
class Numbered:
    """The entries of one series by their numbers, and the minutes of those that tell one length."""

    entries: dict[str, Quote]
    minutes: dict[str, Decimal]


def numbered_of(reading: Reading) -> list[Numbered]:
    """Collect ordered lists, tables with a first column of numbers and numbered headings, of three or more."""
    found = [each for document in reading.documents for block in document.blocks for each in _of(block)]
    headings = [block.text for document in reading.documents for block in document.headings]
    told: list[_Entry] = [
        (match["number"], text, []) for text in headings if (match := _NUMBERED.match(level(text.plain)))
    ]
    return [each for each in [*found, _numbered(told)] if len(each.entries) >= _FEWEST]


def _of(block: object) -> Iterator[Numbered]:
    """Of a table's cells count those that are a length and nothing else; words of a row tell something else."""
    if isinstance(block, Listing):
        items = [item for item in block.items if item.number is not None and not item.depth]
        yield _numbered([(str(item.number), item.text, lengths_in(item.text.plain)) for item in items])
    elif isinstance(block, Table):
        rows = [(found["number"], row) for row in block.rows if (found := _NUMBER.fullmatch(level(row[0].plain)))]
        told = [
            (number, row[0], [each for cell in row[1:] if (each := whole_length(cell.plain))]) for number, row in rows
        ]
        yield _numbered(told) if len(rows) == len(block.rows) else Numbered({}, {})


def _numbered(entries: list[_Entry]) -> Numbered:
    minutes = {number: lengths[0].minutes for number, _, lengths in entries if len(lengths) == 1}
    return Numbered({number: Quote(text.plain.strip(), text.place()) for number, text, _ in entries}, minutes)
