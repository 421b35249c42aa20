"""Lists and tables whose entries each tell how long they take, with the words that lead to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.blocks import Document, Heading, Listing, Paragraph, Table, Text, Under
from generator.audit.understanding.lengths import lengths_in, whole_length
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.totals import like_total

_FEWEST = 2
_UNITS = {"minute": 1, "min": 1, "hour": 60, "(h)": 60}
_PARALLEL = re.compile(
    r"\b(?:parallel|overlap\w*|concurrent\w*|simultaneous\w*|side by side|at the same time|meanwhile)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Steps:
    """Steps in their order: the minutes of each, where the longest and the last are told, and what leads to them."""

    lengths: tuple[Decimal, ...]
    longest: Quote
    last: Quote
    lead: tuple[Text, ...]
    """The heading above and the paragraphs below it, up to the steps."""
    under: Under
    numbered: bool

    @property
    def minutes(self) -> Decimal:
        """How long all of them take, one after the other."""
        return sum(self.lengths, Decimal(0))


def steps_of(reading: Reading) -> list[Steps]:
    """Collect every list and table of steps that take time; not where some run side by side."""
    return [steps for document in reading.documents for steps in _of(document)]


def is_parallel(text: str) -> bool:
    """Tell whether words say that things run side by side."""
    return bool(_PARALLEL.search(text))


def _of(document: Document) -> Iterator[Steps]:
    lead: list[Text] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            lead = [block.text]
        elif isinstance(block, Paragraph):
            lead.append(block.text)
        elif isinstance(block, Listing):
            items = [item for item in block.items if not item.depth]
            entries = [(item.text, _single(item.text.plain)) for item in items if not like_total(item.text.plain)]
            yield from _steps(entries, lead, block.under, numbered=all(item.number is not None for item in items))
        elif isinstance(block, Table):
            yield from (each for column in range(len(block.header)) for each in _column(block, column, lead))


def _column(table: Table, column: int, lead: list[Text]) -> Iterator[Steps]:
    header = table.header[column].plain.lower()
    unit = next((size for word, size in _UNITS.items() if word in header), 0)
    rows = [row for row in table.rows if not any(like_total(cell.plain) for cell in row[:2])]
    entries = [(row[column], _cell(row[column].plain.strip(), unit)) for row in rows]
    yield from _steps(entries, lead, table.under, numbered=True)


def _steps(
    entries: list[tuple[Text, Decimal | None]], lead: list[Text], under: Under, *, numbered: bool
) -> Iterator[Steps]:
    """Entries of which each takes time; one may take none."""
    told = [(text, length) for text, length in entries if length is not None]
    text = " ".join(each.plain for each in [*lead, *(text for text, _ in entries)])
    if len(told) < _FEWEST or len(told) < len(entries) - 1 or is_parallel(text):
        return
    quotes = [Quote(text.plain.strip(), text.place()) for text, _ in told]
    lengths = tuple(length for _, length in told)
    longest = quotes[lengths.index(max(lengths))]
    yield Steps(lengths, longest, quotes[-1], tuple(lead), under, numbered)


def _single(plain: str) -> Decimal | None:
    found = lengths_in(plain)
    return found[0].minutes if len(found) == 1 else None


def _cell(plain: str, unit: int) -> Decimal | None:
    if plain.isdecimal() and unit:
        return Decimal(int(plain) * unit)
    found = whole_length(plain)
    return found.minutes if found else None
