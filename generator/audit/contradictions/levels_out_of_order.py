"""Levels that grow from column to column in every row of a table do not grow in one.

What calls for more comes first then, and the milder answer is never given.

Fails:

```markdown
| Measure | Call the supplier | Go back |
|---|---|---|
| Stops per shift | more than 4 | more than 3 |
| Wrong boxes | more than 1 | more than 3 |
| Waiting time | more than 20 s | more than 60 s |
```

Passes:

```markdown
| Measure | Call the supplier | Go back |
|---|---|---|
| Stops per shift | more than 4 | more than 10 |
| Wrong boxes | more than 1 | more than 3 |
| Waiting time | more than 20 s | more than 60 s |
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.limits import side_of
from generator.audit.understanding.measures import Bound, bound_in
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 2
_LONGEST = 30
_BEGINS = re.compile(r"(?:from|over|above|more than|beyond|exceeding)\s", re.IGNORECASE)
_SIDES = {"up": "<", "down": ">"}
_MOST = 12
"""Columns; wider tables hold no levels."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each level that is passed before the one of the column on its left, where no other row has it so."""
    for grid, rows in facts.reading.tables:
        if len(rows) > _FEWEST and len(grid.header) <= _MOST:
            yield from _held(grid, rows)


def _held(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    levels = [[_level(cell) for cell in row.cells] for row in rows]
    columns = [
        column
        for column in range(len(grid.header))
        if column != grid.key_column and sum(each[column] is not None for each in levels) > _FEWEST
    ]
    for left, right in pairwise(columns):
        steps = [(row, _step(each[left], each[right])) for row, each in zip(rows, levels, strict=True)]
        up, down = ([row for row, step in steps if step == way] for way in (1, -1))
        for wrong, others in ((down, up), (up, down)):
            if len(wrong) == 1 and len(others) >= _FEWEST:
                row = wrong[0]
                here, there = row.cells[right], row.cells[left]
                message = (
                    f'"{here.plain.strip()}" ({grid.header[right].plain.strip()}) and "{there.plain.strip()}" '
                    f"({grid.header[left].plain.strip()}) are the wrong way round, as the other rows have it"
                )
                yield Contradiction(message, row.mark(here), (others[0].mark(others[0].cells[right]),))


def _level(cell: Phrase) -> Bound | None:
    """A cell that tells one limit with its side."""
    found = bound_in(cell)
    short = found and len(level(cell.plain).strip()) <= found[2] - found[1] + 20
    return found[0] if found and short and found[0].side else _amount(cell)


def _amount(cell: Phrase) -> Bound | None:
    """`5 or more`, `from £100`: one amount with its side and a short way to it."""
    plain = level(cell.plain).strip()
    amounts = quantities_in(plain, comma=cell.style.comma) if len(plain) <= _LONGEST else []
    if len(amounts) != 1:
        return None
    side = "down" if _BEGINS.match(plain) else side_of(plain, amounts[0])
    return Bound(_SIDES[side], amounts[0].value, amounts[0].kind, "", plain) if side else None


def _step(left: Bound | None, right: Bound | None) -> int:
    """1 where the right one is passed after the left one, -1 where before; 0 where they cannot be compared."""
    if not left or not right or left.side != right.side or left.unit != right.unit or left.of != right.of:
        return 0
    more = Decimal(right.amount) - Decimal(left.amount)
    way = 1 if left.side == ">" else -1
    return 0 if not more else way if more > 0 else -way
