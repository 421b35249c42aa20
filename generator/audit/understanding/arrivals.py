"""When things are delivered, and when the work that bears their name begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Heading
from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import key_of, level

_DELIVERED = re.compile(r"\b(?:deliver(?:y|ies|ed)|arriv(?:es?|als?|ed)|in stock|on site)\b", re.IGNORECASE)
_NAMED = re.compile(rf"\W*(?P<name>[A-Z][\w &'-]{{2,40}}?)\s*(?::|\s-)\s+(?:{WEEKDAY},?\s)?", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:all|every|each)\b[^.;]{0,40}\b(?:arrives?|delivered|on site|in stock)\s(?:is |are )?before the first"
    r"\s(?P<noun>[a-z]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dated:
    """A thing and the day on which it arrives or its work begins."""

    name: frozenset[str]
    day: int
    quote: Quote
    under: Heading | None


def arrivals_of(reading: Reading) -> list[Dated]:
    """Collect entries below a heading on deliveries, and columns of arrivals."""
    found = [each for phrase in reading.phrases if _delivers(phrase) for each in _of_item(phrase, single=True)]
    return [*found, *(each for _, rows in reading.tables for row in rows for each in _of_column(row))]


def uses_of(reading: Reading) -> list[Dated]:
    """Collect what entries and rows plan for a stretch of time."""
    items = [phrase for phrase in reading.phrases if not _delivers(phrase)]
    found = [each for phrase in items for each in _of_item(phrase, single=False)]
    return [*found, *(each for _, rows in reading.tables for row in rows for each in _of_row(row))]


def firsts_of(reading: Reading) -> Iterator[tuple[Dated, Dated]]:
    """Yield the first of what all deliveries are said to come before, and who says so."""
    claims = [
        (phrase, key_of(found["noun"]))
        for phrase in reading.phrases
        if phrase.is_spoken and (found := _FIRST.search(level(phrase.plain)))
    ]
    firsts = _firsts(reading) if claims else {}
    for phrase, noun in claims:
        for first in (firsts[word] for word in noun if word in firsts):
            yield first, Dated(noun, first.day, phrase.quote(), _nearest(phrase))


def _firsts(reading: Reading) -> dict[str, Dated]:
    """Map each word of a heading to what is planned first below such headings."""
    firsts: dict[str, Dated] = {}
    for each in _planned(reading):
        for word in key_of(each.under.text.plain) if each.under else ():
            if word not in firsts or each.day < firsts[word].day:
                firsts[word] = each
    return firsts


def _planned(reading: Reading) -> Iterator[Dated]:
    for phrase in reading.phrases:
        window = _only(phrase) if phrase.form == "item" else None
        if window and window.first is not None and window.first != window.last:
            yield Dated(frozenset(), window.first, phrase.quote(), _nearest(phrase))


def _delivers(phrase: Phrase) -> bool:
    return bool(phrase.under and _DELIVERED.search(phrase.under[-1].text.plain))


def _nearest(phrase: Phrase) -> Heading | None:
    return phrase.under[-1] if phrase.under else None


def _only(phrase: Phrase) -> Window | None:
    windows = [each.window for each in phrase.windows]
    return windows[0] if len(windows) == 1 and windows[0].scale == "date" else None


def _of_item(phrase: Phrase, *, single: bool) -> Iterator[Dated]:
    window = _only(phrase) if phrase.form == "item" else None
    named = _NAMED.fullmatch(level(phrase.plain)[: phrase.windows[0].start]) if window else None
    if window and named and window.first is not None and (window.first == window.last) == single:
        yield Dated(key_of(named["name"]), window.first, phrase.quote(), _nearest(phrase))


def _of_column(row: Row) -> Iterator[Dated]:
    for cell, header in zip(row.cells, row.grid.header, strict=True):
        window = _only(cell)
        if window and window.first is not None and _DELIVERED.search(header.plain):
            name = row.cells[row.grid.key_column]
            yield Dated(key_of(name.plain), window.first, row.mark(cell), _nearest(cell))


def _of_row(row: Row) -> Iterator[Dated]:
    found = row_window(row)
    headed = any(_DELIVERED.search(header.plain) for header in row.grid.header)
    window = found[0] if found and not headed and found[0].scale == "date" else None
    if found and window and window.first is not None and window.first != window.last:
        name = row.cells[row.grid.key_column]
        yield Dated(key_of(name.plain), window.first, row.mark(found[1]), _nearest(name))
