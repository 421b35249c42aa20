"""Nouns of a document's own for the parts of its plan: Ring 2 is as good as Wave 2, Review 1 as Gate 1."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.audit.blocks import Block, Code, Document, Heading, Listing, Paragraph, Table, Text, texts_of
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.points import DateStyle
from generator.audit.understanding.times import bare_window, windows_in
from generator.audit.understanding.units import LASTING, NOUNS, OUTER, TESTS, Nouns, kind_of
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_NUMBERED = re.compile(
    r"(?:^[^\w\[]{0,9}|\[)(?P<noun>[A-Z][A-Za-z/-]{2,20}(?:\s[a-z][a-z/-]{1,20})?)\s(?P<number>\d{1,2})"
    r"(?=\s*(?:$|[:.,;)\]|([]|[-–—]\s)|\s[A-Z(])"
)  # fmt: skip
_HEADED = re.compile(r"\W*(?P<noun>[A-Z][a-z]{2,20}(?:\s[a-z]{2,20})?)(?:\s(?:no\.?|#))?\W*")
_OTHERS = frozenset(
    {
        "week", "day", "month", "year", "quarter", "hour", "minute", "date", "season", "term", "semester",
        "section", "page", "figure", "fig", "table", "appendix", "annex", "exhibit", "note", "footnote",
        "line", "column", "row", "item", "point", "paragraph", "clause", "article", "rule", "version", "revision",
        "draft", "option", "scenario", "case", "example", "variant", "question", "issue", "ticket", "risk", "threat",
        "problem", "decision", "goal", "objective", "metric", "target", "priority", "level", "severity", "tier",
        "class", "type", "category", "grade", "rank", "score", "meeting", "session", "room", "hall", "desk", "booth",
        "stand", "dock", "person", "user", "rollback", "top", "no", "number", "on", "in", "at", "by",
        "from", "until", "before", "after", "since",
    }
)  # fmt: skip
"""Nouns before numbers that are no part of the work, or are numbered anew in each part."""
_TIMED = re.compile(r"\W*(?:from|when|dates?|weeks?|period|time ?frame|window|runs?|schedule)\b", re.IGNORECASE)
_TESTING = re.compile(r"[,;:.]\s(?:tests|checks|covers|examines|inspects|looks at|verifies)\s")
"""A point in time that is told with what it looks at."""
_FEWEST = 2


@dataclass(frozen=True)
class _Told:
    """One numbered thing, the time told beside it, and whether it is told as what tests others."""

    noun: str
    number: int
    series: object
    """The table, list or level of headings that it stands in."""
    window: Window | None
    tests: bool = False


def own_nouns(documents: Iterable[tuple[Document, DateStyle]]) -> Nouns:
    """Learn what else is numbered from one on, each with a time of its own, and stands beside nothing like a wave.

    One noun for parts, and one for what tests them, which goes by the kind of those that all documents know.
    """
    told = [each for document, dates in documents for each in _told(document, dates)]
    by_noun: dict[str, list[_Told]] = defaultdict(list)
    for each in told:
        by_noun[each.noun].append(each)
    timed = {noun: each for noun, each in by_noun.items() if _are_parts(each)}
    known = {kind_of(noun) for noun in timed if noun in NOUNS}
    fresh = sorted((noun for noun in timed if not _is_known(noun)), key=lambda noun: -len(timed[noun]))
    tests = [noun for noun in fresh if all(each.tests for each in timed[noun] if each.window)]
    parts = [noun for noun in fresh if noun not in tests and not any(each.tests for each in timed[noun])]
    found = {}
    if parts and not known - OUTER - TESTS - LASTING:
        found[parts[0]] = parts[0]
    if tests and not known & TESTS:
        found[tests[0]] = "checkpoint"
    return tuple(found.items())


def _is_known(noun: str) -> bool:
    return noun in NOUNS or noun in _OTHERS or noun.removesuffix("s") in {*NOUNS, *_OTHERS}


def _are_parts(told: list[_Told]) -> bool:
    """Numbered from 0 or 1 on without a gap, none twice in one place, and most of them with a time."""
    numbers = {each.number for each in told}
    timed = {each.number for each in told if each.window}
    places = [(each.number, each.series) for each in told if each.series]
    in_order = numbers == set(range(min(numbers), max(numbers) + 1)) and min(numbers) in {0, 1}
    apart = len(set(places)) == len(places) and not _are_numbered_anew(told)
    return in_order and len(timed) >= _FEWEST and len(timed) * 2 > len(numbers) and apart


def _are_numbered_anew(told: list[_Told]) -> bool:
    """Most of what several headings tell with a time is told with another one each: steps of several parts."""
    windows: dict[int, list[Window]] = defaultdict(list)
    for each in told:
        if each.window and isinstance(each.series, tuple):
            windows[each.number].append(each.window)
    again = [found for found in windows.values() if len(found) > 1]
    return sum(len(set(found)) > 1 for found in again) * 2 > len(again)


def _told(document: Document, dates: DateStyle) -> Iterator[_Told]:
    for block, below in pairwise((*document.blocks, None)):
        if isinstance(block, Heading):
            told = _in_text(block.text, dates, (block.level, *map(id, block.under[-1:])))
            yield from (replace(each, window=each.window or _below(below, dates)) for each in told)
        elif isinstance(block, Table):
            yield from _in_table(block, dates)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _in_text(item.text, dates, None)
        elif isinstance(block, Code):
            for line in block.lines:
                yield from _in_text(line, dates, None)


def _below(block: Block | None, dates: DateStyle) -> Window | None:
    """The time that the first line below a heading tells, under its label: `From 2 May to 13 May`."""
    texts = texts_of(block)[:1] if isinstance(block, Listing | Paragraph) else ()
    found = [window for text in texts if _TIMED.match(text.plain) for window in windows_in(text.plain, dates)]
    return found[0].window if len(found) == 1 else None


def _in_text(text: Text, dates: DateStyle, series: object) -> Iterator[_Told]:
    windows = windows_in(text.plain, dates)
    window = windows[0].window if len(windows) == 1 else None
    point = window is not None and window.grain == 1 and window.first == window.last
    for noun, number in _numbered(text.plain):
        yield _Told(noun, number, series, window, point and bool(_TESTING.search(text.plain)))


def _in_table(table: Table, dates: DateStyle) -> Iterator[_Told]:
    meanings = [meaning_of(header.plain) for header in table.header]
    heads = [found["noun"].lower() if (found := _HEADED.fullmatch(header.plain)) else "" for header in table.header]
    for row in table.rows:
        window = _row_window(row, meanings, dates)
        tests = "scope" in meanings and window is not None and window.grain == 1 and window.first == window.last
        own = any(True for _ in _numbered(row[0].plain)) if row else False
        for column, cell in enumerate(row):
            series = id(table) if not column else None
            for noun, number in _numbered(cell.plain):
                yield _Told(noun, number, series, None if column and own else window, tests)
            if not column and cell.plain.strip().isdecimal() and heads[0]:
                yield _Told(heads[0], int(cell.plain), series, window, tests)


def _row_window(row: tuple[Text, ...], meanings: list[str], dates: DateStyle) -> Window | None:
    for cell, meaning in zip(row, meanings, strict=True):
        if meaning in {"week", "day"} and (window := bare_window(cell.plain, meaning, dates)):
            return window
        if found := windows_in(cell.plain, dates):
            return found[0].window
    return None


def _numbered(plain: str) -> Iterator[tuple[str, int]]:
    for found in _NUMBERED.finditer(level(plain)):
        yield " ".join(found["noun"].lower().split()), int(found["number"])
