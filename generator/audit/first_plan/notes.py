"""What a first plan does not say: lines whose words no entry holds, with the headings that they stand below."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.audit.blocks import Document, Heading, Table, Text
from generator.audit.first_plan.draft import UNPRINTED, Entry, Line, assembled, figures_of, words_of
from generator.audit.first_plan.yaml_text import yaml_text

_SECTION = re.compile(r"^\s{0,3}#{1,6}\s+\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s(?=\s*\D)")
_BOX = re.compile(r"^\s*[-*+]\s+\[[xX ]\]\s")
_BREAK = re.compile(r"<br\s?/?>|&nbsp;", re.IGNORECASE)
_TRANSLATED = frozenset({"start", "at", "threshold", "duration"})
_NUMBERED = frozenset({"phases", "waves", "checkpoints"})
_WEEKDAYS = frozenset({"week", "weeks", "day", "days"})


def notes_of(documents: tuple[Document, ...], entries: Iterable[Entry]) -> tuple[tuple[Line, ...], frozenset[Line]]:
    """Return every line that says something which its entries do not say, and the headings that need no note.

    The headings of columns and sections say what entries are: they are kept where something below them is.
    """
    made = list(entries)
    told, counted = _words_by_line(made), _figures_by_line(made)
    notes, headings = list[Line](), set[Line]()
    for document in documents:
        left = {
            number
            for number, line in enumerate(document.lines, start=1)
            if words_of(said := _said(line)) - told.get((document.file, number), frozenset())
            or figures_of(said) - counted.get((document.file, number), Counter())
            or UNPRINTED.search(line)
        }
        answered = _answered(document, left)
        notes += [(document.file, number) for number in sorted(left - answered)]
        headings |= {(document.file, number) for number in answered}
    return tuple(notes), frozenset(headings)


def _said(line: str) -> str:
    """What a line says besides its markup: numbers of sections, boxes and breaks of lines are none of its words."""
    return _BREAK.sub(" ", _BOX.sub(" ", _SECTION.sub(" ", line)))


def translations(entries: Iterable[Entry]) -> dict[Line, frozenset[str]]:
    """Return for each line the words that keys, dates and signs stand for."""
    found: dict[Line, frozenset[str]] = {}
    for each in entries:
        for line in each.lines if each.translated else ():
            found[line] = found.get(line, frozenset()) | words_of(each.translated)
    return found


def _answered(document: Document, left: set[int]) -> set[int]:
    """Return the lines of headings below which nothing is left."""
    answered: set[int] = set()
    for block in document.blocks:
        rows = block.rows if isinstance(block, Table) else ()
        if rows and isinstance(block, Table) and not _lines(*(cell for row in rows for cell in row)) & left:
            answered |= _lines(*block.header) & left
    open_ = left - answered
    for heading, own, below in reversed(list(_sections(document))):
        is_filled = heading.level > 1 and any(words_of(document.lines[number - 1]) for number in below)
        if is_filled and not open_.intersection(below):
            answered |= own & open_
            open_ -= own
    return answered


def _sections(document: Document) -> Iterator[tuple[Heading, set[int], range]]:
    """Yield each heading with its lines and those below it, up to the next of its level."""
    headings = document.headings
    for index, heading in enumerate(headings):
        own = _lines(heading.text)
        after = (min(_lines(each.text)) for each in headings[index + 1 :] if each.level <= heading.level)
        yield heading, own, range(max(own) + 1, next(after, len(document.lines) + 1))


def _lines(*texts: Text) -> set[int]:
    places = [text.place() for text in texts]
    return {line for place in places for line in range(place.line, place.end_line + 1)}


def _words_by_line(entries: Iterable[Entry]) -> dict[Line, frozenset[str]]:
    """Gather for each line the words of the entries that were made from it; W2D1 stands for week and day."""
    told: dict[Line, frozenset[str]] = {}
    for each in entries:
        words = words_of(yaml_text(assembled([each]))) | words_of(each.translated)
        for line in each.lines:
            told[line] = told.get(line, frozenset()) | words | (_WEEKDAYS if _tells_weeks(words) else frozenset())
    return told


def _figures_by_line(entries: Iterable[Entry]) -> dict[Line, Counter[str]]:
    """Count for each line the figures of the entries that were made from it."""
    told: dict[Line, Counter[str]] = {}
    for each in entries:
        figures = _figures(each)
        for line in each.lines:
            told[line] = told.get(line, Counter()) + figures
    return told


def _figures(each: Entry) -> Counter[str]:
    """What keys and dates stand for counts in the words of the document, and an id where it is a part's number."""
    value = each.value
    if each.translated and isinstance(value, dict):
        value = {key: told for key, told in value.items() if key not in _TRANSLATED}
    number = figures_of(str(each.pointer[1])) if each.pointer[0] in _NUMBERED else Counter[str]()
    own = each.value if isinstance(each.value, str) else yaml_text({"value": value})
    return figures_of(own) + (figures_of(each.translated) | number)


def _tells_weeks(words: frozenset[str]) -> bool:
    return {"w", "d"} <= words or "weeks" in words
