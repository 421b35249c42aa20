"""All parts of a table have a section of their own but one, and one section is of none of them.

One of the two names is an old one, or a part has no section and another no row.

Fails:

```markdown
| Workstream | Weeks |
|---|---|
| Schema | 1-2 |
| Test data | 2 |
| Replication | 3-4 |
| Cleaning up | 5 |

## Schema

## Test data

## Replication

## Tidying
```

Passes:

```markdown
| Workstream | Weeks |
|---|---|
| Schema | 1-2 |
| Test data | 2 |
| Replication | 3-4 |
| Cleaning up | 5 |

## Schema

## Test data

## Replication

## Cleaning up
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.blocks import Heading
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.series import names_of_part, row_names
from generator.findings import Severity

SEVERITY = Severity.WARNING

_FEWEST = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row without a section, where one section is without a row."""
    for headings in _siblings(facts):
        for grid, rows in facts.reading.tables:
            if not grid.grouped:
                yield from _odd(headings, grid, rows)


def _siblings(facts: Facts) -> list[list[Phrase]]:
    """Headings of one level below one heading."""
    found: dict[tuple[str, tuple[Heading, ...]], list[Phrase]] = defaultdict(list)
    for phrase in facts.reading.headings:
        found[phrase.text.file, phrase.under].append(phrase)
    return [each for each in found.values() if len(each) > _FEWEST]


def _odd(headings: list[Phrase], grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    named = [(row, names) for row in rows if (names := row_names(row))]
    titled = [(each, names_of_part(each.plain, grid.header[grid.key_column].plain)) for each in headings]
    known = {name for _, names in named for name in names}
    told = {name for _, names in titled for name in names}
    lacking = [row for row, names in named if not names & told]
    strange = [each for each, names in titled if not names & known]
    if len(lacking) == len(strange) == 1 and len(titled) == len(named) > _FEWEST:
        row, heading = lacking[0], strange[0]
        if [each for each, _ in named].index(row) != headings.index(heading):
            return
        cell = row.cells[grid.key_column]
        message = f'"{cell.plain.strip()}" has no section, and this section has no row'
        yield Contradiction(message, heading.quote(), (row.mark(cell),), "call both alike, or add what is missing")
