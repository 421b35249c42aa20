"""Weeks and the working days in brackets behind them are not the same length.

One of the two was changed, and whoever plans by the other begins too early or ends too late.

Fails:

```markdown
**Length of the works**: 9 weeks (40 working days)
```

Passes:

```markdown
**Length of the works**: 9 weeks (45 working days)
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._wholes import TOTAL
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import NUMBER_WORD, count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_COUNT = rf"(?:\d{{1,3}}|{NUMBER_WORD})"
_KIND = r"(?P<kind>(?:full )?(?:working|work|business|calendar)[ -])?"
_JOIN = r"\s*(?:\(\s*(?:i\.e\.,?\s|that is,?\s|or\s|=\s*)?|=\s*|,\s(?:i\.e\.|that is),?\s|/\s*)"
_BOTH = (
    re.compile(
        rf"(?<![\w.,:+/-])(?P<weeks>{_COUNT})\sweeks?{_JOIN}(?P<days>{_COUNT})\s{_KIND}days\b(?!\s(?:per|a|each|off|of|late|before|after))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.,:+/-])(?P<days>{_COUNT})\s{_KIND}days{_JOIN}(?P<weeks>{_COUNT})\sweeks?\b(?!\s(?:per|a|each|off|late|before|after))",
        re.IGNORECASE,
    ),
)
_LESS = re.compile(
    r"\b(?:holidays?|vacation|leave|closures?|closing days?|easter|christmas|new year|feasts?|days? off|free days?"
    r"|part[- ]time|half days?|short(?:ened)? weeks?|bridge days?|strikes?|days? (?:a|per) week|pauses?)\b",
    re.IGNORECASE,
)
_INEXACT = re.compile(
    r"\b(?:breaks?|spare|buffers?|reserve|shifts?|saturdays?|sundays?|weekends?|closed|about|around|approx\w*"
    r"|roughly|up to|at most|at least|nearly|almost|some|with|without|of which|including|effort)\b|~|≈",
    re.IGNORECASE,
)
"""What makes weeks shorter or longer, or is no exact count."""
_FEWEST, _WEEK = 3, 7


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of days that no even number of days a week makes, in documents without dates and days off.

    The total of a plan may begin and end in the middle of a week, and is weighed with its parts.
    """
    exact = (phrase for phrase in facts.reading.phrases if not _INEXACT.search(phrase.plain))
    exact = (phrase for phrase in exact if not TOTAL.search(level(phrase.plain)))
    told = [(phrase, each) for phrase in exact for each in _told(phrase)]
    if not told or any(_LESS.search(phrase.plain) or _is_dated(phrase) for phrase in facts.reading.phrases):
        return
    for phrase, found in told:
        weeks, days = count_word(found["weeks"]), count_word(found["days"])
        if weeks and days and not _fits(weeks, days, found["kind"] or ""):
            message = f"{weeks} weeks are told as {days} days, which fits no number of days a week"
            help_ = f"write {weeks * 5} working days, or say which days are off"
            yield Contradiction(message, phrase.mark(*found.span()), (), help_)


def _told(phrase: Phrase) -> Iterator["re.Match[str]"]:
    plain = level(phrase.plain)
    for pattern in _BOTH if "week" in plain.lower() else ():
        yield from pattern.finditer(plain)


def _fits(weeks: int, days: int, kind: str) -> bool:
    """As many days in each week; calendar days may count the first or the last one more or less."""
    each, rest = divmod(days, weeks)
    near = "work" not in kind and "business" not in kind and abs(days - weeks * _WEEK) <= 1
    return near or (not rest and _FEWEST <= each <= _WEEK)


def _is_dated(phrase: Phrase) -> bool:
    """Days of the calendar may be holidays that the document need not name."""
    return any(each.window.scale == "date" for each in phrase.windows)
