"""A date is told together with its distance from another one, and lies at another distance.

One of the two dates was moved and the other forgotten.

Fails:

```markdown
The rota closes on 26 June 2026, and shirts are ordered three days later, on 22 June 2026.
```

Passes:

```markdown
The rota closes on 19 June 2026, and shirts are ordered three days later, on 22 June 2026.
```
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.audit.calendar import WEEKDAY
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.points import points_in
from generator.audit.understanding.windows import Found
from generator.audit.understanding.words import NUMBER_WORD, count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_DISTANCE = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{NUMBER_WORD}|a|one)\s(?P<unit>days?|weeks?|months?)\s"
    r"(?P<way>later|after(?:wards)?|ahead|before(?:hand)?|earlier|in advance)\b(?:\s\w+){0,3}?,?\s?(?:on\s|\()?"
    rf"(?:{WEEKDAY},?\s)?$",
    re.IGNORECASE,
)
_COUNT = rf"(?P<count>\d{{1,3}}|{NUMBER_WORD})\s(?:calendar\s)?(?P<unit>days?|weeks?|months?)"
_TAKES = re.compile(
    rf"\b(?:takes?|lasts?|needs?|within|lead time(?: is| of)?:?|delivery(?: time)?(?: is| of"
    rf"| in)?:?)\s{_COUNT}\b[^.\d]{{0,20}}"
    r"\b(?:so|hence|therefore|that is|which is|and is|until)\b[^.\d]{0,50}$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"\b(?:within\s)?{_COUNT}\s(?:after|from|of)\s[^.;\d]{{0,40}}$", re.IGNORECASE)
_THEN = re.compile(
    r"[^.;]{0,30}?\b(?:that is|i\.e\.|so|until|by|is|are|comes?|follows?|takes place|ends?|starts?"
    r"|begins?)\b[^.;\d]{0,50}$",
    re.IGNORECASE,
)
_LATER = frozenset({"later", "after", "afterwards"})
_DAYS = {"day": 1, "week": 7}
_REACH = 70
_WEEKEND = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each date whose distance from the one before it in the text is not the one told."""
    for phrase in facts.reading.phrases:
        points = _days(phrase) if phrase.form in {"paragraph", "item", "cell"} and phrase.windows else []
        for one, other in pairwise(points):
            found = _DISTANCE.search(level(phrase.plain), max(one.end, other.start - _REACH), other.start)
            if found and not _fits(one.window.first or 0, other.window.first or 0, found):
                told = f"{found['count']} {found['unit']} {found['way']}".lower()
                message = f"{other.window} is not {told} than {one.window}"
                yield Contradiction(
                    message, phrase.mark(found.start(), other.end), (phrase.quote(one.start, one.end),)
                )
            elif not found:
                yield from _counted_on(phrase, one, other)


def _counted_on(phrase: Phrase, one: Found, other: Found) -> Iterator[Contradiction]:
    """`Six weeks after 4 January comes the review on 15 February`; `it takes eight weeks, so that it is here by`."""
    plain = level(phrase.plain)
    taken = _TAKES.search(plain, max(one.end, other.start - _REACH - _REACH), other.start)
    after = _FROM.search(plain, max(0, one.start - _REACH), one.start)
    joined = _THEN.fullmatch(plain, one.end, other.start) if after and other.start - one.end <= _REACH else None
    told = taken or (after if joined else None)
    if told and not _is_counted_right(one.window.first or 0, other.window.first or 0, told):
        message = f"{other.window} is not {told['count']} {told['unit']} after {one.window}".lower()
        yield Contradiction(message, phrase.mark(other.start, other.end), (phrase.quote(one.start, one.end),))


def _is_counted_right(first: int, second: int, told: "re.Match[str]") -> bool:
    """A weekend may lie between; what is a whole unit off is counted wrong."""
    count, unit = count_word(told["count"]) or 1, told["unit"].lower().rstrip("s")
    if unit == "month":
        one, other = date.fromordinal(first), date.fromordinal(second)
        return abs((other.year - one.year) * 12 + other.month - one.month - count) <= 1
    slack = count // 5 * 2 + 2 if unit == "day" else _WEEKEND
    return count * _DAYS[unit] - 1 <= second - first <= count * _DAYS[unit] + slack


def _days(phrase: Phrase) -> list[Found]:
    points = points_in(phrase.plain, phrase.style.dates)
    return [each for each in points if each.window.scale == "date" and each.window.first == each.window.last]


def _fits(first: int, second: int, found: "re.Match[str]") -> bool:
    """A month is as long as the calendar has it; days may be counted as working days."""
    count = count_word(found["count"]) or 1
    distance = second - first if found["way"].lower() in _LATER else first - second
    unit = found["unit"].lower().rstrip("s")
    if unit == "month":
        one, other = date.fromordinal(first), date.fromordinal(second)
        return abs((other.year - one.year) * 12 + other.month - one.month) == count
    weekends = count // 5 * 2 + 2 if unit == "day" and count > _DAYS["week"] // 2 else 0
    return count * _DAYS[unit] <= distance <= count * _DAYS[unit] + weekends
