"""A sentence tells how long something takes, and the row of that name another time.

Whoever reads the table promises another time than who reads the text.

Fails:

```markdown
| Code | Way back | Within |
|---|---|---|
| B1 | Return to the old boiler | 5 h |
| B2 | Heat with the spare boiler | 2 h |

The return to the old boiler takes 7 hours.
```

Passes:

```markdown
| Code | Way back | Within |
|---|---|---|
| B1 | Return to the old boiler | 7 h |
| B2 | Heat with the spare boiler | 2 h |

The return to the old boiler takes 7 hours.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import Length, lengths_in, whole_length
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.words import ahead, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_TAKES = re.compile(
    r"(?:^|[.;:]\s)\W*(?P<what>[A-Z][\w' -]{4,60}?)\s"
    r"(?:takes|lasts|needs|will take|is done in|must be done in)\s(?:us\s)?$"
)
_TIMED = frozenset({"duration", "rollback time"})
_UNSURE = re.compile(
    r"\s?(?:at most|at least|or|to|-|before|after|in the worst|each|per|more|longer|shorter|instead|if|when|unless"
    r"|without|with|last)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_Stems = tuple[str, ...]


@dataclass(frozen=True)
class _Told:
    """How long a row says that something takes."""

    length: Length
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each length of a sentence that the one row of just that name tells otherwise."""
    told = _in_tables(facts)
    for phrase in facts.reading.phrases if told else ():
        plain = level(phrase.plain)
        for each in lengths_in(plain) if phrase.is_spoken else ():
            found = _TAKES.search(ahead(plain, each.start))
            there = told.get(_stems(found["what"]), []) if found else []
            other = there[0] if len({one.length.minutes for one in there}) == 1 else None
            if other and other.length.minutes != each.minutes and not _UNSURE.match(plain, each.end):
                message = f"{each} are told here, {other.length} there"
                yield Contradiction(message, phrase.mark(each.start, each.end), (other.quote,))


def _in_tables(facts: Facts) -> dict[_Stems, list[_Told]]:
    """The lengths of rows by each of their cells with two words or more."""
    found: dict[_Stems, list[_Told]] = {}
    for grid, rows in facts.reading.tables:
        columns = [column for column, meaning in enumerate(grid.meanings) if meaning in _TIMED]
        for row in rows if len(columns) == 1 else ():
            cell = row.cells[columns[0]]
            length = whole_length(cell.plain)
            for name in _names(row.cells) if length else ():
                if length:
                    found.setdefault(name, []).append(_Told(length, row.mark(cell)))
    return found


def _names(cells: tuple[Phrase, ...]) -> set[_Stems]:
    return {stems for cell in cells if len(stems := _stems(cell.plain)) >= _FEWEST}


def _stems(words: str) -> _Stems:
    return tuple(stem for stem, _, _ in tokens_of(words))
