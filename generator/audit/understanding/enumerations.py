"""Lists, tables and series of codes as enumerations of one kind of thing: how many of it there are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.blocks import Block, Code, Heading, Listing, Paragraph, Table, Under
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.phrases import Grid, Quote, Reading, Row
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.words import NUMBER_WORD, level, tokens_of

_FEWEST = 2
_MOST = 60
_SEVERAL = re.compile(
    rf"^\W*(?:\d+\s?[x×]?\s(?![A-Z])|(?:{NUMBER_WORD})\s)|\b(?:\d+|[A-Z])\s?(?:-|to|and|&|,|/|\+)\s?(?:\d+|[A-Z])\b"
)
_COUNTED = re.compile(rf"\W*(?:\d+|{NUMBER_WORD})\s", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|&|\+)\s*")
_CODE = re.compile(r"(?P<letters>[A-Z]{1,4})-?(?P<number>\d{1,3})")
_PLURAL = re.compile(
    r"(?P<noun>[A-Za-z][a-z-]+s)\b(?:\s+(?:at a glance|in (?:short|detail)|\([^)]*\)|list|table))?\W*$"
)
_CONDITION = re.compile(r"\W*(?:if|when|where|unless|until|in case|should|once|why|how)\b", re.IGNORECASE)
_LISTED = frozenset(
    {
        "step",
        "point",
        "item",
        "rule",
        "stage",
        "task",
        "measure",
        "question",
        "goal",
        "principle",
        "reason",
        "condition",
    }
    | {"thing", "action", "check", "criterion", "criteria", "option", "deliverable", "duty", "job", "stop", "station"}
)
_NO_KIND = frozenset({"day", "week", "month", "date", "hour", "detail", "note", "cost", "contact", "status", "cos"})


@dataclass(frozen=True)
class Enumeration:
    """How many things of a kind stand in one list or table, the first of them and the last."""

    count: int
    first: Quote
    last: Quote
    under: Under


Kinds = dict[str, list[Enumeration]]


def enumerations_of(reading: Reading) -> Kinds:
    """Collect what every table, list and column enumerates, by the stemmed noun of its heading."""
    found: Kinds = defaultdict(list)
    for noun, each in (*_tables(reading), *_columns(reading), *_lists(reading), *_led_to(reading)):
        if _FEWEST <= each.count <= _MOST and noun not in _NO_KIND:
            found[noun].append(each)
    return dict(found)


def kind_in(title: str) -> str:
    """Return the stemmed plural that a heading ends with: `Survey waves` lists waves, `If it has bugs` none."""
    found = None if _CONDITION.match(level(title)) else _PLURAL.search(level(title))
    stems = tokens_of(found["noun"]) if found else []
    return stems[-1][0] if stems else ""


def _tables(reading: Reading) -> Iterator[tuple[str, Enumeration]]:
    for grid, rows in reading.tables:
        body = [row for row in rows if not is_total(row) and row.cells[grid.key_column].plain.strip()]
        names = [level(row.cells[grid.key_column].plain).strip() for row in body]
        if len(names) != len(set(names)) or not body or grid.grouped or any(map(is_several, names)):
            continue
        cells = [row.cells[grid.key_column].quote() for row in body]
        each = Enumeration(len(cells), cells[0], cells[-1], grid.under)
        titled = kind_in(grid.under[-1].text.plain) if grid.under and _is_first(reading, grid) else ""
        for noun in dict.fromkeys((counted_by(grid.header[grid.key_column].plain), titled)):
            if noun:
                yield noun, each


def is_several(name: str) -> bool:
    """`Rooms 1-12`, `Bays A and B`, `two nurses`: an entry that is more than one thing."""
    return bool(_SEVERAL.search(name))


def _is_first(reading: Reading, grid: Grid) -> bool:
    """Only the one table below a heading is what the heading names, where no list or code stands there as well."""
    blocks = [block for document in reading.documents if document.file == grid.file for block in document.blocks]
    return sum(isinstance(block, Table | Listing | Code) and block.under == grid.under for block in blocks) == 1


def _columns(reading: Reading) -> Iterator[tuple[str, Enumeration]]:
    """A column whose cells list codes or names, its heading in the plural."""
    for grid, rows in reading.tables:
        body = [row for row in rows if not is_total(row)]
        for column, header in enumerate(grid.header):
            noun = kind_in(header.plain) if column != grid.key_column else ""
            listed = [part for row in body for part in _parts(row, column)]
            lists = any(len(_parts(row, column)) > 1 for row in body)
            if noun and lists and len(listed) == len(set(listed)) and all(_is_name(each) for each in listed):
                first, last = body[0].mark(body[0].cells[column]), body[-1].mark(body[-1].cells[column])
                yield noun, Enumeration(len(listed), first, last, grid.under)


def _parts(row: Row, column: int) -> list[str]:
    return [part for part in _SPLIT.split(level(row.cells[column].plain).strip()) if part]


def _is_name(part: str) -> bool:
    return bool(_CODE.fullmatch(part) or re.fullmatch(r"[A-Z][\w'-]*(?:\s[\w'-]+){0,2}", part))


def _lists(reading: Reading) -> Iterator[tuple[str, Enumeration]]:
    """The first list below a heading in the plural, where no other list or table stands below it."""
    for document in reading.documents:
        below: dict[Heading, list[Block]] = defaultdict(list)
        for block in document.blocks:
            if isinstance(block, Listing | Table) and block.under:
                below[block.under[-1]].append(block)
        for heading, blocks in below.items():
            block, noun = blocks[0], kind_in(heading.text.plain)
            items = [item.text for item in block.items if not item.depth] if isinstance(block, Listing) else []
            if noun and len(blocks) == 1 and items and not any(is_several(level(item.plain)) for item in items):
                quotes = [Quote(item.plain.strip(), item.place()) for item in items]
                yield noun, Enumeration(len(items), quotes[0], quotes[-1], block.under)


def _led_to(reading: Reading) -> Iterator[tuple[str, Enumeration]]:
    """`The drill has five steps.`, or `We watch five gauges:`, right above a list."""
    for document in reading.documents:
        for before, block in pairwise(document.blocks):
            if isinstance(before, Paragraph) and isinstance(block, Listing):
                start, end = sentences_of(before.text.plain)[-1] if before.text.plain.strip() else (0, 0)
                told = within(quantities_in(before.text.plain), start, end)
                items = [item.text for item in block.items if not item.depth]
                counted = any(_COUNTED.match(level(each.plain)) for each in items)
                leads = before.text.plain.rstrip().endswith(":") and not counted
                if len(told) == 1 and items and told[0].is_count and (told[0].head in _LISTED or leads):
                    quotes = [Quote(item.plain.strip(), item.place()) for item in items]
                    yield told[0].head, Enumeration(len(items), quotes[0], quotes[-1], block.under)
