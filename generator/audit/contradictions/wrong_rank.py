"""A ranked list of risks is not in the order of their weight.

A reader of a ranked list stops early; the heaviest risk belongs where everybody sees it.

Fails:

```markdown
## Top 3 Risks

| Risk | Impact | Probability |
|---|---|---|
| Late supplier | Medium | Medium |
| Data loss | High | High |
| Sickness | Low | Low |
```

Passes:

```markdown
## Top 3 Risks

| Risk | Impact | Probability |
|---|---|---|
| Data loss | High | High |
| Late supplier | Medium | Medium |
| Sickness | Low | Low |
```
"""

import re
from collections.abc import Iterator
from math import prod

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Row
from generator.audit.understanding.ratings import rating
from generator.findings import Severity

SEVERITY = Severity.WARNING

_Weight = tuple[int, int]
_RANKED = re.compile(
    r"\b(?:top|ranked|by (?:priority|weight|exposure|severity)|in order of|most (?:important|serious))\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the heaviest risk of a ranked list that stands below a lighter one."""
    for grid, rows in facts.reading.tables:
        heading = grid.under[-1].text.plain if grid.under else ""
        if not {"impact", "probability"} <= set(grid.meanings) or not (
            _RANKED.search(heading) or (grid.meanings[0] == "identity" and "rank" in grid.header[0].plain.lower())
        ):
            continue
        weights = [(weight, row) for row in rows if (weight := _weight(row))]
        late = [
            (weight, row, above[0])
            for index, (weight, row) in enumerate(weights)
            if (above := [other for lighter, other in weights[:index] if _outweighs(weight, lighter)])
        ]
        if late:
            _, row, lighter = max(late, key=lambda each: prod(each[0]))
            cell, first = row.cells[grid.key_column], lighter.cells[grid.key_column]
            message = f'"{cell.plain.strip()}" weighs more than "{first.plain.strip()}" and stands below it'
            yield Contradiction(
                message, row.mark(cell), (lighter.mark(first),), "order the risks by impact times probability"
            )


def _weight(row: Row) -> _Weight | None:
    impact, probability = row.cell("impact"), row.cell("probability")
    if impact is None or probability is None:
        return None
    one, other = rating(impact.plain), rating(probability.plain)
    return (one, other) if one and other else None


def _outweighs(weight: _Weight, other: _Weight) -> bool:
    """More by one rating and not less by the other: how much a high impact makes up for, no table tells."""
    return weight != other and weight[0] >= other[0] and weight[1] >= other[1]
