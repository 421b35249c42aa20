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

from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.clocks import DAY, clocks_in
from generator.audit.understanding.columns import unit_of_figures
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import lengths_in
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

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
    clocks = clocks_in(start.plain) if start else []
    lengths = lengths_in(_with_unit(row, length)) if length else []
    return (row, clocks[0].minute, int(lengths[0].minutes)) if len(clocks) == len(lengths) == 1 else None


def _with_unit(row: Row, length: Phrase) -> str:
    plain = level(length.plain).strip()
    header = row.grid.header[row.cells.index(length)].plain
    return f"{plain} {unit_of_figures(header)}" if plain.isdecimal() else plain


def _end(step: _Step) -> int:
    return (step[1] + step[2]) % DAY


def _told(one: _Step, other: _Step) -> Iterator[Contradiction]:
    names = [row.cells[row.grid.key_column].plain.strip() for row in (one[0], other[0])]
    start, before = other[0].cell("start", "when"), one[0].cell("duration")
    if start and before:
        end = _end(one)
        message = f'"{names[1]}" begins at {start.plain.strip()}, "{names[0]}" ends at {end // 60:02}:{end % 60:02}'
        yield Contradiction(message, other[0].mark(start), (one[0].mark(before),))
