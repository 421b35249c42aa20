"""An alarm is to sound at a value that is told to be normal.

It will sound all the time, until nobody listens to it any more.

Fails:

```markdown
Hall: 16 °C to 19 °C, pool: 24 °C to 28 °C. Alarm above 18 °C in the one, above 30 °C in the other.
```

Passes:

```markdown
Hall: 16 °C to 19 °C, pool: 24 °C to 28 °C. Alarm above 21 °C in the one, above 30 °C in the other.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import FIGURE, number
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_UNIT = r"(?:°\s?[CF]|%|bar|hPa|mbar|ppm|lux|dB|rpm|V|A|kW|Hz|m|cm|mm|l|g/l|pH|K)"
_VALUE = rf"-?{FIGURE}"
_RANGE = re.compile(
    rf"(?<![\w.,-])(?P<low>{_VALUE})\s?(?P<one>{_UNIT})?(?:\s?-\s?|\s(?:to|and|until)\s)(?P<high>{_VALUE})"
    rf"\s?(?P<unit>{_UNIT})(?!\w)"
)
_BOUND = re.compile(
    r"(?:\b(?:above|over|exceeds|higher than|more than|below|under|lower than|less than)\s|[<>]\s?)"
    rf"(?P<value>{_VALUE})\s?(?P<unit>{_UNIT})(?!\w)",
    re.IGNORECASE,
)
_ALARM = re.compile(r"\b(?:alarms?|siren|horn|buzzer)\b", re.IGNORECASE)
_NOT_NORMAL = re.compile(
    r"\b(?:allowed|permitted|tolerated|may|must|limits?|warning|warns?|pre-?alarm|early|tends? to|outside|never)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Range:
    """What is normal."""

    low: Decimal
    high: Decimal
    unit: str
    start: int
    end: int


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each bound of an alarm strictly inside a range that the same text tells, as many alarms as ranges."""
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        if phrase.is_spoken and _ALARM.search(plain) and not _NOT_NORMAL.search(plain):
            ranges = list(_ranges(phrase))
            for start, end in sentences_of(plain) if ranges else ():
                alarm = _ALARM.search(plain, start, end)
                bounds = list(_BOUND.finditer(plain, alarm.start(), end)) if alarm else []
                known = [each for each in ranges if each.end <= (alarm.start() if alarm else 0)]
                if bounds and len(known) == len(bounds):
                    yield from _inside(phrase, known, bounds)


def _inside(phrase: Phrase, ranges: list[_Range], bounds: list["re.Match[str]"]) -> Iterator[Contradiction]:
    """In the order in which they are told; a value inside its range is reached every day."""
    for normal, bound in zip(ranges, bounds, strict=True):
        value = number(bound["value"], comma=phrase.style.comma)
        if bound["unit"].replace(" ", "") == normal.unit and normal.low < value < normal.high:
            message = f"the alarm sounds at {value:f} {normal.unit}, {normal.low:f} to {normal.high:f} are normal"
            quote = phrase.quote(normal.start, normal.end)
            yield Contradiction(
                message, phrase.mark(bound.start(), bound.end()), (quote,), "move the alarm or the range"
            )


def _ranges(phrase: Phrase) -> Iterator[_Range]:
    for found in _RANGE.finditer(level(phrase.plain)):
        low, high = (number(found[name].lstrip("-"), comma=phrase.style.comma) for name in ("low", "high"))
        low, high = (-low if found["low"][0] == "-" else low), (-high if found["high"][0] == "-" else high)
        if low < high:
            yield _Range(low, high, found["unit"].replace(" ", ""), found.start(), found.end())
