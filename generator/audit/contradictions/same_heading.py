"""Two columns of a table have the same heading.

One of them is meant for something else, and nobody knows which.

Fails:

```markdown
| Risk | Impact | Impact | Answer |
|---|---|---|---|
| Late delivery | High | Low | Order early |
```

Passes:

```markdown
| Risk | Impact | Probability | Answer |
|---|---|---|---|
| Late delivery | High | Low | Order early |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.WARNING

_ONCE = frozenset(
    {
        "risk", "impact", "probability", "mitigation", "scenario", "procedure", "rollback time", "scope", "owner",
        "target", "alert", "deliverable", "depends", "start", "end", "week", "duration", "metric",
    }
)  # fmt: skip
"""What a row has one of."""
_TWICE = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the second of two columns side by side that are called alike; more come back group by group."""
    for grid, _ in facts.reading.tables:
        names = [header.plain.strip().lower() for header in grid.header]
        for index, (header, meaning) in enumerate(zip(grid.header, grid.meanings, strict=True)):
            twice = index and names[index] == names[index - 1] and names.count(names[index]) == _TWICE
            if twice and meaning in _ONCE:
                message = f'two columns are called "{header.plain.strip()}"'
                yield Contradiction(message, header.quote(), (grid.header[index - 1].quote(),), "rename one of them")
