"""How long pieces of work are said to take, as people note it: `(3-4h)`, `~30 min`, `Time: 2 hours`, `- 1.5 h`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.blocks import Block, Document, Heading, Listing, Paragraph, Table, Text
from generator.audit.understanding.lengths import told_minutes
from generator.audit.understanding.numbers import FIGURE, number
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import level

_UNITS = {"m": "min", "h": "min", "d": "day", "w": "week"}
"""By the first letter; metres are written as `m`, so minutes are not read from it."""
_MINUTES = 60
_ABOUT = r"(?P<about>~\s?|≈\s?|(?:about|approx(?:imately|\.)?|around|ca\.?|roughly|est(?:imated|\.)?:?)\s)?"
EFFORT = (
    rf"{_ABOUT}(?<![\w.,-])(?P<low>{FIGURE})(?:\s?(?:-|to)\s?(?P<high>{FIGURE}))?\s?-?"
    r"(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|w)(?![\w/])"
    r"(?:\s?(?P<rest>[0-5]?\d)\s?(?:minutes|min|m)\b)?"
)
_BRACKET = re.compile(rf"\(\s*{EFFORT}(?:\s(?:total|of work|in all))?\s*\)", re.IGNORECASE)
_AT_END = re.compile(rf"\s-\s{EFFORT}\W*$", re.IGNORECASE)
_BEHIND_COLON = re.compile(rf":\s+{EFFORT}\W*$", re.IGNORECASE)
_LABEL = re.compile(
    rf"\W*(?:(?:estimated|planned|total|expected)\s)?(?:time|effort|duration|estimate)\W*:\W*{EFFORT}(?:\s\(|\W*$)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:who|names?|person|people|members?|developers?|engineers?|teams?|roles?|owners?|assignees?|assigned|by)\b",
    re.IGNORECASE,
)
_CELL = re.compile(rf"\W*{EFFORT}\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Effort:
    """A length of work from `low` to `high`, in minutes, days or weeks, and where it is told."""

    low: Decimal
    high: Decimal
    unit: str
    text: Text
    start: int
    end: int
    is_rough: bool = False

    def __str__(self) -> str:
        return told(self.low, self.high, self.unit)

    @property
    def quote(self) -> Quote:
        """The text that tells it."""
        return Quote(self.text.plain.strip(), self.text.place(self.start, self.end))


@dataclass(frozen=True)
class Whole:
    """A piece of work with its effort, and those of the pieces below it that tell theirs."""

    effort: Effort
    parts: tuple[Effort, ...]


def told(low: Decimal, high: Decimal, unit: str) -> str:
    """Write a stretch of efforts: `6 h to 7 h 30 min`."""
    ends = [told_minutes(each) if unit == "min" else f"{each.normalize():f} {unit}s" for each in (low, high)]
    return ends[0] if low == high else " to ".join(ends)


def effort_at(text: Text, found: "re.Match[str]") -> Effort:
    """What a match of an effort tells."""
    letter = found["unit"][0].lower()
    factor = _MINUTES if letter == "h" else 1
    low, high = number(found["low"]), number(found["high"] or found["low"])
    rest = Decimal(found["rest"] or 0) if letter == "h" else Decimal(0)
    end = max(found.end("unit"), found.end("rest"))
    rough = bool(found["about"])
    return Effort(low * factor + rest, high * factor + rest, _UNITS[letter], text, found.start("low"), end, rough)


def own_effort(text: Text) -> Effort | None:
    """The one effort that a title or an entry tells of itself, in brackets or behind a dash at its end."""
    plain = level(text.plain)
    found = [*_BRACKET.finditer(plain)] or [*_AT_END.finditer(plain)]
    return effort_at(text, found[0]) if len(found) == 1 else None


def entry_effort(text: Text) -> Effort | None:
    """As `own_effort`, also behind a colon: `Pages: 2-3 hours`, where nothing else can be meant than the work."""
    found = _BEHIND_COLON.search(level(text.plain))
    return own_effort(text) or (effort_at(text, found) if found else None)


def titles_with_efforts(document: Document) -> list[tuple[Heading, Effort | None]]:
    """Return each title with the effort that it, or a line below it, tells: `**Effort**: 4 hours`."""
    below = _below(document)
    return [(each, own_effort(each.text) or _labelled(below[id(each)])) for each in document.headings]


def wholes_of(document: Document) -> Iterator[Whole]:
    """Yield each title and each entry that tells its effort, with those of what stands right below it."""
    below, titles = _below(document), titles_with_efforts(document)
    inner: dict[int, list[Effort | None]] = defaultdict(list)
    for heading, effort in titles:
        if heading.under:
            inner[id(heading.under[-1])].append(effort)
    for heading, effort in titles:
        blocks, efforts = below[id(heading)], inner[id(heading)]
        if effort:
            yield from _whole(effort, efforts if any(efforts) else _entries(blocks) or _cells(blocks))
    for block in document.blocks:
        if isinstance(block, Listing):
            yield from _nested_wholes(block)


def _below(document: Document) -> dict[int, list[Block]]:
    """What stands right below each title, by the title's identity: two titles may be the same words."""
    below: dict[int, list[Block]] = defaultdict(list)
    for block in document.blocks:
        if block.under:
            below[id(block.under[-1])].append(block)
    return below


