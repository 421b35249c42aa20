"""Things and the one time that a heading, a label, an entry, a line or a row gives each of them by name alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Under
from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import key_of, level

Name = frozenset[str]
Within = tuple[str, Under | Grid]

_FORMS = frozenset({"heading", "item", "paragraph", "code"})
_BRACKETS, _SIGNS = re.compile(r"\s*\([^()]*\)"), re.compile(r"\W*")
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.):]?\s+)?")
_BESIDE = rf"(?:\W|\b(?:{WEEKDAY}|in|on|from|at|the|planned for|scheduled for|takes place)\b)*"
_BEFORE = re.compile(rf"(?P<name>[^:()|]{{3,60}}?)(?:\s*\([^()]*)?{_BESIDE}$", re.IGNORECASE)
_BEHIND = re.compile(r"\W*(?P<name>[^:()|.;,]{3,60}?)\W*(?:\(.*)?$")
_OF_DAY = re.compile(
    r"\s+(?:dates?|days?|deadline|time(?:line|frame)?|period|window|weeks?|milestone)\W*$", re.IGNORECASE
)
_LENGTH = re.compile(r"\W*(?:\d+(?:\.\d+)?\s*-?\s*)?(?:working |calendar )?(?:days?|weeks?|months?|hours?|d|w|h)?\W*")
_LONGEST = 5


@dataclass(frozen=True)
class Appointment:
    """A thing, its time, and the list, table or headings that it stands in."""

    name: Name
    called: str
    window: Window
    quote: Quote
    within: Within


def appointments_of(reading: Reading) -> list[Appointment]:
    """Collect what is given a time by name, file by file, line by line."""
    told = [each for phrase in reading.phrases for each in _of_phrase(phrase)]
    rows = [(grid, row) for grid, rows in reading.tables for row in rows if not is_total(row)]
    return told + [each for grid, row in rows for each in _of_row(grid, row)]


def _of_phrase(phrase: Phrase) -> Iterator[Appointment]:
    if phrase.form not in _FORMS or len(phrase.windows) != 1:
        return
    found, plain = phrase.windows[0], level(phrase.plain)
    begin = min(_begin(phrase), found.start)
    before = _BEFORE.fullmatch(plain, begin, found.start)
    behind = _BEHIND.fullmatch(plain, found.end)
    under = phrase.under[:-1] if phrase.form == "heading" else phrase.under
    quote = phrase.mark(found.start, found.end)
    if before and _LENGTH.fullmatch(plain, found.end):
        yield from _appointed(before["name"], found.window, quote, (phrase.form, under))
    elif behind and phrase.form != "paragraph" and not re.search(r"\w", plain[begin : found.start]):
        yield from _appointed(behind["name"], found.window, quote, (phrase.form, under))


def _of_row(grid: Grid, row: Row) -> Iterator[Appointment]:
    """A row is called by its first cell, or by the next one where that tells the time."""
    told, key = row_window(row), row.cells[grid.key_column]
    named = [cell for cell in row.cells if (not told or cell is not told[1]) and re.search(r"[^\W\d]{3}", cell.plain)]
    if told and named and (named[0] is key or told[1] is key):
        called = level(named[0].plain)[_begin(named[0]) :]
        yield from _appointed(called, told[0], row.mark(told[1]), ("table", grid))


def _begin(phrase: Phrase) -> int:
    """Where its words begin: behind a number, and behind the part that it is the title of."""
    plain = level(phrase.plain)
    begin = _end_of(_NUMBERED, plain, 0)
    part = next((each.end for each in phrase.units[:1] if each.start <= begin), None)
    return begin if part is None else _end_of(_SIGNS, plain, part)


def _end_of(pattern: "re.Pattern[str]", plain: str, start: int) -> int:
    found = pattern.match(plain, start)
    return found.end() if found else start


def _appointed(called: str, window: Window, quote: Quote, within: Within) -> Iterator[Appointment]:
    """Without its brackets, and without *date* behind it."""
    plain = _OF_DAY.sub("", _BRACKETS.sub("", level(called)).strip(" *_:-"))
    name = key_of(plain)
    if 0 < len(name) <= _LONGEST and any(len(word) > len("abc") for word in name):
        yield Appointment(name, plain, window, quote, within)
