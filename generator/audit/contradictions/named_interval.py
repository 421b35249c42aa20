"""A date is told as so many days before or after something whose own day another place tells, and is not.

One of the two was moved, and who counts from the one comes on another day than who reads the other.

Fails:

```markdown
- Night A: Sat 10 Oct 2026
- Night B: Sat 17 Oct 2026

The old cluster stays up for 14 days after night B, until Sat 24 Oct 2026.
```

Passes:

```markdown
- Night A: Sat 10 Oct 2026
- Night B: Sat 17 Oct 2026

The old cluster stays up for 14 days after night B, until Sat 31 Oct 2026.
```
"""

import re
from collections.abc import Iterator
from datetime import date

from generator.audit.calendar import WEEKDAY
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.timed import Timed, Timeline, timeline_of
from generator.audit.understanding.windows import Found
from generator.audit.understanding.words import NUMBER_WORD, count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_DISTANCE = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{NUMBER_WORD}|a|an|the)\s(?:calendar\s)?(?P<unit>days?|weeks?|months?)\s"
    r"(?P<way>after|before)\s(?:the\s)?",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:at (?:least|most|the latest)|no (?:later|earlier|more|less) than|about|around|some|within|up to|more than"
    r"|less than|not|or|from|every|each|working|first|last)\W*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"[\s,:;=(]*(?:(?:that|which) (?:is|are)|i\.e\.|so|until|by|on|is|are|ends?|to)?[\s,:]*(?:until|by|on)?\s*"
    rf"(?:{WEEKDAY}\.?,?\s)?",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:[^.;!?\d]{0,60}[,(:\-]|\s*[,(]?)\s*(?:that is|i\.e\.|exactly|just)?\s*")
_NEAR, _WEEK, _WORKED, _SATURDAY = 30, 7, 5, 5
_MONTHS = 12


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each day that a thing's own day and the distance told from it do not lead to."""
    spoken = [phrase for phrase in facts.reading.phrases if phrase.form in {"paragraph", "item", "cell"}]
    told = [
        (phrase, found) for phrase in spoken for found in _DISTANCE.finditer(level(phrase.plain)) if phrase.windows
    ]
    timeline = timeline_of(facts.reading) if told else Timeline({}, frozenset())
    for phrase, found in told:
        plain = level(phrase.plain)
        names = [each for each in timeline.spoken_in(plain[found.end() :]) if not each.start]
        thing = names[0].thing if names else None
        day = _day(phrase, found, found.end() + names[0].end) if names else None
        if thing and day and not _LOOSE.search(plain[max(0, found.start() - _NEAR) : found.start()]):
            yield from _off(phrase, found, thing, day)


def _day(phrase: Phrase, found: "re.Match[str]", end: int) -> Found | None:
    """The one day of the sentence, right behind the name, or before the distance."""
    near = [
        within(phrase.windows, *each) for each in sentences_of(phrase.plain) if each[0] <= found.start() < each[1]
    ]
    if not near or len(near[0]) != 1:
        return None
    day, plain = near[0][0], level(phrase.plain)
    window = day.window
    if window.scale != "date" or window.first is None or window.first != window.last:
        return None
    behind = day.start >= end and _THEN.fullmatch(plain[end : day.start])
    before = day.end <= found.start() and _SINCE.fullmatch(plain[day.end : found.start()])
    return day if behind or before else None


def _off(phrase: Phrase, found: "re.Match[str]", thing: Timed, day: Found) -> Iterator[Contradiction]:
    at = day.window.first or 0
    if thing.window.scale == "date" and thing.window.grain == 1 and not _fits(at, (thing.first, thing.last), found):
        told = f"{found['count']} {found['unit']} {found['way']}".lower()
        message = f"{day.window} is not {told} {thing.window}"
        yield Contradiction(message, phrase.mark(day.start, day.end), (thing.quote,))


def _fits(at: int, ends: tuple[int, int], found: "re.Match[str]") -> bool:
    """From either end of the thing; days may be counted as working days where the day is one."""
    count, unit = count_word(found["count"]) or 1, found["unit"].lower().rstrip("s")
    ways = [at - end if found["way"].lower() == "after" else end - at for end in ends]
    if unit == "month":
        return any(abs(_months(at, end)) == count for end in ends)
    if unit == "week":
        return any(distance // _WEEK == count or distance == count * _WEEK for distance in ways)
    worked = date.fromordinal(at).weekday() < _SATURDAY and count > 1
    weekends = count // _WORKED * 2 + 2 if worked else 0
    return any(count <= distance <= count + weekends for distance in ways)


def _months(at: int, end: int) -> int:
    one, other = date.fromordinal(at), date.fromordinal(end)
    return (one.year - other.year) * _MONTHS + one.month - other.month
