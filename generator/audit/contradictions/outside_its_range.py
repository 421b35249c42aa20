"""Rooms, bays or lockers are told from one to another, and a row of a table lies in one outside of them.

Either the range was cut and the row forgotten, or the row leads to a door that belongs to others.

Fails:

```markdown
We move to the new wing, rooms 4.11 to 4.13.

| Instrument | Room |
|---|---|
| Spectrometer | 4.11 |
| Centrifuge | 4.12 |
| Freezer | 4.13 |
| Autoclave | 4.14 |
```

Passes:

```markdown
We move to the new wing, rooms 4.11 to 4.14.

| Instrument | Room |
|---|---|
| Spectrometer | 4.11 |
| Centrifuge | 4.12 |
| Freezer | 4.13 |
| Autoclave | 4.14 |
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote, Row
from generator.audit.understanding.quantities import TIMES
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LABEL = r"[A-Z]?\d{1,4}(?:\.\d{1,3})?"
_RANGE = re.compile(
    r"(?:\b(?:to|into|in|at) [^.;,()]{2,50}, (?:the )?"
    r"|\b(?:have|has|rents?|uses?|occup(?:y|ies)|gets?|takes?|hires?|moves? (?:in)?to|books?) )"
    rf"(?P<noun>[a-z]+s) (?P<low>{_LABEL})\s?(?:-|to|through) (?P<high>{_LABEL})(?=\W*$|[.;,)]\s)",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?:[A-Za-z]+ )?(?P<label>{_LABEL})")
_ORDERED = TIMES | {
    "step",
    "phase",
    "wave",
    "stage",
    "sprint",
    "page",
    "section",
    "chapter",
    "figure",
    "rule",
    "item",
}
_FEWEST, _PART = 3, 3
"""At most a third of the rows may be wrong."""
_Key = tuple[str, int, int]


@dataclass(frozen=True)
class _Range:
    low: _Key
    high: _Key
    quote: Quote

    def holds(self, key: _Key) -> bool:
        """Tell whether a label lies between its ends."""
        return self.low <= key <= self.high

    def is_like(self, key: _Key) -> bool:
        """The same letter before the number, the same house or floor before the point."""
        return key[0] == self.low[0] and (key[1] == self.low[1] or (key[2] < 0 and self.low[2] < 0))


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row outside the one range of its kind that the documents tell, where most rows are within."""
    ranges = _ranges(facts)
    for grid, rows in facts.reading.tables if ranges else ():
        for column, header in enumerate(grid.header):
            told = ranges.get(counted_by(header.plain), [])
            if len(told) == 1 and column != grid.key_column:
                yield from _outside(told[0], [row for row in rows if not is_total(row)], column)


def _ranges(facts: Facts) -> dict[str, list[_Range]]:
    found: dict[str, list[_Range]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        for match in _RANGE.finditer(level(phrase.plain)) if phrase.is_spoken else ():
            noun = tokens_of(match["noun"])[-1][0]
            each = _Range(_key(match["low"]), _key(match["high"]), phrase.mark(match.start("noun"), match.end()))
            if noun not in _ORDERED and each.low < each.high and each.is_like(each.high):
                found[noun].append(each)
    return found


def _outside(told: _Range, rows: list[Row], column: int) -> Iterator[Contradiction]:
    labels = [_ONE.fullmatch(level(row.cells[column].plain).strip()) for row in rows]
    keys = [_key(label["label"]) for label in labels if label]
    within = sum(told.holds(key) for key in keys)
    outside = [index for index, key in enumerate(keys) if not told.holds(key)]
    if len(keys) == len(rows) and all(map(told.is_like, keys)) and within >= max(_FEWEST, _PART * len(outside) - 1):
        for index in outside:
            row = rows[index]
            message = f'"{row.cells[column].plain.strip()}" is outside what is told'
            yield Contradiction(message, row.mark(row.cells[column]), (told.quote,))


def _key(label: str) -> _Key:
    """The letter, the number, and what follows its point."""
    letter = label[0].upper() if label[0].isalpha() else ""
    whole, _, part = label[len(letter) :].partition(".")
    return letter, int(whole), int(part) if part else -1
