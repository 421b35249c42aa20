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

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_TIMES = re.compile(r"\s*[×*·]\s*|\s+x\s+|(?<=^[a-z])x(?=[a-z]$)")
_Columns = tuple[int, int, int]
"""The product, and its two factors."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each score that is no product, in a table where most are."""
    for grid, rows in facts.reading.tables:
        columns = _multiplied(grid) or _scores(grid, rows)
        if columns is None:
            continue
        scored = [(row, product) for row in rows if (product := _product(row, columns))]
        wrong = [(row, product) for row, product in scored if product[0] != product[1]]
        named = [level(grid.header[column].plain).strip() for column in columns]
        for row, (told, right) in wrong if len(wrong) * 2 < len(scored) else ():
            name = row.cells[row.grid.key_column].plain.strip()
            message = f'"{named[0]}" of "{name}" is {told}, "{named[1]}" times "{named[2]}" {right}'
            yield Contradiction(
                message, row.mark(row.cells[columns[0]]), (), f"write {right}, or mend one of the two"
            )


def _multiplied(grid: Grid) -> _Columns | None:
    """A column that is headed by the two others of a rating: `L x I` beside `L` and `I`."""
    named = [level(header.plain).strip().lower() for header in grid.header]
    for column, header in enumerate(named):
        factors = [each.strip() for each in _TIMES.split(header)]
        places = [named.index(each) for each in factors if each in named]
        rated = {"probability", "impact"} & {grid.meanings[place] for place in places}
        if rated and len(factors) == len(places) == len("ab"):
            return column, places[0], places[1]
    return None


def _scores(grid: Grid, rows: tuple[Row, ...]) -> _Columns | None:
    """The column of scores, or the one of figures behind probability and impact."""
    if not {"probability", "impact"} <= set(grid.meanings):
        return None
    factors = grid.meanings.index("probability"), grid.meanings.index("impact")
    behind = max(factors) + 1
    if "score" in grid.meanings:
        return grid.meanings.index("score"), *factors
    is_figure = behind < len(grid.meanings) and all(row.cells[behind].plain.strip().isdecimal() for row in rows)
    return (behind, *factors) if is_figure else None


def _product(row: Row, columns: _Columns) -> tuple[int, int] | None:
    cells = [row.cells[column] for column in columns]
    figures = [int(cell.plain.strip()) for cell in cells if cell.plain.strip().isdecimal()]
    return (figures[0], figures[1] * figures[2]) if len(figures) == len(cells) else None
