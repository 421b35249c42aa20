"""When things with a code or a number of a section end, and what gates ask of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.codes import codes_in, leading_code
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_SECTION = re.compile(r"\W*(?P<number>\d{1,2}\.\d{1,2})\s+[A-Z]")
_CLOSED = re.compile(
    r"(?:\b(?:stream|package|part|section|step)\s(?P<number>\d{1,2}\.\d{1,2})|(?P<code>\b[A-Z]{1,4}-?\d{1,3}))"
    r"(?:\s(?:is|has been))?\s(?:closed|complete|completed|finished|done|ended)\b"
)
_ARROW = re.compile(r"→\s*(?P<code>[A-Z]{1,4}-?\d{1,3})\W*$")
_LOOKS = re.compile(
    r"\b(?:(?P<scale>month|week|day)[- ](?P<number>\d{1,3})\s)(?:review|gate|checkpoint|audit|assessment)\s"
    r"(?:looks at|tests|checks|accepts|covers)\b",
    re.IGNORECASE,
)
_MEANINGS = frozenset({"depends", "limit", "scope"})
_WEEK = 7


@dataclass(frozen=True)
class Ended:
    """A thing and the stretch of time at whose end it is there."""

    window: Window
    quote: Quote


@dataclass(frozen=True)
class Condition:
    """What must be finished at a time; `spoken` where words say so, else only an arrow does."""

    thing: str
    window: Window
    quote: Quote
    spoken: bool = True


def ends_of(reading: Reading) -> dict[str, list[Ended]]:
    """Collect when things end, by their codes and numbers."""
    found: dict[str, list[Ended]] = {}
    for row in (row for _, rows in reading.tables for row in rows):
        code, time = leading_code(row.cells[0].plain), row_window(row)
        if code and time and time[0].last is not None:
            found.setdefault(code, []).append(Ended(time[0], row.mark(time[1])))
    for phrase in reading.headings:
        number = _SECTION.match(level(phrase.plain))
        if number and len(phrase.windows) == 1 and phrase.windows[0].window.is_whole:
            found.setdefault(number["number"], []).append(Ended(phrase.windows[0].window, phrase.quote()))
    return found


def conditions_of(reading: Reading) -> list[Condition]:
    """Collect what rows of gates, entries with an arrow and sentences on reviews ask for."""
    rows = (row for _, rows in reading.tables for row in rows)
    found = [each for row in rows for each in _of_row(row)]
    said = [phrase for phrase in reading.phrases if phrase.is_spoken]
    return [*found, *(each for phrase in said for each in (*_of_arrow(phrase), *_of_review(phrase)))]


def _of_row(row: Row) -> Iterator[Condition]:
    time = row_window(row)
    cells = [cell for cell, meaning in zip(row.cells, row.grid.meanings, strict=True) if meaning in _MEANINGS]
    for cell in cells if time else ():
        for match in _CLOSED.finditer(level(cell.plain)):
            if time:
                thing = match["number"] or match["code"].replace("-", "")
                yield Condition(thing, time[0], row.mark(cell))


def _of_arrow(phrase: Phrase) -> Iterator[Condition]:
    found = _ARROW.search(level(phrase.plain))
    if found and phrase.form == "item" and len(phrase.windows) == 1:
        quote = phrase.mark(phrase.windows[0].start, phrase.windows[0].end)
        yield Condition(found["code"].replace("-", ""), phrase.windows[0].window, quote, spoken=False)


def _of_review(phrase: Phrase) -> Iterator[Condition]:
    plain = level(phrase.plain)
    for start, end in sentences_of(plain):
        found = _LOOKS.search(plain, start, end)
        stop = plain.find(";", found.end(), end) if found else -1
        for code, first, last in codes_in(phrase.plain) if found else ():
            if found and found.end() <= first < (stop if stop >= 0 else end):
                day, size = int(found["number"]), _WEEK if found["scale"].lower() == "week" else 1
                window = Window(found["scale"].lower(), (day - 1) * size + 1, day * size, size)
                yield Condition(code, window, phrase.mark(first, last))
