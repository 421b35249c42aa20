"""A risk's score is not its probability times its impact.

Risks are worked on in the order of their scores; a wrong score puts one in the wrong place.

Fails:

```markdown
| Risk | Probability | Impact | Score |
|---|---|---|---|
| Late supplier | 3 | 4 | 12 |
| Data loss | 2 | 5 | 10 |
| Sickness | 2 | 2 | 6 |
```

Passes:

```markdown
| Risk | Probability | Impact | Score |
|---|---|---|---|
| Late supplier | 3 | 4 | 12 |
| Data loss | 2 | 5 | 10 |
| Sickness | 2 | 2 | 4 |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Row
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each score that is no product, in a table where most are."""
    for _, rows in facts.reading.tables:
        scored = [(row, product) for row in rows if (product := _product(row))]
        wrong = [(row, product) for row, product in scored if product[0] != product[1]]
        for row, (told, right) in wrong if len(wrong) * 2 < len(scored) else ():
            cell = row.cell("score")
            name = row.cells[row.grid.key_column].plain.strip()
            if cell:
                message = f'the score of "{name}" is {told}, its probability times its impact {right}'
                yield Contradiction(message, row.mark(cell), (), f"write {right}, or mend one of the two")


def _product(row: Row) -> tuple[int, int] | None:
    cells = [row.cell(meaning) for meaning in ("score", "probability", "impact")]
    figures = [int(cell.plain.strip()) for cell in cells if cell and cell.plain.strip().isdecimal()]
    return (figures[0], figures[1] * figures[2]) if len(figures) == len(cells) else None
