"""One row's two dates lie at another distance than told, where all other rows keep it.

The one date was moved and the one that depends on it forgotten.

Fails:

```markdown
Invitations go out ten days before each meeting:

| Meeting of | Invitations | Meeting |
|---|---|---|
| Members | 2026-03-06 | 2026-03-16 |
| Board | 2026-04-10 | 2026-04-20 |
| Donors | 2026-05-04 | 2026-05-16 |
```

Passes:

```markdown
Invitations go out ten days before each meeting:

| Meeting of | Invitations | Meeting |
|---|---|---|
| Members | 2026-03-06 | 2026-03-16 |
| Board | 2026-04-10 | 2026-04-20 |
| Donors | 2026-05-06 | 2026-05-16 |
```
"""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import NUMBER_WORD, count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_DISTANCE = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{NUMBER_WORD}|a)\s(?P<unit>days?|weeks?)\s"
    r"(?:before|after|ahead|earlier|later|in advance|prior)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:at (?:least|most|the latest)|no later|not later|within|about|around|up to|or more)\b|[~≈≥≤]"
)
_FEWEST = 2
_Apart = tuple[Row, int, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row whose two days are not as far apart as a sentence or a heading of the table tells."""
    for section in sections_of(facts.reading):
        told = [found for phrase in (*section.texts, *section.grid.header) for found in _told(phrase)]
        days = {days for days, _, _ in told}
        if len(days) == 1:
            yield from _odd(section, *told[0])


def _told(phrase: Phrase) -> Iterator[tuple[int, Phrase, "re.Match[str]"]]:
    plain = level(phrase.plain)
    for found in _DISTANCE.finditer(plain) if not _LOOSE.search(plain) else ():
        size = WEEK if found["unit"].lower().startswith("week") else 1
        yield (count_word(found["count"]) or 1) * size, phrase, found


def _odd(section: Section, days: int, phrase: Phrase, found: "re.Match[str]") -> Iterator[Contradiction]:
    """Only where the distance holds for all rows but one, in one pair of columns."""
    for one, other in combinations(range(len(section.grid.header)), 2):
        apart = [each for row in section.rows if (each := _apart(row, one, other))]
        wrong = [each for each in apart if abs(each[1]) != days]
        same_way = len({each[1] > 0 for each in apart}) == 1
        if len(wrong) == 1 and len(apart) - 1 >= _FEWEST and same_way:
            row, distance, column = wrong[0]
            message = f"{abs(distance)} days lie between the two dates, not {days} as in the other rows"
            quote = phrase.mark(found.start(), found.end())
            yield Contradiction(message, row.mark(row.cells[column]), (quote,), "move one of the two dates")


def _apart(row: Row, one: int, other: int) -> _Apart | None:
    """How many days the second of two cells lies behind the first; the beginning of a stretch counts."""
    first, second = _day(row.cells[one]), _day(row.cells[other])
    return None if first is None or second is None else (row, second - first, one)


def _day(cell: Phrase) -> int | None:
    found = cell.windows
    return found[0].window.first if len(found) == 1 and found[0].window.scale == "date" else None