def _nested_wholes(block: Listing) -> Iterator[Whole]:
    for item, entries in nested(block):
        effort = own_effort(item) if len(entries) > 1 else None
        if effort:
            yield from _whole(effort, [own_effort(each) for each in entries])


def _whole(effort: Effort, below: Iterable[Effort | None]) -> Iterator[Whole]:
    known = tuple(each for each in below if each and each.unit == effort.unit)
    if len(known) > 1:
        yield Whole(effort, known)


def _labelled(below: list[Block]) -> Effort | None:
    """What the one line below a title tells that is labelled so."""
    texts = [block.text for block in below if isinstance(block, Paragraph)]
    texts += [item.text for block in below if isinstance(block, Listing) for item in block.items if not item.depth]
    found = [(text, match) for text in texts if (match := _LABEL.match(level(text.plain)))]
    return effort_at(*found[0]) if len(found) == 1 else None


def _entries(below: list[Block]) -> list[Effort | None]:
    lists = [block for block in below if isinstance(block, Listing)]
    told = [own_effort(item.text) for block in lists for item in block.items if not item.depth]
    return told if any(told) else []


def _cells(below: list[Block]) -> list[Effort | None]:
    """The one column of efforts; those of several people are at work at once."""
    tables = [block for block in below if isinstance(block, Table)]
    tables = [table for table in tables if not any(_PEOPLE.search(level(each.plain)) for each in table.header)]
    columns = [column for table in tables for column in columns_of(table.rows).values()]
    return list(columns[0]) if len(columns) == 1 else []


def nested(block: Listing) -> list[tuple[Text, list[Text]]]:
    """Return each entry of a list with those right below it."""
    found: list[tuple[Text, list[Text]]] = []
    open_: list[tuple[int, list[Text]]] = []
    for item in block.items:
        open_ = [each for each in open_ if each[0] < item.depth]
        if open_ and open_[-1][0] == item.depth - 1:
            open_[-1][1].append(item.text)
        entries: list[Text] = []
        found.append((item.text, entries))
        open_.append((item.depth, entries))
    return found


def columns_of(rows: Sequence[Sequence[Text]]) -> dict[int, tuple[Effort, ...]]:
    """Return the columns of rows that have an effort in every cell."""
    found = [[cell_effort(cell) for cell in column] for column in zip(*rows, strict=True)]
    return {
        index: tuple(each for each in column if each)
        for index, column in enumerate(found)
        if len(column) > 1 and all(column)
    }


def cell_effort(text: Text) -> Effort | None:
    """The effort that is all of a cell."""
    found = _CELL.fullmatch(level(text.plain))
    return effort_at(text, found) if found else None
