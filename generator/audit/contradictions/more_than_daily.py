"""Somebody does more in a week than the limit of a day allows on the days told.

On one of these days the limit is broken, or there is a day more than told.

Fails:

```markdown
- No driver makes more than 3 tours a day.
- Mr Ode drives on Mondays and Fridays, 7 tours a week.
```

Passes:

```markdown
- No driver makes more than 3 tours a day.
- Mr Ode drives on Mondays and Fridays, 6 tours a week.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.calendar import WEEKDAYS
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.words import ahead, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NOT_MORE = re.compile(
    r"\b(?:(?:nobody|no one|no|never|not|nowhere)\b[^.;]{0,40}\bmore than|at most|a maximum of|up to|limited to)\s$",
    re.IGNORECASE,
)
_A_DAY = re.compile(
    r"\s(?:a|per|each|on one|on any|in one|in a|on a(?: single)?|any|every) (?:single )?day\b", re.IGNORECASE
)
_A_WEEK = re.compile(r"\s(?:a|per|each|every|in one|in a) week\b", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})s?\b", re.IGNORECASE)
_NAME = "|".join(WEEKDAYS)
_THROUGH = re.compile(
    rf"\b(?P<one>{_NAME})s?\s?(?:-|to|through|until)\s?(?P<other>{_NAME})s?\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:except|unless|not on|other than|apart from|save|or|usually|often)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Limit:
    """The most of one kind on one day."""

    kind: str
    value: Decimal
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number a week that is more than the days named in its sentence can hold."""
    limits = list(_limits(facts))
    for phrase in facts.reading.phrases if len(limits) == 1 else ():
        if phrase.is_spoken and _A_WEEK.search(phrase.plain):
            amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
            for start, end in sentences_of(phrase.plain):
                days = _days(level(phrase.plain)[start:end])
                for each in within(amounts, start, end) if days else ():
                    yield from _over(phrase, each, days, limits[0])


def _limits(facts: Facts) -> Iterator[_Limit]:
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        for each in quantities_in(phrase.plain) if phrase.is_spoken and _A_DAY.search(plain) else ():
            if each.is_count and _A_DAY.match(plain, each.last) and _NOT_MORE.search(ahead(plain, each.start)):
                yield _Limit(each.kind, each.value, phrase.mark(each.start, each.last))


def _days(sentence: str) -> int:
    """How many days of the week a sentence names; nothing where it makes exceptions."""
    if _BUT.search(sentence):
        return 0
    through = _THROUGH.search(sentence)
    named = {_number(found.group()) for found in _DAY.finditer(sentence)}
    if through:
        named |= set(range(_number(through["one"]), _number(through["other"]) + 1))
    return len(named)


def _number(day: str) -> int:
    return next(index for index, name in enumerate(WEEKDAYS) if day.lower().startswith(name.lower()))


def _over(phrase: Phrase, each: Quantity, days: int, limit: _Limit) -> Iterator[Contradiction]:
    if each.kind != limit.kind or not _A_WEEK.match(level(phrase.plain), each.last):
        return
    most = days * limit.value
    if each.value > most:
        message = f"{each.value:f} a week are told, on {days} days there are at most {most:f}"
        yield Contradiction(message, phrase.mark(each.start, each.last), (limit.quote,))
