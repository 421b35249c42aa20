"""An entry that begins with a thing leads to the one whom a table gives another thing.

Who follows it asks somebody who has nothing to do with it.

Fails:

```markdown
| Stand | Steward |
|---|---|
| North | Ada Lind |
| South | Tom Rau |
| East | Eva Kern |

- North: report to Tom Rau before the gates open
- South: report to Tom Rau before the gates open
```

Passes:

```markdown
| Stand | Steward |
|---|---|
| North | Ada Lind |
| South | Tom Rau |
| East | Eva Kern |

- North: report to Ada Lind before the gates open
- South: report to Tom Rau before the gates open
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.people import Person, persons_in, whole_person
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_LABEL = re.compile(
    r"\W*(?P<label>[\w][\w '/&-]{0,40}?)(?: (?:only|team|staff|crew))?\s*(?::|\s-|,)\s+(?P<rest>.+)", re.DOTALL
)
_ASK = re.compile(
    r"\b(?:check(?:s|ed)? in with|reports? to|asks?|contact|hand(?:s|ed)? [^.;]{0,25}?\bto|led by"
    r"|run by|warden(?:ed)? by|lead|leader|steward|in charge|signs?(?: off)?|signed by|keys? (?:from|with|at))\b",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:if|when|unless|away|otherwise|deputy|back-?up|stand-?in|instead|then|or|later)\b", re.IGNORECASE
)
_ROLE = re.compile(r"\W*(?:roles?|functions?|posts?|positions?|dut(?:y|ies)|responsib\w+)\W*", re.IGNORECASE)
_FEWEST = 3
_Holder = tuple[Row, Person]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each entry of a thing that names only the holder of another thing."""
    holders = _holders(facts)
    for phrase in facts.reading.phrases if holders else ():
        found = _LABEL.fullmatch(level(phrase.plain)) if phrase.form in {"item", "paragraph"} else None
        known = holders.get(key_of(found["label"]), []) if found else []
        if found and len(known) == 1 and _leads_to(known[0], phrase, found) and not _ELSE.search(found["rest"]):
            yield from _other(phrase, known[0], holders)


def _leads_to(known: _Holder, phrase: Phrase, found: "re.Match[str]") -> bool:
    """It tells whom to ask, or names the holder of a role at once."""
    row, _ = known
    roles = _ROLE.fullmatch(level(row.grid.header[row.grid.key_column].plain))
    at_once = any(each.start == found.start("rest") for each in persons_in(phrase))
    return bool(_ASK.search(found["rest"]) or (roles and at_once))


def _holders(facts: Facts) -> dict[frozenset[str], list[_Holder]]:
    """Things of a table that gives each a person of its own, in its only column of people."""
    found: dict[frozenset[str], list[_Holder]] = defaultdict(list)
    for grid, rows in facts.reading.tables:
        body = [row for row in rows if not is_total(row)]
        columns = [column for column in range(1, len(grid.header)) if _is_of_people(grid, body, column)]
        if len(columns) == 1 and len(body) >= _FEWEST:
            for row in body:
                person = whole_person(row.cells[columns[0]])
                if person:
                    found[key_of(row.cells[grid.key_column].plain)].append((row, person))
    return found


def _is_of_people(grid: Grid, rows: list[Row], column: int) -> bool:
    people = [whole_person(row.cells[column]) for row in rows] if column != grid.key_column else []
    names = {(each.given, each.family) for each in people if each}
    return bool(people) and all(people) and len(names) == len(people)


def _other(phrase: Phrase, known: _Holder, holders: dict[frozenset[str], list[_Holder]]) -> Iterator[Contradiction]:
    row, holder = known
    named = persons_in(phrase)
    others = {
        (each.given, each.family) for told in holders.values() for other, each in told if other.grid is row.grid
    }
    if len(named) == 1 and not named[0].may_be(holder) and (named[0].given, named[0].family) in others:
        message = f'"{named[0].told}" is named here, and "{holder.told}" there'
        yield Contradiction(message, named[0].quote, (row.mark(holder.phrase),))
