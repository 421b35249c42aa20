"""What a first plan does not say: lines whose words no entry holds, with the headings that they stand below."""

from collections.abc import Iterable, Iterator

from generator.audit.blocks import Document, Heading, Table, Text
from generator.audit.first_plan.draft import Entry, Line, assembled, words_of
from generator.audit.first_plan.yaml_text import yaml_text

_WEEKDAYS = frozenset({"week", "weeks", "day", "days"})


def notes_of(documents: tuple[Document, ...], entries: Iterable[Entry]) -> tuple[tuple[Line, ...], frozenset[Line]]:
    """Return every line that says something which its entries do not say, and the headings that need no note.

    The headings of columns and sections say what entries are: they are kept where something below them is.
    """
    told, notes, headings = _words_by_line(entries), list[Line](), set[Line]()
    for document in documents:
        left = {
            number
            for number, line in enumerate(document.lines, start=1)
            if words_of(line) - told.get((document.file, number), frozenset())
        }
        answered = _answered(document, left)
        notes += [(document.file, number) for number in sorted(left - answered)]
        headings |= {(document.file, number) for number in answered}
    return tuple(notes), frozenset(headings)


def translations(entries: Iterable[Entry]) -> dict[Line, frozenset[str]]:
    """Return for each line the words that keys, dates and signs stand for."""
    found: dict[Line, frozenset[str]] = {}
    for each in entries:
        for line in each.lines if each.translated else ():
            found[line] = found.get(line, frozenset()) | each.translated
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
        words = words_of(yaml_text(assembled([each]))) | each.translated
        for line in each.lines:
            told[line] = told.get(line, frozenset()) | words | (_WEEKDAYS if _tells_weeks(words) else frozenset())
    return told


def _tells_weeks(words: frozenset[str]) -> bool:
    return {"w", "d"} <= words or "weeks" in words
