"""A length of time is not what lies between the two times of day beside it.

A night's work is planned by the hours in brackets or by the clock; where the two differ, somebody comes too late.

Fails:

```markdown
The old system is locked from 20:30 to 22:30 (90 minutes).
```

Passes:

```markdown
The old system is locked from 20:30 to 22:00 (90 minutes).
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.blocks import Listing
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.clocks import DAY, Clock, Span, clocks_in, spans_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import Length, lengths_in, told_minutes
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BEHIND = re.compile(
    r"\W{0,3}(?:(?:UTC|GMT|CES?T|EES?T|BST|[ECMP][SD]?T|local time|o'clock|on \w+day)\W{1,3})?(?:(?:that"
    r"|which) (?:is|are|makes?)\s|for\s|=\s?|a total of\s)?\W{0,2}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\W{0,2}(?:long )?(?:window|shift|slot|freeze|outage|down ?time|standstill|closure|block|session)?\W{0,2}"
    r"(?:lasts |runs |is )?(?:from |between |(?:opens|begins|starts) at )?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s*(?:before|after|later|earlier|ahead|prior|of (?:which|that)|including|each|per)\b")
_AND = re.compile(r"\s*(?:,|;|and|&|\+|plus|,\s?and|or)\s*(?:from\s)?", re.IGNORECASE)
_MINUTES = {"minute": 1, "hour": 60}
_FEWEST, _NEAR = 2, 3
_NAME_BEFORE = re.compile(r"\W{1,4}[^,;:().\d]{2,50}?\s?(?:,|\(|:|-|\(=|=)\s?", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:each|every|per|of which|including|plus|less|minus|then|with|about|up to|at (?:least|most)|first|last"
    r"|[a-z]{3,}s(?=\W*$))\b",
    re.IGNORECASE,
)
"""What is told of several, or of a part of the time."""
_BREAK = re.compile(r"\b(?:break|lunch|pause|rest|less|minus|net|without|excluding)\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each length beside a span that is another; in a table and a box where the other lines agree."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken:
            yield from _spoken(phrase)
    yield from _in_boxes(facts)
    for grid, rows in facts.reading.tables:
        yield from _in_table(grid, rows)
    for document in facts.reading.documents:
        for block in document.blocks:
            if isinstance(block, Listing):
                yield from _in_list(block)


def _in_boxes(facts: Facts) -> Iterator[Contradiction]:
    for drawing in facts.reading.drawings:
        lines = [(phrase, *found) for phrase in drawing.lines if (found := _alone(phrase))]
        wrong = [each for each in lines if not _fits(each[1], each[2])]
        if len(lines) - len(wrong) >= _FEWEST and len(wrong) == 1:
            yield _told(wrong[0][0], wrong[0][1], wrong[0][2])


def _in_list(block: Listing) -> Iterator[Contradiction]:
    """`10:45 to 11:05: break, 20 minutes`: a stretch, its name and its length, in two entries or more."""
    told = [(item.text, *found) for item in block.items if (found := _led(item.text.plain))]
    wrong = [each for each in told if not _fits(each[1], each[2])]
    if len(wrong) == 1 and len(told) > 1:
        text, span, length = wrong[0]
        if abs(length.minutes - span.minutes) * _NEAR <= span.minutes:
            quote = Quote(text.plain.strip(), text.place(length.start, length.end))
            yield _contradiction(text.plain[length.start : length.end], span, quote)


def _led(text: str) -> tuple[Span, Length] | None:
    """An entry that opens with its times and closes with its length, which is not said to be of each or of a part."""
    plain, spans, lengths = level(text), spans_in(text), lengths_in(text)
    if len(spans) != 1 or len(lengths) != 1 or len(clocks_in(text)) != len("ab"):
        return None
    span, length = spans[0], lengths[0]
    name = plain[span.end : length.start]
    leads, closes = not plain[: span.start].strip(" *_-"), not plain[length.end :].strip(" .)*_")
    named = _NAME_BEFORE.fullmatch(name) and not _PART.search(name)
    return (span, length) if leads and closes and named else None


def _spoken(phrase: Phrase) -> Iterator[Contradiction]:
    """A length right behind a span, or right before it: in brackets, after a comma, `a 12-hour window from`."""
    plain = level(phrase.plain)
    spans = spans_in(phrase.plain)
    for span in spans if len(spans) == 1 or not _is_chain(plain, spans) else ():
        for length in lengths_in(phrase.plain):
            behind = length.start >= span.end and _BEHIND.fullmatch(plain[span.end : length.start])
            before = length.end <= span.start and _BEFORE.fullmatch(plain[length.end : span.start])
            broken = _BREAK.search(plain) and length.minutes < span.minutes
            beside = (behind or before) and not broken and not _RELATIVE.match(plain[length.end :])
            if beside and not _fits(span, length):
                yield _told(phrase, span, length)


def _is_chain(plain: str, spans: list[Span]) -> bool:
    """A length behind `07:00-12:00 and 13:00-16:00` is that of both."""
    return any(_AND.fullmatch(plain[one.end : other.start]) for one, other in pairwise(spans))


def _alone(phrase: Phrase) -> tuple[Span, Length] | None:
    """The one span and the one length of a line."""
    spans, lengths = spans_in(phrase.plain), lengths_in(phrase.plain)
    return (spans[0], lengths[0]) if len(spans) == len(lengths) == 1 else None


def _in_table(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    for column in (column for column, meaning in enumerate(grid.meanings) if meaning == "duration"):
        told = [(row, span, length) for row in rows for span, length in _row(grid, row, column)]
        wrong = [each for each in told if (each[1][1].minute - each[1][0].minute - each[2]) % DAY]
        if len(told) - len(wrong) >= _FEWEST and len(wrong) == 1:
            row, (first, last), _ = wrong[0]
            cell = row.cells[column]
            yield _contradiction(cell.plain, Span(first, last), row.mark(cell))


def _row(grid: Grid, row: Row, column: int) -> Iterator[tuple[tuple[Clock, Clock], int]]:
    """The two times of a row, in one cell or in two, and its length in minutes."""
    cells = [cell.plain for index, cell in enumerate(row.cells) if index != column]
    times = [clock for cell in cells for clock in clocks_in(cell)]
    length = _length(row.cells[column], grid.header[column].plain)
    if len(times) == _FEWEST and length is not None:
        yield (times[0], times[1]), length


def _length(cell: Phrase, header: str) -> int | None:
    """Minutes; a bare number is of the unit that the header tells."""
    plain = cell.plain.strip()
    found = lengths_in(plain)
    if len(found) == 1:
        return int(found[0].minutes)
    unit = next((size for word, size in _MINUTES.items() if word in header.lower()), 0)
    return int(plain) * unit if plain.isdecimal() and unit else None


def _fits(span: Span, length: Length) -> bool:
    """Whole days may lie between the two."""
    return span.minutes % DAY == length.minutes % DAY


def _told(phrase: Phrase, span: Span, length: Length) -> Contradiction:
    return _contradiction(phrase.plain[length.start : length.end], span, phrase.mark(length.start, length.end))


def _contradiction(told: str, span: Span, quote: Quote) -> Contradiction:
    message = f'"{told.strip()}" is told, {span} there are {told_minutes(span.minutes)}'
    return Contradiction(message, quote, (), "change the length, or one of the times")
