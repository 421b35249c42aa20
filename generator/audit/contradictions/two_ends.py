"""The whole is told to begin or end at another time than its first or last part.

The end that everybody knows is the one in the first sentence; the one that is worked to stands in the table.

Fails:

```markdown
The project runs from 2026-03-02 to 2026-07-31.

| Stage | Start | End |
|---|---|---|
| Stage 1 | 2026-03-02 | 2026-03-27 |
| Stage 2 | 2026-03-30 | 2026-06-26 |
```

Passes:

```markdown
The project runs from 2026-03-02 to 2026-06-26.

| Stage | Start | End |
|---|---|---|
| Stage 1 | 2026-03-02 | 2026-03-27 |
| Stage 2 | 2026-03-30 | 2026-06-26 |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.labelled_rows import labelled
from generator.audit.understanding.part_series import Series
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import LASTING, TESTS, units_only
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_WHOLE = re.compile(
    r"\b(?:projects?|plan|programme|program|roll-?out|migration|move|construction|works?|we|runs?|lasts?"
    r"|takes place)\b",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"\W*(?:project |planned )?(?:(?P<start>starts?|begins?|beginning|kick-?off|from)|ends?|finish|until|to"
    r"|completion)(?: date)?: ",
    re.IGNORECASE,
)
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each range of the whole of which one end is that of the parts, and the other is not."""
    parts = [
        stay
        for stay in facts.stays
        if stay.form == "whole" and stay.window.is_whole and stay.unit.kind not in TESTS | LASTING
    ]
    for phrase in facts.reading.phrases:
        if phrase.is_spoken and not phrase.units and _WHOLE.search(phrase.plain):
            yield from _held(phrase, parts)
    yield from _labelled(facts)


def _labelled(facts: Facts) -> Iterator[Contradiction]:
    """`Start: 1 February 2027` and `End: 19 March 2027` among the key figures, one that of all parts."""
    edges: dict[str, tuple[int, Quote]] = {}
    for phrase in labelled(facts.reading):
        found = _EDGE.match(level(phrase.plain))
        if found and len(phrase.windows) == 1 and phrase.windows[0].window.scale == "date":
            day = phrase.windows[0]
            edges["start" if found["start"] else "end"] = (day.window.first or 0, phrase.mark(day.start, day.end))
    if len(edges) < _FEWEST:
        return
    ((first, _), (last, _)) = edges["start"], edges["end"]
    hulls = [hull for series in facts.series if (hull := _hull(series))]
    odd = [each for each in hulls if (first == each[0]) != (last == each[1])]
    if odd and not any((first, last) == each[:2] for each in hulls):
        wrong = "end" if first == odd[0][0] else "start"
        message = f"the {wrong} of the whole is not that of its parts"
        yield Contradiction(message, edges[wrong][1], (odd[0][2],), "mend the one or the other")


def _hull(series: Series) -> tuple[int, int, Quote] | None:
    told = [at for part in series.parts if (at := part.at("date"))]
    if len(told) < len(series.parts) or len(told) < _FEWEST:
        return None
    last = max(told, key=lambda each: each[0].last or 0)
    return min(each[0].first or 0 for each in told), last[0].last or 0, last[1]


def _lasts(window: Window) -> bool:
    """One week alone is a point in time of the whole."""
    return (window.last or 0) - (window.first or 0) >= window.grain


def _held(phrase: Phrase, parts: list[Stay]) -> Iterator[Contradiction]:
    """A range that is one part's own tells of that part."""
    found = [each for each in phrase.windows if each.window.is_whole and _lasts(each.window)]
    below = any(units_only(heading.text.plain, labels=phrase.style.labels) for heading in phrase.under[1:])
    if len(found) != 1 or below:
        return
    window = found[0].window
    alike = [stay for stay in parts if stay.window.scale == window.scale and stay.window.grain == window.grain]
    if len({stay.unit for stay in alike}) < _FEWEST or window in {stay.window for stay in alike}:
        return
    first = min(alike, key=lambda stay: stay.window.first or 0)
    last = max(alike, key=lambda stay: stay.window.last or 0)
    starts, ends = window.first == first.window.first, window.last == last.window.last
    if starts != ends:
        whole = Window(window.scale, first.window.first, last.window.last, window.grain)
        message = f"the whole is told for {window}, its parts for {whole}"
        yield Contradiction(message, phrase.mark(found[0].start, found[0].end), ((last if starts else first).quote,))
