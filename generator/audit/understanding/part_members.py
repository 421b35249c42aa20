"""What belongs to each of several parts, as cells of a column, entries of a list or lists below headings say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from generator.audit.blocks import Heading, Listing
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.series import Entry, Words, lists_of, names_of_part, row_names
from generator.audit.understanding.titles import holds_titles, is_titled
from generator.audit.understanding.words import level, tokens_of
from generator.formatting import joined

Name = tuple[str, ...]
_SPLIT = re.compile(r"\s*(?:,\s(?:and\s)?|;\s|\n|\s[/+&]\s|\sand\s)\s*")
_BEFORE = re.compile(r"\s*(?:\([^()]*\)\s*)?(?::|-|,)\s+")
_THING = re.compile(r"(?!\d+(?:[.,]\d+)*\b(?!-))[^\W_][\w'./ -]{0,50}")
_LABELLED = re.compile(r"\W*(?P<label>[A-Z][a-z]+(?: [a-z]+)?):\s+(?P<list>[^.]+)\.?")
_LONGEST_NAME, _FEWEST, _MOST = 5, 2, 60


@dataclass(frozen=True, eq=False)
class Part:
    """A part and all that belongs to it, each thing by the stems of its words."""

    names: frozenset[Words]
    called: str
    things: tuple[Name, ...]
    quote: Quote
    shape: tuple[str, str] | None = None
    """The words before and behind its things, where these stand in a sentence."""
    written: tuple[str, ...] = ()
    """The things word for word."""
    apart: frozenset[Name] = frozenset()
    """Things that its sentence names elsewhere."""
    is_title: bool = False
    """They stand in its title, which need not name them all."""

    def told(self, things: Iterable[Name]) -> str:
        """Write some of its things as it does."""
        words = dict(zip(self.things, self.written, strict=False))
        return joined([f'"{words[each]}"' if each in words else f'"{" ".join(each)}"' for each in things])


@dataclass(frozen=True, eq=False)
class Parts:
    """The parts of one column or list; no thing is told twice of one part. `title` is what all of it is about."""

    parts: tuple[Part, ...]
    title: str
    source: object

    @cached_property
    def names(self) -> frozenset[Words]:
        """All that any of them is called by."""
        return frozenset(name for part in self.parts for name in part.names)

    @cached_property
    def things(self) -> frozenset[Name]:
        """All that belongs to any of them."""
        return frozenset(thing for part in self.parts for thing in part.things)


def members_of(reading: Reading) -> list[Parts]:
    """Collect what lists nothing but things for two parts or more, at least one of them with several."""
    found = [each for grid, rows in reading.tables for each in (*_columns(grid, rows), *_assigned(grid, rows))]
    for entries in lists_of(reading):
        found += [_listed(entries), _nested(entries)]
    found += [*_below_headings(reading), *_labelled(reading)]
    return [
        each
        for each in found
        if len(each.parts) >= _FEWEST and any(len(part.things) > 1 for part in each.parts) and _is_whole(each)
    ]


def things_in(text: str) -> tuple[str, ...]:
    """Return the things that a text names and nothing else; nothing where it says more."""
    parts = [part for part in _SPLIT.split(level(text).strip(" .\n")) if part]
    named = all(_THING.fullmatch(part) and len(part.split()) <= _LONGEST_NAME and name_of(part) for part in parts)
    return tuple(parts) if named else ()


def part_of(names: frozenset[Words], called: str, written: tuple[str, ...], quote: Quote) -> Part:
    """Make a part of its things as written."""
    return Part(names, called, tuple(name_of(each) for each in written), quote, written=written)


def name_of(text: str) -> Name:
    """Return the stems of a name."""
    return tuple(stem for stem, _, _ in tokens_of(text))


def _is_whole(each: Parts) -> bool:
    names = [name for part in each.parts for name in part.names]
    alone = all(len(part.things) == len(set(part.things)) for part in each.parts)
    return alone and len(each.parts) <= _MOST and len(names) == len(set(names))


def _columns(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Parts]:
    named = [(row, names) for row in rows if (names := row_names(row))]
    for column, header in enumerate(grid.header):
        if column == grid.key_column or grid.meanings[column] in {"owner", "when", "depends"}:
            continue
        told = [
            part_of(
                names,
                row.cells[grid.key_column].plain.strip(),
                things_in(row.cells[column].plain),
                row.mark(row.cells[column]),
            )
            for row, names in named
        ]
        if all(part.things for part in told):
            titled = holds_titles(header.plain)
            yield Parts(tuple(replace(part, is_title=titled) for part in told), header.plain, grid)


def _assigned(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Parts]:
    """Rows that each tell the part they belong to: `Finance | 18 | Batch A`."""
    body = [row for row in rows if row_names(row)]
    keys = [things_in(row.cells[grid.key_column].plain) for row in body]
    for column, header in enumerate(grid.header):
        cells = [level(row.cells[column].plain).strip() for row in body]
        if column == grid.key_column or not _FEWEST <= len(set(cells)) < len(cells) or any(len(k) != 1 for k in keys):
            continue
        groups: dict[frozenset[Words], list[Row]] = {}
        for row, cell in zip(body, cells, strict=True) if _are_parts(cells, header, grid.meanings[column]) else ():
            groups.setdefault(names_of_part(cell, header.plain), []).append(row)
        parts = [
            part_of(
                names,
                each[0].cells[column].plain.strip(),
                tuple(row.cells[grid.key_column].plain.strip() for row in each),
                each[-1].mark(each[-1].cells[column]),
            )
            for names, each in groups.items()
        ]
        yield Parts(tuple(parts) if all(groups) else (), grid.header[grid.key_column].plain, grid)


def _are_parts(cells: list[str], header: Phrase, meaning: str) -> bool:
    """Letters, numbers below the name of a part, or the name of the column with either: no ratings, no amounts."""
    noun = re.escape(level(header.plain).strip().rstrip("s"))
    known = meaning.startswith("unit:")
    bare = r"[A-Z]|\d{1,2}" if known else "[A-Z]"
    return all(re.fullmatch(rf"(?:{noun}s?\s)?(?:{bare})|{noun}\s\w+", cell, re.IGNORECASE) for cell in cells)


def _listed(entries: list[Entry]) -> Parts:
    """`Ring 1: docs, tools`; what stands in brackets behind the label tells something else of it."""
    told = [(each, _BEFORE.match(each.rest)) for each in entries]
    parts = [
        replace(part_of(each.names, each.label, things, each.quote), is_title=is_titled(each, len(each.phrase.plain)))
        for each, before in told
        if before and (things := things_in(each.rest[before.end() :]))
    ]
    return Parts(tuple(parts) if len(parts) == len(entries) else (), entries[0].lead, entries[0].phrase)


def _nested(entries: list[Entry]) -> Parts:
    """Entries with one thing in each entry below them."""
    parts = [
        part_of(each.names, each.label, things, each.quote) for each in entries if (things := _each_one(each.below))
    ]
    return Parts(tuple(parts) if len(parts) == len(entries) else (), entries[0].lead, entries[0].phrase)


def _each_one(below: tuple[Phrase, ...]) -> tuple[str, ...]:
    told = [things_in(each.plain) for each in below if not each.is_box]
    return tuple(each[0] for each in told) if told and all(len(each) == 1 for each in told) else ()


def _below_headings(reading: Reading) -> Iterator[Parts]:
    """Sibling headings with nothing but a list of things below each."""
    items = {phrase.text: phrase for phrase in reading.phrases if phrase.form == "item"}
    groups: dict[tuple[str, tuple[Heading, ...]], list[Part]] = {}
    for document in reading.documents:
        for block in document.blocks:
            if isinstance(block, Listing) and block.under:
                below = tuple(items[item.text] for item in block.items if item.text in items and not item.depth)
                heading, things = block.under[-1], _each_one(below)
                names = names_of_part(heading.text.plain)
                part = part_of(
                    names, heading.text.plain.strip(), things, Quote(heading.text.plain, heading.text.place())
                )
                groups.setdefault((document.file, block.under[:-1]), []).extend([part] if names and things else [])
    for (_, under), parts in groups.items():
        yield Parts(
            tuple(parts),
            " ".join([*(each.text.plain for each in under[-1:]), parts[0].called if parts else ""]),
            parts,
        )


def _labelled(reading: Reading) -> Iterator[Parts]:
    """`Delivers: read router, comparison log` below the heading of each part."""
    groups: dict[tuple[str, str], list[Part]] = {}
    for phrase in reading.phrases:
        found = _LABELLED.fullmatch(level(phrase.plain)) if phrase.form == "paragraph" and phrase.under else None
        things = things_in(found["list"]) if found else ()
        if found and things:
            part = part_of(
                names_of_part(phrase.under[-1].text.plain), phrase.under[-1].text.plain, things, phrase.quote()
            )
            groups.setdefault((phrase.text.file, found["label"]), []).extend([part] if part.names else [])
    for (_, label), parts in groups.items():
        yield Parts(tuple(parts), label, parts)
