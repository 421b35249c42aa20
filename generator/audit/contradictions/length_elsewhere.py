"""A part, or the whole, is told to be longer or shorter than the time that another place gives it.

Whoever books people by the length has too few of them, or pays for days on which nobody is needed.

Fails:

```markdown
| Phase | Duration |
|---|---|
| Phase 1 | 2 weeks |
| Phase 2 | 3 weeks |

## Phase 1: Basics (Weeks 1-2)

## Phase 2: Shop (Weeks 3-4)
```

Passes:

```markdown
| Phase | Duration |
|---|---|
| Phase 1 | 2 weeks |
| Phase 2 | 2 weeks |

## Phase 1: Basics (Weeks 1-2)

## Phase 2: Shop (Weeks 3-4)
```
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.audit.blocks import Text
from generator.audit.contradictions._lengths import LENGTH, against
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.row_times import row_units, row_window
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import Unit
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_WHOLE = r"\W*(?:(?:total|overall|planned|project|programme|phase|estimated) )?"
_LABELLED = re.compile(rf"{_WHOLE}(?:duration|length|takes|lasts)\W+{LENGTH.pattern}\W*", re.IGNORECASE)
_ALL = re.compile(r"\W*(?:total|overall|project|programme)\b", re.IGNORECASE)
_START = re.compile(rf"{_WHOLE}(?:start(?:s|ing)?|begin(?:s|ning)?|kick-?off)(?: date| on)?\W+", re.IGNORECASE)
_END = re.compile(rf"{_WHOLE}(?:end(?:s|ing)?|finish(?:es)?|completion)(?: date| on)?\W+", re.IGNORECASE)


@dataclass(frozen=True)
class _Length:
    """How long something takes, and where that is told."""

    found: "re.Match[str]"
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each length that no time of its part has; days are fewer where part of a week is worked alone."""
    for unit, length in _of_parts(facts):
        stays = [stay for stay in facts.whole_stays(unit) if stay.form == "whole" and _is_elsewhere(stay, length)]
        told = [list(_told(stay.window, length, stay.quote)) for stay in stays]
        if told and all(told):
            yield from told[0]
    yield from _below_headings(facts)
    yield from _of_labels(facts)


def _of_parts(facts: Facts) -> Iterator[tuple[Unit, _Length]]:
    """Rows of a part without a time of their own."""
    for _, rows in facts.reading.tables:
        for row in rows:
            cell, units = row.cell("duration"), {mention.unit for mention, _ in row_units(row)}
            found = LENGTH.fullmatch(level(cell.plain).strip()) if cell and not row_window(row) else None
            if cell and found and len(units) == 1:
                yield units.pop(), _Length(found, row.mark(cell))


def _is_elsewhere(stay: Stay, length: _Length) -> bool:
    return stay.quote.place.line != length.quote.place.line or stay.quote.place.file != length.quote.place.file


def _below_headings(facts: Facts) -> Iterator[Contradiction]:
    """`Duration: 3 weeks`, right below a heading that tells its weeks or dates."""
    timed = {each.text: each for each in facts.reading.headings if len(each.windows) == 1}
    for phrase, length in _labelled(facts.reading.phrases):
        above = timed.get(phrase.under[-1].text) if phrase.under else None
        if above and not _ALL.match(phrase.plain):
            window = above.windows[0]
            yield from _told(window.window, length, above.mark(window.start, window.end))


def _labelled(phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, _Length]]:
    for phrase in phrases:
        found = _LABELLED.fullmatch(level(phrase.plain)) if phrase.is_spoken else None
        if found:
            yield phrase, _Length(found, phrase.mark(found.start("n"), found.end("unit")))


def _of_labels(facts: Facts) -> Iterator[Contradiction]:
    """`Start: …`, `End: …` and `Duration: …` below one heading, each of them once."""
    spoken = [phrase for phrase in facts.reading.phrases if phrase.is_spoken]
    for _, group in groupby(spoken, key=_section):
        phrases = list(group)
        days = [[each for each in phrases if _is_day(each, pattern)] for pattern in (_START, _END)]
        lengths = [length for _, length in _labelled(phrases)]
        if len(lengths) == len(days[0]) == len(days[1]) == 1:
            start, end = days[0][0], days[1][0]
            window = Window("date", start.windows[0].window.first, end.windows[0].window.last)
            yield from _told(window, lengths[0], start.quote(), end.quote())


def _section(phrase: Phrase) -> tuple[str, Text | None]:
    return phrase.text.file, phrase.under[-1].text if phrase.under else None


def _is_day(phrase: Phrase, label: "re.Pattern[str]") -> bool:
    found = label.match(level(phrase.plain))
    days = [each.start for each in phrase.windows if each.window.scale == "date"]
    return bool(found and len(days) == len(phrase.windows) == 1 and days[0] <= found.end())


def _told(window: Window, length: _Length, *there: Quote) -> Iterator[Contradiction]:
    """Weeks are held against weeks; days of work may be fewer than those of a week in which they are done."""
    weeks = length.found["unit"].lower().startswith("w")
    for told in against(window, length.found, length.quote, *there):
        days = (window.last or 0) - (window.first or 0) + 1
        if weeks or window.grain < WEEK or (count_word(length.found["n"]) or 0) > days:
            yield told
