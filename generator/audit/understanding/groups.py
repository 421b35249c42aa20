"""What belongs to what by name: the things that an entry lists behind a label, a cell holds, or a column assigns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Listing, Table, Text
from generator.audit.understanding.entries import LONGEST
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.totals import like_total
from generator.audit.understanding.words import key_of, level

Key = frozenset[str]

_LABELLED = re.compile(
    r"\W{0,3}(?P<label>[^\s:,()][^:,()]{0,40}?)(?:\s*\([^()]*\))?\s*(?::|\s-)\s+(?P<list>.+)", re.DOTALL
)
_SPLIT = re.compile(r"\s*(?:,|;|\+|&|\band\b|\s/\s)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_FEWEST, _SHORT, _MOST = 2, 30, 400


@dataclass(frozen=True)
class Member:
    """A thing as written, the group that it belongs to, and where that is told."""

    thing: str
    group: Key
    told: str
    quote: Quote


@dataclass(frozen=True, eq=False)
class Grouping:
    """The things of one list or table, each with its group."""

    members: dict[Key, Member]
    listed: bool
    """Groups list their things; in a column things tell their group."""

    @property
    def groups(self) -> frozenset[Key]:
        """All groups."""
        return frozenset(each.group for each in self.members.values())


def groupings_of(reading: Reading) -> list[Grouping]:
    """Collect what lists and tables group, two groups or more."""
    spoken = {phrase.text for phrase in reading.phrases}
    blocks = [block for document in reading.documents for block in document.blocks]
    found = [
        each
        for block in blocks
        if isinstance(block, Listing | Table) and _first(block) in spoken
        for each in (_of_list(block) if isinstance(block, Listing) else _of_table(block))
    ]
    return [each for each in found if len(each.groups) >= _FEWEST]


def _first(block: Listing | Table) -> Text | None:
    if isinstance(block, Table):
        return block.header[0] if block.header else None
    return block.items[0].text if block.items else None


def _of_list(block: Listing) -> Iterator[Grouping]:
    told = [
        (found["label"], found["list"], Quote(item.text.plain.strip(), item.text.place()))
        for item in block.items
        if not item.depth and (found := _LABELLED.fullmatch(level(item.text.plain)))
    ]
    yield _listed(told)


def _of_table(table: Table) -> Iterator[Grouping]:
    rows = [row for row in table.rows if not any(like_total(cell.plain) for cell in row[:2])]
    for column in range(1, len(table.header)) if rows and len(rows) <= _MOST else ():
        cells = [level(row[column].plain).strip() for row in rows]
        quotes = [Quote(" | ".join(each.plain for each in row), row[column].place()) for row in rows]
        keys = [_called(row[0], table.header[0]) for row in rows]
        if sum("," in cell for cell in cells) >= _FEWEST:
            yield _listed(list(zip(keys, cells, quotes, strict=True)))
        elif all(len(cell) <= _SHORT for cell in cells):
            groups = [_called(row[column], table.header[column]) for row in rows]
            yield _grouping([*zip([row[0].plain for row in rows], groups, quotes, strict=True)], listed=False)


def _called(cell: Text, header: Text) -> str:
    """A bare number below *Wave* is Wave 1."""
    plain = level(cell.plain).strip()
    return f"{level(header.plain)} {plain}" if plain.isdecimal() else plain


def _listed(told: list[tuple[str, str, Quote]]) -> Grouping:
    parts = [(part, label, quote) for label, listed, quote in told for part in _parts(listed)]
    return _grouping(parts, listed=True)


def _parts(listed: str) -> list[str]:
    """The things of a list; a sentence holds none."""
    parts = _SPLIT.split(_BRACKETS.sub("", re.split(r"\.\s|\.$", listed)[0]))
    return [] if any(len(key_of(part)) > LONGEST for part in parts) else parts


def _grouping(told: list[tuple[str, str, Quote]], *, listed: bool) -> Grouping:
    """A thing of two groups belongs to none."""
    members: dict[Key, Member] = {}
    twice: set[Key] = set()
    for thing, group, quote in told:
        key, whole = key_of(thing), key_of(group)
        twice |= {key} if key in members else set()
        if 0 < len(key) <= LONGEST and whole and not all(word.isdecimal() for word in key):
            members[key] = Member(thing.strip(), whole, group.strip(), quote)
    return Grouping({key: each for key, each in members.items() if key not in twice}, listed)
