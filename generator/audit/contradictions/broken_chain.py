"""A step begins before the one above it has ended, in a procedure whose steps follow each other.

Whoever runs the procedure by the clock steps on the toes of others. A gap is no fault, as it may be a pause; unless
the text says that there is none, or the step runs into the next one by as much.

Fails:

```markdown
| Step | Start | Duration |
|---|---|---|
| Stop writing | 01:00 | 10 min |
| Copy | 01:10 | 30 min |
| Switch over | 01:50 | 5 min |
| Test | 01:55 | 20 min |
| Open | 02:15 | 5 min |

The five steps run with nothing between them.
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

The five steps run with nothing between them.
```
"""

import re
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
_SEAMLESS = re.compile(
    r"\b(?:with|has|have|is|there is) (?:nothing|no (?:gaps?|breaks?|pauses?)) (?:in )?between\b"
    r"|\bwithout (?:a |any )?(?:gaps?|breaks?|pauses?|interruptions?)\b|\b(?:back to back|seamless(?:ly)?)\b"
    r"|\beach (?:[a-z]+ )?(?:starts|begins) (?:when|as soon as|where) the (?:one before|previous)",
    re.IGNORECASE,
)
_Step = tuple[Row, int, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the first break in a chain of steps most of which follow each other to the minute."""
    for _, rows in facts.reading.tables:
        links = list(pairwise(step for row in rows if (step := _step(row))))
        breaks = [index for index, (one, other) in enumerate(links) if _late(one, other)]
        if len(links) >= _FEWEST and len(breaks) * 2 <= len(links):
            seamless = _is_seamless(facts, rows)
            wrong = [index for index in breaks if _is_moved(links, index) or _is_too_soon(links[index]) or seamless]
            for index in wrong[:1]:
                yield from _told(*links[index])


def _late(one: _Step, other: _Step) -> int:
    """Minutes between the end of one step and the begin of the next; less than none where they overlap."""
    late = (other[1] - _end(one) + DAY // 2) % DAY - DAY // 2
    next_day = -late > one[2] or (_day(one[0]) != _day(other[0]) and one[1] + one[2] < DAY)
    return late + DAY if late < 0 and next_day else late


def _day(row: Row) -> str:
    """What the row tells of its day, beside the clock or in a column of its own."""
    start, day = row.cell("start", "when"), row.cell("day")
    clocks = clocks_in(start.plain) if start else []
    beside = level(start.plain)[: clocks[0].start] if start and clocks else ""
    return f"{beside.strip()} {day.plain.strip() if day else ''}"


def _is_moved(links: list[tuple[_Step, _Step]], index: int) -> bool:
    """The step in between begins as much too early as there is nothing behind it, or the other way round."""
    late = _late(*links[index])
    return index + 1 < len(links) and links[index][1] is links[index + 1][0] and _late(*links[index + 1]) == -late


def _is_too_soon(link: tuple[_Step, _Step]) -> bool:
    """It overlaps with the one before; what another person does may run beside it."""
    doers = [cell.plain.strip() if (cell := step[0].cell("owner", "who")) else "" for step in link]
    return _late(*link) < 0 and (doers[0] == doers[1] or not all(doers))


def _is_seamless(facts: Facts, rows: tuple[Row, ...]) -> bool:
    """The section says that nothing lies between the steps: elsewhere a gap is a pause."""
    under = rows[0].cells[0].under
    said = [phrase.plain for phrase in facts.reading.phrases if phrase.is_spoken and phrase.under == under]
    return any(_SEAMLESS.search(level(each)) for each in said)


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
