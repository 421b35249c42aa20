"""The opening tells how long all of it takes, and its parts end at another time, or its days make other weeks.

The total is what was promised outside; the parts are what is worked by.

Fails:

```markdown
# New scanners

Five warehouses, 620 scanners, 10 working days.

| Batch | Sites | Days |
|---|---|---|
| 1 | Porto | Day 1-2 |
| 2 | Lille, Ghent | Day 3-6 |
| 3 | Lodz, Brno | Day 7-12 |
```

Passes:

```markdown
# New scanners

Five warehouses, 620 scanners, 12 working days.

| Batch | Sites | Days |
|---|---|---|
| 1 | Porto | Day 1-2 |
| 2 | Lille, Ghent | Day 3-6 |
| 3 | Lodz, Brno | Day 7-12 |
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_series import Series
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.wholes import Whole, wholes_of
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import counted

SEVERITY = Severity.ERROR

_RESERVE = re.compile(
    r"\b(?:reserve|buffer|slack|float|contingency|hyper-?care|after-?care|warranty|follow-?up|wrap-?up)\b",
    re.IGNORECASE,
)
_OTHER_WEEK = re.compile(
    r"\b(?:holidays?|(?:four|six|seven|[3467])[- ]day (?:week|working)|weekends?|24/7|saturdays?|sundays?"
    r"|part[- ]time|half[- ]term|closed)\b",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"\b(?:status|version|agreed|approved|released|dated|as of|draft|revision|last (?:changed|updated))\b",
    re.IGNORECASE,
)
"""Words of a line on the document, whose date is none of the work."""
_WORKDAYS = (5, 6)
_MOST = 30


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each length of the whole that no series of parts has, and each that its own second figure belies."""
    wholes = list(wholes_of(facts.reading))
    texts = [level(phrase.plain) for phrase in facts.reading.phrases] if wholes else []
    odd_weeks = any(map(_OTHER_WEEK.search, texts))
    reserve = any(map(_RESERVE.search, texts))
    for whole in wholes:
        same = whole.same
        if same and (same.unit, whole.unit) == ("week", "day") and not odd_weeks and not _makes(facts, same, whole):
            message = f"{counted(same.count, 'week')} are not {counted(whole.count, 'day')}"
            yield Contradiction(message, whole.quote, (), "mend the days or the weeks")
        elif whole.kind != "calendar":
            yield from _against_parts(facts, whole, reserve=reserve)


def _makes(facts: Facts, weeks: Whole, days: Whole) -> bool:
    """Five or six working days a week, seven where no work is spoken of; as the parts count where they tell both."""
    sizes = {_week_of(each) for each in facts.series} - {0}
    possible = sizes or ({*_WORKDAYS} if days.kind in {"working", "business"} else {*_WORKDAYS, WEEK})
    return days.count in {weeks.count * size for size in possible}


def _week_of(series: Series) -> int:
    """Days a week where all parts tell weeks and days."""
    ends = [(part.at("week"), part.at("day")) for part in series.parts]
    sizes = {
        (days[0].last or 0) / (-(-(weeks[0].last or 0) // WEEK)) if weeks and days else 0.0 for weeks, days in ends
    }
    return int(next(iter(sizes))) if len(sizes) == 1 else 0


def _against_parts(facts: Facts, whole: Whole, *, reserve: bool) -> Iterator[Contradiction]:
    ends = [end for series in facts.series for end in (_end(series, whole.unit), _span(series, whole)) if end]
    some = {count for series in facts.series for count in _of_some(series, whole.unit)} if whole.named else set[int]()
    if not ends or whole.count in some.union(*(counts for counts, *_ in ends)):
        return
    counts, window, quote = max(ends, key=lambda each: max(each[0]))
    texts = (phrase for phrase in facts.reading.phrases if not _STATUS.search(phrase.plain))
    beyond = any(_reaches(each.window, window) for phrase in texts for each in phrase.windows)
    if whole.count < min(counts) or not (reserve or beyond):
        message = f"the whole takes {counted(whole.count, whole.unit)}, its parts take {max(counts)}"
        yield Contradiction(message, whole.quote, (quote,), "mend the total or the parts")


def _end(series: Series, scale: str) -> tuple[set[int], Window, Quote] | None:
    """The last week or day of a series that begins with the first, one part after the other."""
    told = _in_turn(series, scale)
    if not told or told[0][0].first != 1:
        return None
    window, quote = told[-1]
    return {-(-(window.last or 0) // (WEEK if scale == "week" else 1))}, Window(scale, 1, window.last), quote


def _of_some(series: Series, scale: str) -> Iterator[int]:
    """How long each two parts or more that follow each other take."""
    told = _in_turn(series, scale)[:_MOST]
    size = WEEK if scale == "week" else 1
    for at, (one, _) in enumerate(told):
        yield from (((other.last or 0) - (one.first or 0) + 1) // size for other, _ in told[at + 1 :])


def _span(series: Series, whole: Whole) -> tuple[set[int], Window, Quote] | None:
    """The weeks from the first to the last date, those begun counted or not."""
    told = _in_turn(series, "date") if whole.unit == "week" else []
    if not told:
        return None
    first, last = told[0][0].first or 0, told[-1][0].last or 0
    touched = (last - 1) // WEEK - (first - 1) // WEEK + 1
    return (
        {(last - first + 1) // WEEK, -(-(last - first + 1) // WEEK), touched},
        Window("date", first, last),
        told[-1][1],
    )


def _in_turn(series: Series, scale: str) -> list[tuple[Window, Quote]]:
    """The times of all parts where none runs beside another."""
    told = [at for part in series.parts if (at := part.at(scale))]
    ordered = sorted(told, key=lambda each: each[0].first or 0)
    beside = any((other[0].first or 0) <= (one[0].last or 0) for one, other in pairwise(ordered))
    return ordered if len(told) == len(series.parts) and not beside else []


def _reaches(window: Window, parts: Window) -> bool:
    """Something is told for a time before or after all parts."""
    before = window.first is not None and parts.first is not None and window.first < parts.first
    after = window.last is not None and parts.last is not None and window.last > parts.last
    return window.scale == parts.scale and (before or after)
