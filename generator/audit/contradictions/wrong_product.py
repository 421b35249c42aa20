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
from generator.audit.understanding.phrases import Grid, Row
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each score that is no product, in a table where most are."""
    for grid, rows in facts.reading.tables:
        column = _scores(grid, rows)
        if column is None:
            continue
        scored = [(row, product) for row in rows if (product := _product(row, column))]
        wrong = [(row, product) for row, product in scored if product[0] != product[1]]
        for row, (told, right) in wrong if len(wrong) * 2 < len(scored) else ():
            name = row.cells[row.grid.key_column].plain.strip()
            message = f'the score of "{name}" is {told}, its probability times its impact {right}'
            yield Contradiction(message, row.mark(row.cells[column]), (), f"write {right}, or mend one of the two")


def _scores(grid: Grid, rows: tuple[Row, ...]) -> int | None:
    """The column of scores, or the one of figures behind probability and impact."""
    if "score" in grid.meanings:
        return grid.meanings.index("score")
    if not {"probability", "impact"} <= set(grid.meanings):
        return None
    behind = max(grid.meanings.index("probability"), grid.meanings.index("impact")) + 1
    is_figure = behind < len(grid.meanings) and all(row.cells[behind].plain.strip().isdecimal() for row in rows)
    return behind if is_figure else None


def _product(row: Row, column: int) -> tuple[int, int] | None:
    cells = [row.cells[column], row.cell("probability"), row.cell("impact")]
    figures = [int(cell.plain.strip()) for cell in cells if cell and cell.plain.strip().isdecimal()]
    return (figures[0], figures[1] * figures[2]) if len(figures) == len(cells) else None
