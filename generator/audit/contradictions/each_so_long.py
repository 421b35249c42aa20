"""Each of several parts is told to take so long, and by its days one of them takes longer or shorter.

Who counts by the rule comes on another day than who goes by the days of the part.

Fails:

```markdown
Three steps, each of five days.

- **Build** (days 1-5)
- **Shadow** (days 6-11)
- **On air** (days 12-16)
```

Passes:

```markdown
Three steps, each of five days.

- **Build** (days 1-5)
- **Shadow** (days 6-10)
- **On air** (days 11-15)
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.called import words_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import NUMBER_WORD, count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NUMBER = rf"\d{{1,2}}|{NUMBER_WORD}"
_EACH = re.compile(
    rf"\b(?P<many>{_NUMBER}) (?:[a-z]+ )?(?P<noun>[a-z]{{3,20}}s)"
    rf"(?:,? (?:each|all|every one) (?:of|with|takes?|lasts?|lasting|for)?\s?(?P<n>{_NUMBER})"
    r" (?:working )?(?P<unit>day|week)s?"
    rf"|,? (?:of|with|lasting|for) (?P<of>{_NUMBER}) (?:working )?(?P<unit2>day|week)s? each)\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:each|every) (?P<noun>[a-z]{{3,20}}) (?:takes|lasts|runs(?: for)?|is) (?P<n>{_NUMBER}) (?:working )?"
    r"(?P<unit>day|week)s?(?: long)?\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|around|at (?:least|most)|up to|nearly|roughly|but|except|apart)\b", re.IGNORECASE)
_WORKDAYS = 5
_WEEKEND = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each part of a series so counted, or so called, that takes another time, where most take that one."""
    for phrase in facts.reading.phrases if facts.series else ():
        plain = level(phrase.plain)
        for found in (*_EACH.finditer(plain), *_EVERY.finditer(plain)) if phrase.is_spoken else ():
            if not _ABOUT.search(plain):
                for series in facts.series:
                    yield from _off(phrase, found, series)


def _off(phrase: Phrase, found: "re.Match[str]", series: Series) -> Iterator[Contradiction]:
    told = found.groupdict()
    length = count_word(told.get("of") or told["n"] or "")
    unit = (told.get("unit2") or told["unit"] or "").lower()
    many = count_word(told.get("many") or "")
    noun = next((word for word, _, _ in words_of(found["noun"])), "")
    parts = list(series.parts) if many == len(series.parts) else series.kinds.get(noun, [])
    timed = [(part, window) for part in parts for window, _ in part.told[:1]]
    wrong = [part for part, window in timed if length and not _takes(window, length, unit)]
    if length and wrong and len(wrong) * 2 < len(timed) and len(timed) == len(parts):
        yield from (_told(phrase, found, part) for part in wrong)


def _takes(window: Window, length: int, unit: str) -> bool:
    days = (window.last or 0) - (window.first or 0) + 1
    if window.scale == unit == "week":
        return -(-days // WEEK) == length
    if window.scale == "date" and unit == "week":
        return days in {length * WEEK - each for each in range(_WEEKEND + 1)}
    if window.scale == "date":
        weeks = (length - 1) // _WORKDAYS
        return length <= days <= length + (weeks + 1) * _WEEKEND
    return window.scale != unit or days == length


def _told(phrase: Phrase, found: "re.Match[str]", part: Part) -> Contradiction:
    window, quote = part.told[0]
    message = f'"{part.text}" is told for {window}, which is another time than each takes'
    return Contradiction(message, quote, (phrase.mark(found.start(), found.end()),), "mend the days, or the rule")
