"""A step begins before the one above it has ended, or later, in a procedure whose steps follow each other.

Whoever runs the procedure by the clock stands idle, or steps on the toes of others.

Fails:

```markdown
| Step | Start | Duration |
|---|---|---|
| Stop writing | 01:00 | 10 min |
| Copy | 01:10 | 30 min |
| Switch over | 01:50 | 5 min |
| Test | 01:55 | 20 min |
| Open | 02:15 | 5 min |
```

Passes:

```markdown
| Step | Start | Duration |
|---|---|---|
| Stop writing | 01:00 | 10 min |
| Copy | 01:10 | 40 min |
| Switch over | 01:50 | 5 min |
| Test | 01:55 | 20 min |
| Open | 02:15 | 5 min |
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.columns import unit_of_figures
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")
_LENGTH = re.compile(r"(?P<count>\d{1,4})\s*(?P<unit>min|h)\w*\.?", re.IGNORECASE)
_DAY = 24 * 60
_FEWEST = 3
_Step = tuple[Row, int, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each break in a chain of steps most of which follow each other to the minute."""
    for _, rows in facts.reading.tables:
        steps = [step for row in rows if (step := _step(row))]
        links = list(pairwise(steps))
        breaks = [(one, other) for one, other in links if _end(one) != other[1]]
        if len(links) >= _FEWEST and len(breaks) * 2 <= len(links):
            for one, other in breaks[:1]:
                yield from _told(one, other)


def _step(row: Row) -> _Step | None:
    start, length = row.cell("start", "when"), row.cell("duration")
    clock = _CLOCK.fullmatch(level(start.plain).strip()) if start else None
    found = _LENGTH.fullmatch(_with_unit(row, length)) if length else None
    if not clock or not found:
        return None
    minutes = int(found["count"]) * (60 if found["unit"].lower() == "h" else 1)
    return row, int(clock["hour"]) * 60 + int(clock["minute"]), minutes


def _with_unit(row: Row, length: Phrase) -> str:
    plain = level(length.plain).strip()
    header = row.grid.header[row.cells.index(length)].plain
    return f"{plain} {unit_of_figures(header)}" if plain.isdecimal() else plain


def _end(step: _Step) -> int:
    return (step[1] + step[2]) % _DAY


def _told(one: _Step, other: _Step) -> Iterator[Contradiction]:
    names = [row.cells[row.grid.key_column].plain.strip() for row in (one[0], other[0])]
    start, before = other[0].cell("start", "when"), one[0].cell("duration")
    if start and before:
        end = _end(one)
        message = f'"{names[1]}" begins at {start.plain.strip()}, "{names[0]}" ends at {end // 60:02}:{end % 60:02}'
        yield Contradiction(message, other[0].mark(start), (one[0].mark(before),))
