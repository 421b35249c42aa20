"""A row of a table follows others by their codes, one of which is not there or ends after the row begins.

The order and the dates cannot both be kept, and what follows nothing that is known is never begun.

Fails:

```markdown
| Ref | Activity | From | To | Follows |
|---|---|---|---|---|
| A | Footings | Week 1 | Week 2 | |
| B | Slab | Week 3 | Week 4 | A |
| C | Frame | Week 5 | Week 6 | B |
| D | Roof | Week 6 | Week 7 | C |
```

Passes:

```markdown
| Ref | Activity | From | To | Follows |
|---|---|---|---|---|
| A | Footings | Week 1 | Week 2 | |
| B | Slab | Week 3 | Week 4 | A |
| C | Frame | Week 5 | Week 6 | B |
| D | Roof | Week 7 | Week 8 | C |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_HEADER = re.compile(
    r"\W*(?:follows?|(?:only |comes )?after|depends? on|dependenc(?:y|ies)|predecessors?(?:\(s\))?|preceded by"
    r"|waits (?:for|on)|needs"
    r"(?: first)?|requires|pre-?requisites?|builds (?:up)?on|based on|relies on|blocked by|input from|rests on)\W*",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\W*(?:(?:\w+ )?in|(?:planned |target )?(?:sprint|wave|phase|stage|week|iteration|release|batch"
    r"|quarter|increment|round"
    r"|cycle|night|season|lesson|session|lot|block|term|year))\W*",
    re.IGNORECASE,
)
_RANK = re.compile(r"(?P<series>[A-Za-z]{0,12})[ -]?(?P<number>\d{1,3})")
_CODE = re.compile(r"(?:[A-Z]{1,4}\d{0,2}-?)?\d{1,3}(?:\.\d{1,2}){0,2}[A-Za-z]?(?![\w.]\w)|[A-Z]{1,2}")
_CODES = re.compile(rf"(?:{_CODE.pattern})(?:\s*(?:,|;|&|\+|and)\s*(?:{_CODE.pattern}))*")
_FEWEST, _ODD = 3, 3
_Follows = tuple[Row, Phrase, str]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each code that no row has, and the odd row that begins before what it follows has ended."""
    for grid, rows in facts.reading.tables:
        column = next((index for index, cell in enumerate(grid.header) if _HEADER.fullmatch(level(cell.plain))), 0)
        work = [row for row in rows if any(cell.plain.strip(" -\u2013\u2014") for cell in row.cells[2:])]
        known = {level(row.cells[0].plain).strip(): row for row in work}
        coded = all(_CODE.fullmatch(code) for code in known)
        if column and coded and len(known) == len(work) >= _FEWEST:
            yield from _of(list(_follows(tuple(work), column)), known)


def _follows(rows: tuple[Row, ...], column: int) -> Iterator[_Follows]:
    for row in rows:
        cell = row.cells[column]
        told = level(cell.plain).strip()
        if _CODES.fullmatch(told):
            yield from ((row, cell, code) for code in _CODE.findall(told))


def _of(follows: list[_Follows], known: dict[str, Row]) -> Iterator[Contradiction]:
    unknown = [each for each in follows if each[2] not in known]
    for row, cell, code in unknown if len(unknown) * _ODD <= len(follows) else ():
        yield Contradiction(f'"{code}" is no row of the table', row.mark(cell), (), "name a row that is there")
    early = [each for each in follows if each[2] in known and _is_early(each[0], known[each[2]])]
    for row, cell, code in early if len(early) * _ODD <= len(follows) else ():
        other = known[code]
        there = other.mark(other.cells[0])
        yield Contradiction(
            f'it begins before "{code}" has ended', row.mark(cell), (there,), "begin later, or end earlier"
        )


def _is_early(row: Row, other: Row) -> bool:
    one, before = _window(row), _window(other)
    if not one or not before:
        left, right = _rank(row), _rank(other)
        return left is not None and right is not None and left[0] == right[0] and left[1] < right[1]
    if one.scale != before.scale or one.grain != before.grain:
        return False
    if not one.first or not before.last:
        return False
    single = before.first == before.last
    return (one.last or one.first) < before.last if single else one.first <= before.last


def _rank(row: Row) -> tuple[str, int] | None:
    """The sprint, wave or round in which it comes."""
    for cell, header in zip(row.cells[1:], row.grid.header[1:], strict=True):
        found = _RANK.fullmatch(level(cell.plain).strip())
        if found and _TURN.fullmatch(level(header.plain)):
            return found["series"].lower(), int(found["number"])
    return None


def _window(row: Row) -> Window | None:
    found = row_window(row)
    return found[0] if found else None
