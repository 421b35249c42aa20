"""A row tells its weeks and its days, and the days are not those of its weeks as the other rows count.

Who plans by the one column comes on another day than who plans by the other.

Fails:

```markdown
| Stage | Weeks | Working days |
|---|---|---|
| Prepare | 1-3 | 1-15 |
| North | 4-5 | 16-25 |
| East | 6-7 | 24-35 |
| South | 8-9 | 36-45 |
```

Passes:

```markdown
| Stage | Weeks | Working days |
|---|---|---|
| Prepare | 1-3 | 1-15 |
| North | 4-5 | 16-25 |
| East | 6-7 | 26-35 |
| South | 8-9 | 36-45 |
```
"""

from collections import Counter
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.windows import WEEK, Window
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 3
_Both = tuple[Part, tuple[Window, Quote], tuple[Window, Quote]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part that does not count its days, or its dates, from its weeks as all others do."""
    for series in facts.series:
        if len(series.parts) >= _FEWEST:
            yield from _off_days(series)
            yield from _off_dates(series)


def _off_days(series: Series) -> Iterator[Contradiction]:
    told = _both(series, "day")
    for size in range(4, WEEK + 1) if told else ():
        odd = [each for each in told if _days(each[1][0], size) != (each[2][0].first, each[2][0].last)]
        if len(odd) == 1:
            part, (weeks, _), (_, quote) = odd[0]
            first, last = _days(weeks, size)
            message = f'"{part.text}" in {weeks} has the days {first} to {last} as the others count'
            yield Contradiction(message, quote, (), "mend the days or the weeks")
            return


def _both(series: Series, scale: str) -> list[_Both]:
    """All parts with their weeks and their time on another scale; none where one lacks it."""
    told = [(part, weeks, at) for part in series.parts if (weeks := part.at("week")) and (at := part.at(scale))]
    return told if len(told) == len(series.parts) else []


def _days(weeks: Window, size: int) -> tuple[int, int]:
    """The first and the last day of weeks, with so many days each."""
    return ((weeks.first or 0) - 1) // WEEK * size + 1, -(-(weeks.last or 0) // WEEK) * size


def _off_dates(series: Series) -> Iterator[Contradiction]:
    told = _both(series, "date")
    begins = [_begins(weeks[0], at[0]) for _, weeks, at in told]
    usual, times = Counter(begin for both in begins for begin in both).most_common(1)[0] if told else (0, 0)
    odd = [index for index, both in enumerate(begins) if set(both) != {usual}]
    if len(odd) == 1 and times > len(told) and not _is_pause(begins, usual):
        part, weeks, at = told[odd[0]]
        message = f'"{part.text}" in {weeks[0]} has other dates as the others count'
        yield Contradiction(message, at[1], (weeks[1],) if weeks[1] != at[1] else (), "mend the dates or the weeks")


def _is_pause(begins: list[tuple[int, int]], usual: int) -> bool:
    """After a break, weeks are counted on and dates are later: the first part lies before it, or the last behind."""
    first, last = begins[0], begins[-1]
    return first[0] == first[1] < usual or last[0] == last[1] > usual


def _begins(weeks: Window, dates: Window) -> tuple[int, int]:
    """The week of the calendar that the first week would be, by both ends."""
    return _begin(weeks.first, dates.first), _begin(weeks.last, dates.last)


def _begin(day: int | None, on: int | None) -> int:
    return ((on or 0) - 1) // WEEK - ((day or 0) - 1) // WEEK
