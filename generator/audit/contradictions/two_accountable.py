"""Two people are accountable for one thing in a table of responsibilities.

Where two answer for it, nobody does: the letter A stands once in each row.

Fails:

```markdown
| Activity | Ana | Ben | Chloe |
|---|---|---|---|
| Press release | A | R | C |
| Landing page | A | A/R | I |
```

Passes:

```markdown
| Activity | Ana | Ben | Chloe |
|---|---|---|---|
| Press release | A | R | C |
| Landing page | C | A/R | I |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.ERROR

_LETTERS = re.compile(r"[RACIS](?:\s*[/,+&]?\s*[RACIS])*", re.IGNORECASE)
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row with a second A."""
    for _, rows in facts.reading.tables:
        lettered = [row for row in rows if _is_lettered(row)]
        if len(lettered) < _FEWEST or len(lettered) < len(rows):
            continue
        for row in lettered:
            accountable = [cell for cell in row.cells[1:] if "a" in cell.plain.lower()]
            if len(accountable) > 1:
                yield _told(row, accountable)


def _is_lettered(row: Row) -> bool:
    cells = [cell.plain.strip() for cell in row.cells[1:] if cell.plain.strip(" -–—")]
    return len(cells) >= _FEWEST and all(_LETTERS.fullmatch(cell) for cell in cells)


def _told(row: Row, accountable: list[Phrase]) -> Contradiction:
    names = [row.grid.header[row.cells.index(cell)].plain.strip() for cell in accountable]
    message = f'"{row.cells[0].plain.strip()}" has {len(names)} people accountable, {joined(names)}'
    return Contradiction(message, row.mark(accountable[-1]), (), "leave one A in the row")
