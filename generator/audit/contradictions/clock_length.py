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
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_CLOCK = r"(?<![\d:.])(?:[01]?\d|2[0-4])[:.h][0-5]\d(?![\d:.]\d)"
_SPAN = re.compile(rf"(?P<from>{_CLOCK})\s*(?:-{{1,3}}|to|until|till)\s*(?P<to>{_CLOCK})", re.IGNORECASE)
_ONE = re.compile(_CLOCK)
_BEHIND = re.compile(r"\W{0,3}(?:(?:that|which) (?:is|are|makes?)\s|for\s|=\s?|a total of\s)?\W{0,2}", re.IGNORECASE)
_BEFORE = re.compile(
    r"\W{0,2}(?:long )?(?:window|shift|slot|freeze|outage|down ?time|standstill|closure|block|session)?\W{0,2}"
    r"(?:lasts |runs |is )?(?:from |between )?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s*(?:before|after|later|earlier|ahead|prior|of (?:which|that)|including|each|per)\b")
_MINUTES = {"min": 1, "minute": 1, "h": 60, "hour": 60}
_DAY = 24 * 60
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each length beside a span that is another; in a table and a box where the other lines agree."""
    for phrase in facts.reading.phrases:
        if phrase.form in {"paragraph", "item"}:
            yield from _spoken(phrase)
    for drawing in facts.reading.drawings:
        lines = [(phrase, *found) for phrase in drawing.lines if (found := _alone(phrase))]
        wrong = [each for each in lines if not _fits(each[1], each[2])]
        if len(lines) - len(wrong) >= _FEWEST and len(wrong) == 1:
            yield _told(wrong[0][0], wrong[0][1], wrong[0][2])
    for grid, rows in facts.reading.tables:
        yield from _in_table(grid, rows)


def _spoken(phrase: Phrase) -> Iterator[Contradiction]:
    """A length right behind a span, or right before it: in brackets, after a comma, `a 12-hour window from`."""
    plain = level(phrase.plain)
    for span in _SPAN.finditer(plain):
        for length in quantities_in(phrase.plain):
            behind = length.start >= span.end() and _BEHIND.fullmatch(plain[span.end() : length.start])
            before = length.last <= span.start() and _BEFORE.fullmatch(plain[length.last : span.start()])
            beside = _size(length) and (behind or before) and not _RELATIVE.match(plain[length.last :])
            if beside and not _fits(span, length):
                yield _told(phrase, span, length)


def _alone(phrase: Phrase) -> tuple[re.Match[str], Quantity] | None:
    """The one span and the one length of a line."""
    spans = list(_SPAN.finditer(level(phrase.plain)))
    lengths = [each for each in quantities_in(phrase.plain) if _size(each)]
    return (spans[0], lengths[0]) if len(spans) == len(lengths) == 1 else None


def _in_table(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    for column in (column for column, meaning in enumerate(grid.meanings) if meaning == "duration"):
        told = [(row, span, length) for row in rows for span, length in _row(grid, row, column)]
        wrong = [each for each in told if not _is_of(each[1], each[2])]
        if len(told) - len(wrong) >= _FEWEST and len(wrong) == 1:
            row, span, _ = wrong[0]
            cell = row.cells[column]
            yield _contradiction(cell.plain, span, row.mark(cell))


def _row(grid: Grid, row: Row, column: int) -> Iterator[tuple[tuple[int, int], int]]:
    """The two times of a row, in one cell or in two, and its length in minutes."""
    cells = [level(cell.plain) for index, cell in enumerate(row.cells) if index != column]
    times = [_minutes(found.group()) for cell in cells for found in _ONE.finditer(cell)]
    length = _length(row.cells[column], grid.header[column].plain)
    if len(times) == _FEWEST and length is not None:
        yield (times[0], times[1]), length


def _length(cell: Phrase, header: str) -> int | None:
    """Minutes; a bare number is of the unit that the header tells."""
    plain = cell.plain.strip()
    found = [each for each in quantities_in(plain) if _size(each)]
    if len(found) == 1:
        return int(found[0].value * _size(found[0]))
    unit = next((size for word, size in _MINUTES.items() if len(word) > 1 and word in header.lower()), 0)
    return int(plain) * unit if plain.isdecimal() and unit else None


def _size(length: Quantity) -> int:
    return _MINUTES.get(length.unit or length.head, 0)


def _fits(span: re.Match[str], length: Quantity) -> bool:
    return _is_of((_minutes(span["from"]), _minutes(span["to"])), length.value * _size(length))


def _is_of(span: tuple[int, int], length: Decimal | int) -> bool:
    """Whole days may lie between the two."""
    return (span[1] - span[0]) % _DAY == length % _DAY


def _minutes(clock: str) -> int:
    hours, minutes = re.split(r"[:.h]", clock)
    return int(hours) * 60 + int(minutes)


def _told(phrase: Phrase, span: re.Match[str], length: Quantity) -> Contradiction:
    told = phrase.plain[length.start : max(length.end, length.last)]
    return _contradiction(
        told, (_minutes(span["from"]), _minutes(span["to"])), phrase.mark(length.start, length.last)
    )


def _contradiction(told: str, span: tuple[int, int], quote: Quote) -> Contradiction:
    start, end = span
    message = f'"{told.strip()}" is told, from {_clock(start)} to {_clock(end)} there are {_words(start, end)}'
    return Contradiction(message, quote, (), "change the length, or one of the times")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _words(start: int, end: int) -> str:
    hours, minutes = divmod((end - start) % _DAY, 60)
    return f"{hours} h {minutes} min" if hours and minutes else f"{hours} h" if hours else f"{minutes} min"
