"""A line tells its time twice, counted from a start and by the clock or the calendar, and the two do not fit.

All other lines count from one start; who goes by the one column comes at another time than who goes by the other.

Fails:

```markdown
| T | Clock | Step |
|---|---|---|
| T-30 | 01:30 | Check the backup |
| T+0 | 02:00 | Stop writing |
| T+20 | 02:25 | Copy |
| T+30 | 02:30 | Switch over |
```

Passes:

```markdown
| T | Clock | Step |
|---|---|---|
| T-30 | 01:30 | Check the backup |
| T+0 | 02:00 | Stop writing |
| T+20 | 02:20 | Copy |
| T+30 | 02:30 | Switch over |
```
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.audit.blocks import Listing
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.clocks import DAY, HOUR, clocks_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_OFFSET = re.compile(
    r"(?<![\w+-])(?P<letter>[A-Z]\s?)?(?P<sign>[-+])\s?(?P<count>\d{1,3})(?::(?P<minutes>[0-5]\d)|\s?(?P<unit>minutes?|mins?"
    r"|hours?|hrs?|h|days?|d|weeks?|w)\b)?(?![\w:.,%])"
)
_ZERO = re.compile(r"(?<![\w+-])[A-Z]\s?[-+]?\s?0(?![\w:.,])|(?<![\w+-])[-+]0(?![\w:.,])")
_DAY = re.compile(r"\W*day\s(?P<count>\d{1,3})\W*", re.IGNORECASE)
_SIZES = {"m": 1, "h": HOUR, "d": DAY, "w": 7 * DAY}
_FEWEST = 3


@dataclass(frozen=True)
class _Line:
    """An offset without its unit, its size where a unit is told, and the other time in minutes."""

    offset: int
    size: int
    time: int
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one line of a table or a list that counts from another start than all others."""
    for _, rows in facts.reading.tables:
        for dated in (False, True):
            yield from _odd([line for row in rows if (line := _of_row(row, dated=dated))], dated=dated)
    for items in _lists(facts):
        yield from _odd([line for item in items if (line := _of_item(item))], dated=False)


def _lists(facts: Facts) -> Iterator[list[Phrase]]:
    by_place = {(each.text.file, each.text.place().line): each for each in facts.reading.phrases}
    for document in facts.reading.documents:
        for block in document.blocks:
            if isinstance(block, Listing):
                found = [by_place.get((document.file, item.text.place().line)) for item in block.items]
                yield [each for each in found if each]


def _of_row(row: Row, *, dated: bool) -> _Line | None:
    """The first cell that is an offset and no more, and the first other one that is a time and no more."""
    offsets = [(cell, found) for cell in row.cells if (found := _offset(level(cell.plain).strip(), whole=True))]
    for cell in row.cells if offsets else ():
        time = _time(cell, dated=dated)
        if time is not None and cell is not offsets[0][0]:
            return _Line(*offsets[0][1], time, row.mark(cell))
    return None


def _of_item(item: Phrase) -> _Line | None:
    """`T+20 (02:20): copy`."""
    plain, clocks = level(item.plain), clocks_in(item.plain)
    found = _offset(plain[: clocks[0].start], whole=False) if len(clocks) == 1 else None
    return _Line(*found, clocks[0].minute, item.mark(clocks[0].start, clocks[0].end)) if found else None


def _offset(text: str, *, whole: bool) -> tuple[int, int] | None:
    """How many, and in minutes of what size where that is told."""
    match = _OFFSET.search(text)
    if whole and match and match.span() != (0, len(text)):
        return None
    if not match:
        day = _DAY.fullmatch(text)
        return (int(day["count"]), DAY) if day else (0, 0) if _ZERO.search(text) else None
    sign = -1 if match["sign"] == "-" else 1
    if match["minutes"]:
        return sign * (int(match["count"]) * HOUR + int(match["minutes"])), 1
    return sign * int(match["count"]), _SIZES[match["unit"][0].lower()] if match["unit"] else 0


def _time(cell: Phrase, *, dated: bool) -> int | None:
    if dated:
        days = [each.window for each in cell.windows if each.window.scale == "date"]
        single = len(days) == 1 and days[0].first == days[0].last and not clocks_in(cell.plain)
        return (days[0].first or 0) * DAY if single else None
    clocks = clocks_in(cell.plain)
    alone = len(clocks) == 1 and not cell.windows and clocks[0].end - clocks[0].start >= len(cell.plain.strip()) - 1
    return clocks[0].minute if alone else None


def _odd(lines: list[_Line], *, dated: bool) -> Iterator[Contradiction]:
    """Where no unit is told, it is the one with which most lines agree; working days are counted on after a break."""
    sizes = (DAY, 7 * DAY) if dated else (1, HOUR)
    for size in sizes if len(lines) > _FEWEST else ():
        starts = [each.time - each.offset * (each.size or size) for each in lines]
        starts = starts if dated else [start % DAY for start in starts]
        usual, times = Counter(starts).most_common(1)[0]
        odd = [index for index, start in enumerate(starts) if start != usual]
        if len(odd) == 1 and times >= _FEWEST and not (dated and odd[0] in {0, times}):
            wrong, beside = lines[odd[0]], lines[odd[0] - 1 if odd[0] else 1]
            right = usual + wrong.offset * (wrong.size or size)
            told = date.fromordinal(right // DAY) if dated else f"{right % DAY // HOUR:02}:{right % HOUR:02}"
            message = f"this is {told}, as all other lines count"
            yield Contradiction(message, wrong.quote, (beside.quote,), "mend one of the two times")
            return
