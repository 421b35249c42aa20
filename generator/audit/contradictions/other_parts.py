"""Brackets behind a name tell as many parts as the person has in a table, and one of them is somebody else's.

Whoever looks for the one part asks the wrong person, and the other part seems to have nobody.

Fails:

```markdown
| Wave | Lead |
|---|---|
| Wave 3 | Mei Tanaka |
| Wave 4 | Rafael Costa |
| Wave 5 | Mei Tanaka |

Mei Tanaka (Wave 3 and Wave 4) takes the minutes.
```

Passes:

```markdown
| Wave | Lead |
|---|---|
| Wave 3 | Mei Tanaka |
| Wave 4 | Rafael Costa |
| Wave 5 | Mei Tanaka |

Mei Tanaka (Wave 3 and Wave 5) takes the minutes.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.people import Person, persons_in, whole_person
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import Unit
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_INSIDE = re.compile(r"\s\((?P<parts>[^()]{3,60})\)")
_FEWEST = 2


@dataclass(frozen=True, eq=False)
class _Column:
    """Which part is whose, as one column tells."""

    told: tuple[tuple[Unit, Person, Quote], ...]

    def of(self, person: Person) -> frozenset[Unit]:
        """The parts of somebody."""
        return frozenset(unit for unit, who, _ in self.told if who.may_be(person))

    def quote(self, unit: Unit) -> Quote | None:
        """The row of a part."""
        return next((quote for each, _, quote in self.told if each == unit), None)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each name whose brackets tell one part that a column gives to somebody else, for one of its own."""
    columns = [each for grid, rows in facts.reading.tables for each in _columns(grid, rows)]
    for phrase in facts.reading.phrases if columns else ():
        for person, parts, at in _told(phrase) if phrase.is_spoken and "(" in phrase.plain else ():
            having = [(each, own) for each in columns if (own := each.of(person))]
            if any(parts <= own for _, own in having):
                continue
            for column, own in having:
                odd = sorted(parts - own)
                there = column.quote(odd[0]) if len(odd) == 1 and len(parts) == len(own) else None
                if there:
                    message = f'"{odd[0]}" stands behind "{person.told}", who has {_named(own)}'
                    yield Contradiction(message, phrase.mark(*at), (there,), "name the part that is meant")
                    break


def _named(own: frozenset[Unit]) -> str:
    return " and ".join(f'"{each}"' for each in sorted(own))


def _columns(grid: Grid, rows: tuple[Row, ...]) -> Iterator[_Column]:
    for column in range(len(grid.header)):
        told = [(row, who) for row in rows if (who := whole_person(row.cells[column]))]
        if len(told) >= _FEWEST and len(told) == len(rows):
            yield _Column(
                tuple(
                    (mention.unit, who, row.mark(row.cells[column]))
                    for row, who in told
                    for mention, _ in row_units(row)
                )
            )


def _told(phrase: Phrase) -> Iterator[tuple[Person, frozenset[Unit], tuple[int, int]]]:
    """Names with nothing but two parts or more of one kind in the brackets behind them."""
    plain = level(phrase.plain)
    for person in persons_in(phrase):
        found = _INSIDE.match(plain, person.end)
        inside = [each for each in phrase.units if found and found.start() < each.start < found.end()]
        parts = frozenset(each.unit for each in inside)
        rest = found["parts"] if found else ""
        for each in {plain[each.start : each.end] for each in inside}:
            rest = rest.replace(each, "")
        alone = not re.sub(r"\band\b|[,&+/\s]", "", rest)
        if found and alone and len(parts) >= _FEWEST and len({each.kind for each in parts}) == 1:
            yield person, parts, found.span("parts")
