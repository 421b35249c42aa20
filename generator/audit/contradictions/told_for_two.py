"""Two places tell when the same parts are at work; for most of them they agree, for one they do not.

Whoever reads only one of the two plans by the wrong one.

Fails:

```markdown
1. **Cell A: See** (weeks 1-2)
2. **Cell B: Report** (weeks 3-4)
3. **Cell C: Pilot** (weeks 5-6)

| Cell | Weeks | Room |
|---|---|---|
| A | 1-2 | West |
| B | 3-5 | East |
| C | 5-6 | East |
```

Passes:

```markdown
1. **Cell A: See** (weeks 1-2)
2. **Cell B: Report** (weeks 3-4)
3. **Cell C: Pilot** (weeks 5-6)

| Cell | Weeks | Room |
|---|---|---|
| A | 1-2 | West |
| B | 3-4 | East |
| C | 5-6 | East |
```
"""

from collections.abc import Iterator
from itertools import combinations

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.windows import Window
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SCALES = ("week", "day", "date")
_PAIR = 2
_MOST = 40
"""Series held against each other; a plan has fewer."""
_At = tuple[Window, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each part of two series whose times differ, where those of as many others or more are the same."""
    for one, other in combinations(facts.series[:_MOST], 2):
        for scale in _SCALES:
            shared = list(_shared(one, other, scale))
            apart = [each for each in shared if not _agree(each[1][0], each[2][0])]
            slips = 1 if _is_one_bound(apart) else len(apart)
            if apart and slips * 2 <= len(shared):
                yield from (_told(*each) for each in apart)


def _shared(one: Series, other: Series, scale: str) -> Iterator[tuple[Part, _At, _At]]:
    for part in one.parts:
        same = {id(found): found for name in part.names if (found := other.by_name.get(name))}
        same = same or {id(found): found for name in part.names if (found := _ending(name[-1], other))}
        for found in same.values() if len(same) == 1 else ():
            here, there = part.at(scale), found.at(scale)
            if here and there:
                yield part, here, there


def _ending(word: str, series: Series) -> Part | None:
    """The one part whose name ends in a word: `North` below *Batch North*."""
    found = [part for part in series.parts if any(name[-1] == word for name in part.names)]
    return found[0] if len(found) == 1 and len(word) > len("abc") else None


def _is_one_bound(apart: list[tuple[Part, _At, _At]]) -> bool:
    """Where one of two ends and the other begins, and nothing else, is told otherwise."""
    if len(apart) != _PAIR:
        return False
    here, there = [here[0] for _, here, _ in apart], [there[0] for _, _, there in apart]
    return _hull(here) == _hull(there)


def _hull(windows: list[Window]) -> tuple[int, int]:
    return min(each.first or 0 for each in windows), max(each.last or 0 for each in windows)


def _agree(one: Window, other: Window) -> bool:
    grain = max(one.grain, other.grain)
    return one.coarse(grain) == other.coarse(grain)


def _told(part: Part, here: _At, there: _At) -> Contradiction:
    message = f'"{part.text}" is told for {there[0]}, and for {here[0]}'
    return Contradiction(message, there[1], (here[1],), "decide which of the two holds, and change the other")
