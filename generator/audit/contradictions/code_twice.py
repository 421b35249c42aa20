"""Two rows of a table have one code, where every other row has its own.

What others say of the code is meant for one of the two, and nobody can tell which.

Fails:

```markdown
| ID | Task | Owner |
|---|---|---|
| T-1 | Session state | Ada |
| T-2 | Colours | Ben |
| T-2 | Question bank | Cleo |
| T-3 | Sounds | Ada |
```

Passes:

```markdown
| ID | Task | Owner |
|---|---|---|
| T-1 | Session state | Ada |
| T-2 | Colours | Ben |
| T-3 | Question bank | Cleo |
| T-4 | Sounds | Ada |
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Row
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_HEADER = re.compile(
    r"\W*(?:#|(?:\w+ )?(?:no\.?|nr\.?|ids?|codes?|numbers?|ref\.?|reference)|(?:risk|task|item|ticket|wp|story))\W*",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:[A-Z]{1,5}\d{0,2}[-. ]?)?\d{1,4}(?:\.\d{1,3}){0,2}[A-Za-z]?")
_FEWEST, _TWICE = 3, 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one code that two rows have whose names share no word: what comes back is one thing."""
    for grid, rows in facts.reading.tables:
        if len(grid.header) > 1 and not grid.grouped and _HEADER.fullmatch(level(grid.header[0].plain)):
            yield from _of([row for row in rows if not is_total(row) and row.cells[0].plain.strip()])


def _of(rows: list[Row]) -> Iterator[Contradiction]:
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_code[level(row.cells[0].plain).strip(" *`")].append(row)
    twice = [each for each in by_code.values() if len(each) > 1]
    coded = len(rows) >= _FEWEST and all(map(_CODE.fullmatch, by_code))
    if coded and len(twice) == 1 and len(twice[0]) == _TWICE:
        first, second = twice[0]
        names = [key_of(row.cells[1].plain) for row in (first, second)]
        if all(names) and names[0].isdisjoint(names[1]):
            message = f'"{second.cells[0].plain.strip()}" is two rows of the table'
            there = first.mark(first.cells[0])
            yield Contradiction(message, second.mark(second.cells[0]), (there,), "give each a code of its own")
