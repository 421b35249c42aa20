"""A row tells a week or month and a date that do not belong together.

All other rows of the table count from one beginning; this one counts from another.

Fails:

```markdown
| Milestone | Week | Date |
|---|---|---|
| Draft | 2 | 2026-01-16 |
| Review | 4 | 2026-01-30 |
| Print | 6 | 2026-02-20 |
| Delivery | 8 | 2026-02-27 |
```

Passes:

```markdown
| Milestone | Week | Date |
|---|---|---|
| Draft | 2 | 2026-01-16 |
| Review | 4 | 2026-01-30 |
| Print | 6 | 2026-02-13 |
| Delivery | 8 | 2026-02-27 |
```
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.points import NO_YEAR
from generator.audit.understanding.times import month_of
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 3
_PAUSE = re.compile(
    r"\b(?:half[- ]term|holidays?|vacations?|break|recess|no (?:lessons|work|classes)|shut ?-?down|closed"
    r"|pause[ds]?)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:(?:calendar )?week|month|wk\.?|cw|kw|w|m)?\s*(\d{1,3})", re.IGNORECASE)
_CALENDAR = re.compile(r"(?:calendar week|cw|kw|iso week)\b", re.IGNORECASE)
_Beat = tuple[Row, Phrase, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row whose date is another week or month than its number, where most rows agree on a beginning."""
    paused = any(_PAUSE.search(phrase.plain) for phrase in facts.reading.phrases)
    for grid, rows in facts.reading.tables:
        calendar = _of_calendar(grid, rows)
        yield from (_told(each[0], each[1], "week") for each in calendar if not _is_of_calendar(each))
        for meaning in ("month",) if calendar else ("week", "month"):
            beats = [beat for row in rows if (beat := _beat(row, meaning, row.cells))]
            offsets = Counter(offset for _, _, offset in beats)
            usual, times = offsets.most_common(1)[0] if offsets else (0, 0)
            wrong = [beat for beat in beats if beat[2] != usual]
            if times >= _FEWEST and len(wrong) * 3 <= len(beats) and not (paused and _is_later(beats, usual)):
                yield from (_told(row, cell, meaning) for row, cell, _ in wrong)


def _of_calendar(grid: Grid, rows: tuple[Row, ...]) -> list[_Beat]:
    """Weeks headed or written as weeks of the year, with the one column of dates of which all or all but one are."""
    for column in range(len(grid.header)):
        beats = [beat for row in rows if _is_numbered(row) and (beat := _beat(row, "week", (row.cells[column],)))]
        right = sum(_is_of_calendar(beat) for beat in beats)
        if right > 1 and right >= len(beats) - 1:
            return beats
    return []


def _is_numbered(row: Row) -> bool:
    """`CW 38`, or 38 below *Calendar week*."""
    cell = row.cell("week")
    index = row.cells.index(cell) if cell else 0
    texts = [cell.plain, row.grid.header[index].plain] if cell else []
    return any(_CALENDAR.match(level(text).strip()) for text in texts)


def _is_of_calendar(beat: _Beat) -> bool:
    """Its number is the week of the year in which its date lies."""
    _, cell, offset = beat
    found = [each.window.first for each in cell.windows if each.window.first and each.window.scale == "date"]
    period = _period(cell, "week")
    return bool(found) and period is not None and date.fromordinal(found[0]).isocalendar().week == period - offset


def _is_later(beats: list[_Beat], usual: int) -> bool:
    """After a break, weeks are counted on and dates are later, from one row to the last."""
    offsets = [offset for _, _, offset in beats]
    last = offsets[next((index for index, each in enumerate(offsets) if each != usual), 0) :]
    return len(set(last)) == 1 and last[0] > usual


def _beat(row: Row, meaning: str, cells: tuple[Phrase, ...]) -> _Beat | None:
    """Count from the number in one cell back from the date in another; the first of a table's dates counts."""
    cell = row.cell(meaning)
    found = _NUMBER.fullmatch(level(cell.plain).strip()) if cell else None
    for other in cells if found else ():
        period = None if _lacks_year(other) and meaning == "week" else _period(other, meaning)
        if found and period is not None and other is not cell:
            return row, other, period - int(found[1])
    return None


def _lacks_year(cell: Phrase) -> bool:
    """Where no year is told, no day has its week."""
    return cell.style.dates.year == NO_YEAR and not any(each.dated for each in cell.windows)


def _period(cell: Phrase, meaning: str) -> int | None:
    """Number the week or month of a date."""
    days = [each.window.first for each in cell.windows if each.window.scale == "date" and each.window.first]
    if meaning == "month":
        return month_of(cell.plain) if not days else _month(days)
    return (days[0] - 1) // WEEK if len(days) == 1 else None


def _month(days: list[int]) -> int | None:
    day = date.fromordinal(days[0])
    return day.year * 12 + day.month if len(days) == 1 else None


def _told(row: Row, cell: Phrase, meaning: str) -> Contradiction:
    name, number = row.cells[row.grid.key_column].plain.strip(), row.cell(meaning)
    told = number.plain.strip() if number else ""
    message = f'"{name}" is in {meaning} {told}, which is not {cell.plain.strip()} as the other rows count'
    return Contradiction(message, row.mark(cell), (), f"mend the {meaning} or the date")
