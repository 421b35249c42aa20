"""A sentence puts something into one row of a table, and the table has it in another one.

People get ready for the wrong day.

Fails:

```markdown
| Wave | Sites | Date |
|---|---|---|
| 1 | Ulm, Bonn | 4 May 2026 |
| 2 | Jena | 11 May 2026 |
| 3 | Graz | 18 May 2026 |

Graz moves in Wave 2.
```

Passes:

```markdown
| Wave | Sites | Date |
|---|---|---|
| 1 | Ulm, Bonn | 4 May 2026 |
| 2 | Jena | 11 May 2026 |
| 3 | Graz | 18 May 2026 |

Jena moves in Wave 2.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_PUT = re.compile(
    r"(?:^|[.;,]\s|\b(?:and|but|because|while)\s)(?P<who>[A-ZÀ-Þ][^.;:,()]{1,40}?) (?:(?:will )?(?:moves?"
    r"|goes|go|comes?|is|are|belongs?"
    r"|follows?|migrates?|switche?s?|starts?|joins?|sits?|takes? part|is (?:done|moved|planned|migrated"
    r"|trained|held)))"
    r" (?:in|with|to|into|during) (?P<noun>[A-Z][a-z]+) (?P<key>\d{1,2}|[A-Z]|[IVX]{1,4})\b(?!\s?[-,&]|\sand\s\d)"
)
_SPLIT = re.compile(r"\s*(?:,|/|&|\+|;|\band\b)\s*")
_NOT = re.compile(
    r"\b(?:not|never|also|if|unless|or|would|could|may|might|instead|until|before|after)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Member:
    """A row that lists something, and its key such as `wave 2`."""

    key: tuple[str, ...]
    row: Row


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing that a sentence puts into another row than the table does."""
    members = _members(facts)
    for phrase in facts.reading.phrases if members else ():
        plain = level(phrase.plain)
        if phrase.form != "paragraph":
            continue
        for found in _PUT.finditer(plain):
            if not _NOT.search(found.group()):
                yield from _elsewhere(phrase, found, members)


def _members(facts: Facts) -> dict[tuple[str, ...], list[_Member]]:
    """What cells list, with the rows that list it."""
    found: dict[tuple[str, ...], list[_Member]] = {}
    for grid, rows in facts.reading.tables:
        for row in (row for row in rows if not is_total(row)):
            key = re.fullmatch(r"\W*(\d{1,2}|[A-Z]|[IVX]{1,4})\W*", level(row.cells[0].plain))
            label = tuple(stem for stem, _, _ in tokens_of(f"{grid.header[0].plain} {key[1]}")) if key else ()
            for cell in row.cells[1:3] if label else ():
                for part in _SPLIT.split(level(cell.plain)) if not cell.windows else ():
                    name = tuple(stem for stem, _, _ in tokens_of(part))
                    if name and not part[:1].isdigit():
                        found.setdefault(name, []).append(_Member(label, row))
    return found


def _elsewhere(
    phrase: Phrase, found: "re.Match[str]", members: dict[tuple[str, ...], list[_Member]]
) -> Iterator[Contradiction]:
    name = tuple(stem for stem, _, _ in tokens_of(found["who"]))
    told = tuple(stem for stem, _, _ in tokens_of(f"{found['noun']} {found['key']}"))
    rows = members.get(name, [])
    if (
        len(rows) == 1
        and rows[0].key[:-1] == told[:-1]
        and rows[0].key != told
        and any(each.key == told for theirs in members.values() for each in theirs)
    ):
        row = rows[0].row
        message = f'"{found["who"].strip()}" is in another row of the table'
        here = phrase.mark(found.start("who"), found.end())
        yield Contradiction(message, here, (row.mark(row.cells[0]),))
