"""Each part is told to end with its gate, and a gate lies on another day than its part ends.

The gate is held before the work is done, or the next part waits for a gate that is over.

Fails:

```markdown
| Stage | From | To |
|---|---|---|
| Stage 1 | 1 March 2027 | 12 March 2027 |
| Stage 2 | 15 March 2027 | 19 March 2027 |
| Stage 3 | 22 March 2027 | 26 March 2027 |

| Gate | Date |
|---|---|
| G1 | 12 March 2027 |
| G2 | 19 March 2027 |
| G3 | 24 March 2027 |

Each stage ends with its gate.
```

Passes:

```markdown
| Stage | From | To |
|---|---|---|
| Stage 1 | 1 March 2027 | 12 March 2027 |
| Stage 2 | 15 March 2027 | 19 March 2027 |
| Stage 3 | 22 March 2027 | 26 March 2027 |

| Gate | Date |
|---|---|
| G1 | 12 March 2027 |
| G2 | 19 March 2027 |
| G3 | 26 March 2027 |

Each stage ends with its gate.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_ENDS = re.compile(
    r"\b(?:each|every) (?P<part>[a-z]+) (?:ends|closes|finishes|is closed) (?:with|at|on the day of|by) "
    r"(?:its|a|the) (?:own )?(?P<gate>[a-z]+)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:[A-Za-z]+[\s-]?)?(?P<number>\d{1,2})\b")
_FEWEST = 3
_Days = dict[int, tuple[int, Quote]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one gate that is not on the last day of the part with its number."""
    for phrase in facts.reading.phrases:
        found = _ENDS.search(level(phrase.plain)) if phrase.is_spoken else None
        if found:
            yield from _off(phrase, found, _days(facts, found["part"]), _days(facts, found["gate"]))


def _off(phrase: Phrase, found: "re.Match[str]", ends: _Days, gates: _Days) -> Iterator[Contradiction]:
    both = sorted(ends.keys() & gates.keys())
    off = [number for number in both if ends[number][0] != gates[number][0]]
    if len(both) >= _FEWEST and len(off) == 1:
        (_, end), (_, gate) = ends[off[0]], gates[off[0]]
        message = f"{found['part']} {off[0]} is told to end with this and ends on another day".lower()
        yield Contradiction(message, gate, (end, phrase.mark(found.start(), found.end())))


def _days(facts: Facts, noun: str) -> _Days:
    """The last day that each numbered row of the one table of these tells."""
    stem = tokens_of(noun)[-1][0]
    tables = [
        (column, rows)
        for grid, rows in facts.reading.tables
        for column, header in enumerate(grid.header[: grid.key_column + 1])
        if [each for each, _, _ in tokens_of(header.plain)] == [stem]
    ]
    found: _Days = {}
    for row in tables[0][1] if len(tables) == 1 else ():
        number = _NUMBER.match(level(row.cells[tables[0][0]].plain).strip())
        days = [
            (each.window.last, cell) for cell in row.cells for each in cell.windows if each.window.scale == "date"
        ]
        days = [(day, cell) for day, cell in days if day]
        if number and days:
            day, cell = max(days, key=lambda each: each[0] or 0)
            found[int(number["number"])] = day or 0, row.mark(cell)
    return found
