"""A date cannot be what it says.

A weekday that does not fit its date, a range that ends before it starts: one of the two figures is wrong, and nobody
can know which.

Fails:

```markdown
The pilot starts on Monday, 6 January 2026.
```

Passes:

```markdown
The pilot starts on Tuesday, 6 January 2026.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.stays import row_window
from generator.audit.understanding.times import Found, backwards, points_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_BEFORE = re.compile(
    r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*(?:the\s+)?$", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each date with a wrong weekday and each range that runs backwards."""
    for phrase in facts.reading.phrases:
        for found in phrase.windows if phrase.form != "code" else ():
            if backwards(found):
                message = "the range ends before it starts"
                yield Contradiction(message, phrase.mark(found.start, found.end), (), "write the earlier one first")
        for found in points_in(phrase.plain, phrase.style.dates) if phrase.windows else ():
            if found.dated and found.window.first == found.window.last:
                yield from _weekday(phrase, found)
    yield from _undated(facts)
    for _, rows in facts.reading.tables:
        for row in rows:
            yield from _turned(row)


def _turned(row: Row) -> Iterator[Contradiction]:
    """A row that ends before it starts."""
    found, end = row_window(row), row.cell("end")
    if found and end and found[0].is_whole and (found[0].first or 0) > (found[0].last or 0):
        message = f'"{row.cells[row.grid.key_column].plain.strip()}" ends before it starts'
        yield Contradiction(message, row.mark(end), (), "mend the start or the end")


def _undated(facts: Facts) -> Iterator[Contradiction]:
    """Dates without a year are of the one year that their document names, where most of its weekdays then fit."""
    by_file: dict[str, list[tuple[Phrase, Found]]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.windows and phrase.style.dates.one_year:
            by_file[phrase.text.place().file] += [(phrase, point) for point in _days(phrase) if _word(phrase, point)]
    for found in by_file.values():
        wrong = [finding for phrase, point in found for finding in _weekday(phrase, point)]
        if len(wrong) * 2 <= len(found) and len(found) > 1:
            yield from wrong


def _days(phrase: Phrase) -> Iterator[Found]:
    """The single days that are told without a year."""
    for point in points_in(phrase.plain, phrase.style.dates):
        if point.window.scale == "date" and not point.dated and point.window.first == point.window.last:
            yield point


def _word(phrase: Phrase, found: Found) -> "re.Match[str] | None":
    return _BEFORE.search(level(phrase.plain)[max(0, found.start - 20) : found.start])


def _weekday(phrase: Phrase, found: Found) -> Iterator[Contradiction]:
    word = _word(phrase, found)
    day = date.fromordinal(found.window.first or 1)
    if word and not _WEEKDAYS[day.weekday()].startswith(word[1].lower()[:3]):
        message = f"{day.isoformat()} is a {_WEEKDAYS[day.weekday()].title()}"
        start = found.start - len(word.group())
        yield Contradiction(message, phrase.mark(start, found.end), (), "mend the weekday or the date")
