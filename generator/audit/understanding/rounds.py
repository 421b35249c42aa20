"""Meetings that come again every week: on which day and at what hour tables, lists and sentences have them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.calendar import WEEKDAY, weekday_number
from generator.audit.understanding.clocks import Clock, clocks_in
from generator.audit.understanding.part_members import Name, name_of
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level

_DAY = re.compile(rf"\b(?P<day>{WEEKDAY})s?\b", re.IGNORECASE)
_ONE_OF = re.compile(
    rf"\b(?:first|second|third|fourth|last|other|1st|2nd|3rd|4th|even|odd|alternate|next|this)\s(?:{WEEKDAY})\b"
    rf"|\b(?:{WEEKDAY})s?\s(?:of|in|before|after|by|until|\d{{1,2}}(?![\d:.]|\s?[ap]\.?m))|\b(?:fortnightly|monthly|quarterly"
    r"|bi-?weekly|yearly|once|if|unless|until|instead|except|moved|moves?|not|no|never|was|were|or|before|after|during"
    r"|while|when|weeks?|months?|last|next|this|first|following|due|deadline|also|only|extra|additional)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W{0,3}(?P<label>[^\W\d_][^:,;()]{2,40}?)(?:\s*\([^()]*\))?\s*(?::|\s-|,)\s+(?P<rest>.+)", re.DOTALL
)
_HELD = re.compile(
    r"\s*,?\s*(?:(?:is|are|be|being|gets?)\s)?(?:(?:always|usually|still|also)\s)?"
    r"(?:(?:held|meets?|takes? place|happens?|sits?|comes? together|runs?|starts?|begins?|gathers?|convenes?)\b\s*)?"
    r"(?:(?:every|each|on|weekly|always)\s)*"
    rf"(?:(?P<day>{WEEKDAY})s?\b)?(?:\s(?:mornings?|afternoons?|evenings?))?\s*,?\s*(?:(?:at|from)\s)?\s*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:^|[.;:,(]\s*|\b(?:the|our|a|an|to|in|at|for|each|every|and|weekly|regular|their|as)\s)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:of|for|from|about|since|past|prepar\w+)\s(?:the\s|our\s|each\s|every\s)?$", re.IGNORECASE)
"""What follows may be the time of what is about the meeting: `the agenda of the board on Monday`."""
_BEGUN = re.compile(
    r"(?:;|,(?: and)?|\.)\s(?:it|the meeting)\s(?:always\s)?(?:begins|starts|opens|is held|takes place|meets)\s"
    r"(?:at\s)?(?=\d)",
    re.IGNORECASE,
)
_LONGEST = 5


@dataclass(frozen=True)
class Round:
    """A meeting by name, its weekday and its hour as far as they are told, and where."""

    name: Name
    called: str
    day: int | None
    clock: Clock | None
    quote: Quote


def planned_rounds(reading: Reading) -> dict[Name, Round]:
    """Collect the meetings that a table or a list gives one weekday and one hour, each name that is told once."""
    rows = [each for grid, rows in reading.tables for row in rows for each in _of_row(grid, row)]
    told = [*rows, *(each for phrase in reading.phrases for each in _of_entry(phrase))]
    names = [each.name for each in told]
    return {each.name: each for each in told if names.count(each.name) == 1}


def spoken_rounds(phrase: Phrase, planned: dict[Name, Round]) -> Iterator[Round]:
    """Yield what sentences tell of planned meetings: `The building round meets every Wednesday at 8:00`."""
    plain = level(phrase.plain)
    yield from _begun(phrase, planned)
    for start, end in _clauses(plain):
        for each in (
            planned.values() if not _ONE_OF.search(plain, start, end) and _DAY.search(plain, start, end) else ()
        ):
            found = re.compile(rf"\b{re.escape(each.called)}\b", re.IGNORECASE).search(plain, start, end)
            before = plain[start : found.start()].lstrip(" *_") if found else ""
            if found and _BEFORE.search(before) and not _ABOUT.search(before):
                yield from _held(phrase, found.end(), end, each)


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    """Sentences, parted at their semicolons."""
    for start, end in sentences_of(plain):
        edges = [start, *(found.end() for found in re.finditer(r";\s", plain[:end]) if found.start() > start), end]
        yield from pairwise(edges)


def _begun(phrase: Phrase, planned: dict[Name, Round]) -> Iterator[Round]:
    """`Questions for the board go to Ada; it begins at 16:00`, where no other meeting is named."""
    plain = level(phrase.plain)
    found = _BEGUN.search(plain)
    named = [each for each in planned.values() if found and each.called.lower() in plain[: found.start()].lower()]
    clock = next((each for each in clocks_in(plain) if found and each.start == found.end()), None)
    if found and clock and len(named) == 1 and not _ONE_OF.search(plain[clock.end :].split(".")[0]):
        (each,) = named
        yield Round(each.name, each.called, None, clock, phrase.mark(clock.start, clock.end))


def _held(phrase: Phrase, start: int, end: int, planned: Round) -> Iterator[Round]:
    """The day right behind the name, or behind the verb, and the hour right behind that."""
    plain = level(phrase.plain)
    found = _HELD.match(plain, start, end)
    if not found:
        return
    clock = next((each for each in clocks_in(plain) if each.start == found.end()), None)
    if found["day"] or clock:
        stop = clock.end if clock else found.end("day")
        day = weekday_number(found["day"]) if found["day"] else None
        yield Round(planned.name, planned.called, day, clock, phrase.mark(start, stop))


def _of_row(grid: Grid, row: Row) -> Iterator[Round]:
    """The name of a row, and the cells that tell one weekday and an hour."""
    key = row.cells[grid.key_column]
    timed = [cell for cell in row.cells if cell is not key and clocks_in(cell.plain)]
    days = [cell for cell in row.cells if cell is not key and _is_day(cell.plain)]
    if len(timed) == 1 and len(days) == 1:
        yield from _planned(key.plain, days[0].plain, timed[0].plain, row.mark(timed[0]))


def _of_entry(phrase: Phrase) -> Iterator[Round]:
    found = _LABEL.fullmatch(level(phrase.plain)) if phrase.form == "item" else None
    if found and _is_day(found["rest"]) and clocks_in(found["rest"]):
        yield from _planned(found["label"], found["rest"], found["rest"], phrase.quote())


def _is_day(text: str) -> bool:
    plain = level(text)
    return len(_DAY.findall(plain)) == 1 and not _ONE_OF.search(plain)


def _planned(label: str, day: str, time: str, quote: Quote) -> Iterator[Round]:
    called = re.sub(r"\s*\([^()]*\)", "", level(label)).strip(" *_")
    name, found = name_of(called), _DAY.search(level(day))
    if found and 0 < len(name) <= _LONGEST:
        yield Round(name, called, weekday_number(found["day"]), clocks_in(time)[0], quote)
