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
from itertools import pairwise

from generator.audit.calendar import WEEKDAY, WEEKDAYS
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.points import points_in
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.sentences import is_cited
from generator.audit.understanding.windows import Found, backwards
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_GERMAN = {"montag": "mon", "dienstag": "tue", "mittwoch": "wed", "donnerstag": "thu", "freitag": "fri",
    "samstag": "sat", "sonnabend": "sat", "sonntag": "sun"}  # fmt: skip
_BEFORE = re.compile(rf"\b(?:({WEEKDAY})|({'|'.join(_GERMAN)}))\b\.?,?\s*(?:(?:the|den|der)\s+)?$", re.IGNORECASE)
_BEHIND = re.compile(rf"\s*(?:\(|,? which is a\s|,? a\s)({WEEKDAY})\b", re.IGNORECASE)
_LEAP = (2, 29)
_FEW_YEARS = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each date with a wrong weekday and each range that runs backwards."""
    for phrase in facts.reading.phrases:
        for found in phrase.windows if phrase.form != "code" else ():
            if backwards(found):
                message = "the range ends before it starts"
                yield Contradiction(message, phrase.mark(found.start, found.end), (), "write the earlier one first")
        for found in points_in(phrase.plain, phrase.style.dates) if phrase.windows else ():
            single = found.dated and found.window.first == found.window.last
            if single and not is_cited(phrase.plain, found.start, found.end):
                yield from _weekday(phrase, found)
    yield from _undated(facts)
    yield from _columns(facts)
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
    """Dates without a year are of a year that their documents name, where most of their weekdays then fit."""
    by_file: dict[str, list[tuple[Phrase, Found]]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.windows and 0 < len(phrase.style.dates.years) <= _FEW_YEARS:
            by_file[phrase.text.place().file] += [(phrase, point) for point in _days(phrase) if _word(phrase, point)]
    for found in by_file.values():
        wrong = [(phrase, point) for phrase, point in found if not any(_years_that_fit(phrase, point))]
        if len(wrong) * 2 <= len(found) and len(found) > 1:
            yield from (finding for phrase, point in wrong for finding in _weekday(phrase, point))


def _years_that_fit(phrase: Phrase, found: Found) -> Iterator[int]:
    """The day may lie in any of the years that are named."""
    word, day = _word(phrase, found), date.fromordinal(found.window.first or 1)
    for year in phrase.style.dates.years if word else ():
        if (day.month, day.day) != _LEAP and _is(word, day.replace(year=year)):
            yield year


def _days(phrase: Phrase) -> Iterator[Found]:
    """The single days that are told without a year."""
    for point in points_in(phrase.plain, phrase.style.dates):
        if point.window.scale == "date" and not point.dated and point.window.first == point.window.last:
            yield point


def _word(phrase: Phrase, found: Found) -> str:
    """The weekday beside a date: before it, or in brackets behind."""
    plain = level(phrase.plain)
    before = _BEFORE.search(plain[max(0, found.start - 20) : found.start])
    behind = _BEHIND.match(plain, found.end)
    word = (before[1] or before[2]) if before else behind[1] if behind else ""
    return _GERMAN.get(word.lower(), word.lower())[:3]


def _is(word: str, day: date) -> bool:
    return WEEKDAYS[day.weekday()].lower().startswith(word)


def _weekday(phrase: Phrase, found: Found) -> Iterator[Contradiction]:
    word = _word(phrase, found)
    day = date.fromordinal(found.window.first or 1)
    if word and not _is(word, day):
        message = f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}"
        yield Contradiction(message, phrase.mark(found.start, found.end), (), "mend the weekday or the date")


def _columns(facts: Facts) -> Iterator[Contradiction]:
    """A weekday in one cell, its date in the next."""
    for _, rows in facts.reading.tables:
        pairs = [(one, other) for row in rows for one, other in pairwise(row.cells) if _are_pair(one, other)]
        wrong = [(one, other) for one, other in pairs if not _is(_bare(one), _first_day(other))]
        if len(wrong) * 2 < len(pairs):
            for one, other in wrong:
                day = _first_day(other)
                message = f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}"
                yield Contradiction(message, one.quote(), (other.quote(),), "mend the weekday or the date")


def _are_pair(one: Phrase, other: Phrase) -> bool:
    single = len(other.windows) == 1 and other.windows[0].window.scale == "date"
    return bool(_bare(one)) and single and (other.windows[0].dated or other.style.dates.one_year)


def _bare(cell: Phrase) -> str:
    found = _BEFORE.fullmatch(level(cell.plain).strip())
    return (found[1] or "").lower()[:3] if found else ""


def _first_day(cell: Phrase) -> date:
    return date.fromordinal(cell.windows[0].window.first or 1)
