"""Lists whose entries all tell the same under the same labels are tables, and are read as such.

- **Gate 1**: When: week 2; Scope: login          - Gate 1
- **Gate 2**: When: week 4; Scope: search            - When: week 2
                                                     - Scope: login
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.audit.blocks import Block, Document, Heading, Item, Listing, Table, Text
from generator.audit.understanding.columns import meaning_of

_LABEL = re.compile(r"(?:^|(?<=[,;|.])\s{1,3}|\s[-–—|·]\s)\W{0,3}(?P<label>[A-Z][A-Za-z0-9 /-]{1,28}?)\W{0,3}:\s")
_ONE = re.compile(r"\W{0,3}(?P<label>[A-Z][A-Za-z0-9 /-]{1,28}?)\W{0,3}:\s")
_NAME = re.compile(r"[^:]{2,60}?(?::|\s[-–—])(?=\s)")
_EDGE = " \t,;|·–—-*_"
_FEWEST, _MOST = 2, 20


@dataclass(frozen=True)
class _Entry:
    """What a list tells of one thing: its name, and each label with its value."""

    name: Text
    labels: tuple[Text, ...]
    values: tuple[Text, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The labels alone."""
        return tuple(label.plain.lower() for label in self.labels)


def with_listed_tables(document: Document) -> Document:
    """Put tables in the place of lists that are some, with their words where they stand."""
    blocks: list[Block] = []
    for block in _joined(document.blocks):
        table = _table(_entries(block), block) if isinstance(block, Listing) else None
        blocks.append(table or block)
    return replace(document, blocks=tuple(blocks))


def _entries(block: Listing) -> list[_Entry]:
    """The entries of a list, if each of them has labels of its own or below it."""
    tops = [item for item in block.items if not item.depth]
    if len(tops) == len(block.items):
        found = [_in_line(item.text) for item in tops]
    else:
        found = [_nested(item, below) for item, below in _groups(block.items)]
    return [each for each in found if each] if all(found) else []


def _groups(items: Sequence[Item]) -> Iterator[tuple[Item, list[Item]]]:
    starts = [index for index, item in enumerate(items) if not item.depth]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        yield items[start], list(items[start + 1 : end])


def _nested(item: Item, below: Sequence[Item]) -> _Entry | None:
    pairs = [_pair(each.text) for each in below]
    if item.checked is not None or any(each.depth != 1 or each.checked is not None for each in below):
        return None
    known = [pair for pair in pairs if pair]
    name = _trimmed(item.text, 0, len(item.text.plain.rstrip().removesuffix(":")))
    if not known or len(known) != len(pairs) or not name:
        return None
    return _Entry(name, tuple(label for label, _ in known), tuple(value for _, value in known))


def _pair(text: Text) -> tuple[Text, Text] | None:
    found = _ONE.match(text.plain)
    if not found:
        return None
    return text.cut(found.start("label"), found.end("label")), text.cut(found.end(), None)


def _in_line(text: Text) -> _Entry | None:
    """`Gate 1: When: week 2, Scope: login`; what stands before the first label but one is the name."""
    plain, named = text.plain, _NAME.match(text.plain)
    found = list(islice(_labels(plain, named.end()), _MOST + 1)) if named else []
    if not named or not _FEWEST <= len(found) <= _MOST or plain[named.end() : found[0].start()].strip(_EDGE):
        return None
    ends = [*(each.start() for each in found[1:]), len(plain)]
    name = _trimmed(text, 0, named.end() - 1)
    labels = tuple(text.cut(each.start("label"), each.end("label")) for each in found)
    values = tuple(
        _trimmed(text, each.end(), end) or text.cut(end, end) for each, end in zip(found, ends, strict=True)
    )
    return _Entry(name, labels, values) if name else None


def _labels(plain: str, start: int) -> Iterator["re.Match[str]"]:
    """Labels from there on, none of them in brackets."""
    first = _ONE.match(plain, start + 1)
    if first:
        yield first
    depth, last = 0, first.end() if first else start
    for each in _LABEL.finditer(plain, last):
        depth += plain.count("(", last, each.start()) - plain.count(")", last, each.start())
        last = each.start()
        if not depth:
            yield each


def _trimmed(text: Text, start: int, end: int) -> Text | None:
    plain = text.plain[start:end]
    left, right = len(plain) - len(plain.lstrip(_EDGE)), len(plain.rstrip(_EDGE))
    return text.cut(start + left, start + right) if left < right else None


def _table(entries: Sequence[_Entry], block: Listing) -> Table | None:
    """All entries have the same labels, of which one at least is that of a column which is understood."""
    if len(entries) < _FEWEST or len({each.keys for each in entries}) != 1:
        return None
    first = entries[0]
    known = [label for label in first.labels if meaning_of(label.plain)]
    if len(first.labels) < _FEWEST or not known or len(set(first.keys)) < len(first.keys):
        return None
    header = (first.name.cut(0, 0), *first.labels)
    return Table(header, tuple((each.name, *each.values) for each in entries), block.under)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Headings side by side with nothing below but such labels stand for one list, which follows the last of them."""
    index = 0
    while index < len(blocks):
        run = list(_run(blocks, index))
        if len(run) >= _FEWEST:
            items = [item for heading, listing in run for item in _as_items(heading, listing)]
            yield from (heading for heading, _ in run)
            yield Listing(tuple(items), run[0][0].under)
            index += 2 * len(run)
        else:
            yield blocks[index]
            index += 1


def _run(blocks: Sequence[Block], index: int) -> Iterator[tuple[Heading, Listing]]:
    keys: tuple[str, ...] = ()
    level = 0
    for at in range(index, len(blocks) - 1, 2):
        heading, listing = blocks[at], blocks[at + 1]
        if not isinstance(heading, Heading) or not isinstance(listing, Listing) or (level and heading.level != level):
            return
        entry = _nested(Item(heading.text, 0), [replace(each, depth=each.depth + 1) for each in listing.items])
        if entry is None or (keys and entry.keys != keys) or len(entry.keys) < _FEWEST:
            return
        if not any(meaning_of(label.plain) for label in entry.labels):
            return
        keys, level = entry.keys, heading.level
        yield heading, listing


def _as_items(heading: Heading, listing: Listing) -> Iterator[Item]:
    yield Item(heading.text, 0)
    yield from (replace(each, depth=each.depth + 1) for each in listing.items)
