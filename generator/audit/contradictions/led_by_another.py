"""A list or a sentence tells who leads several parts, and of one of them names the lead of another part.

Who follows it asks somebody who has other things to do.

Fails:

```markdown
| Ring | Nodes | Captain |
|---|---|---|
| Ring 0 | 12 | @mira |
| Ring 1 | 60 | @jonas |
| Ring 2 | 240 | @adaeze |

Who to call: Ring 0 @mira, Ring 1 @adaeze, Ring 2 @adaeze.
```

Passes:

```markdown
| Ring | Nodes | Captain |
|---|---|---|
| Ring 0 | 12 | @mira |
| Ring 1 | 60 | @jonas |
| Ring 2 | 240 | @adaeze |

Who to call: Ring 0 @mira, Ring 1 @jonas, Ring 2 @adaeze.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_members import Part, Parts, name_of, part_of
from generator.audit.understanding.part_mentions import Mentioning, mentioning_in, mentions_of
from generator.audit.understanding.phrases import Grid, Quote, Row
from generator.audit.understanding.series import Entry, row_names
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LEADS = re.compile(
    r"\W*(?:[a-z-]+ )?(?:owners?|leads?|leaders?|heads?|captains?|chairs?|responsible|managers?|contacts?|in charge"
    r"|led by|run by|owned by|headed by)\W*",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"@[\w.-]{2,30}|[^\W\d_][\w'.-]*(?: (?:[a-z]{2,3} )?[^\W\d_][\w'-]+){1,2}")
_LED = re.compile(
    r"\b(?:led by|lead|leader|owner|head|captain|headed by|owned by|run by)\W+"
    rf"(?P<who>{_SOMEBODY.pattern})"
)
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part that a list or a sentence gives to the lead of another, where the others agree."""
    told_in, told = mentioning_in(facts.reading), set[Quote]()
    for grid, rows in facts.reading.tables:
        for there in _columns(grid, rows):
            for each in _odd(told_in, there):
                if each.here not in told:
                    told.add(each.here)
                    yield each


def _columns(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Parts]:
    named = [(row, names) for row in rows if (names := row_names(row))]
    for column, header in enumerate(grid.header):
        cells = [level(row.cells[column].plain).strip() for row, _ in named]
        people = all(_SOMEBODY.fullmatch(cell) and name_of(cell) for cell in cells)
        if column != grid.key_column and _LEADS.fullmatch(level(header.plain)) and people and len(cells) > _FEWEST:
            parts = [
                part_of(names, row.cells[grid.key_column].plain.strip(), (cell,), row.mark(row.cells[column]))
                for (row, names), cell in zip(named, cells, strict=True)
            ]
            yield Parts(tuple(parts), header.plain, grid)


def _list(entries: list[Entry]) -> Parts:
    """Entries each of which tells who leads it."""
    found = [(each, _LED.search(each.rest)) for each in entries]
    parts = [part_of(each.names, each.label, (led["who"],), each.quote) for each, led in found if led]
    return Parts(tuple(parts), "", entries[0].phrase)


def _odd(told_in: Mentioning, there: Parts) -> Iterator[Contradiction]:
    by_name = {name: part for part in there.parts for name in part.names}
    for here in (
        *mentions_of(told_in, there),
        *(_list(entries) for names, entries in told_in.lists if names & by_name.keys()),
    ):
        found = [(part, next((by_name[name] for name in part.names if name in by_name), None)) for part in here.parts]
        both = [(one, other) for one, other in found if other]
        agree = [one for one, other in both if one.things == other.things]
        differ = [(one, other) for one, other in both if one.things != other.things and len(one.things) == 1]
        if (
            len(agree) >= _FEWEST
            and len(differ) == 1
            and len(agree) + 1 == len(both)
            and _is_alike(differ[0][0], agree)
        ):
            one, other = differ[0]
            message = f'"{one.called}" is with {one.told(one.things)}, and with {other.told(other.things)}'
            yield Contradiction(message, one.quote, (other.quote,))


def _is_alike(one: Part, agree: list[Part]) -> bool:
    """It stands between the same words as the leads of the others."""
    return one.shape in {each.shape for each in agree}
