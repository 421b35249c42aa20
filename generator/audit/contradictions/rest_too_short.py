"""Between the end of one day and the start of the next there is less rest than the least that is told.

The rule was made for safety or is the law; the plan breaks it, or somebody does not come.

Fails:

```markdown
Everybody has at least 11 hours of rest between two shifts.

- Mon: 07:00 to 21:00
- Tue: 07:00 to 16:00
```

Passes:

```markdown
Everybody has at least 11 hours of rest between two shifts.

- Mon: 07:00 to 20:00
- Tue: 07:00 to 16:00
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.clocks import DAY
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import Length, lengths_in, told_minutes
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.shifts import Shift, shifts_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_REST = re.compile(
    r"\b(?:rest|turn-?around|off duty|time off|between (?:two |any two )?(?:shifts|duties))\b", re.IGNORECASE
)
_LEAST = re.compile(
    r"\b(?:at least|minimum|min\.|no(?:t)? (?:less|fewer) than|must have|never (?:less|under)|or more)\b|[≥]",
    re.IGNORECASE,
)
_FEWEST_MINUTES, _MOST_MINUTES = 6 * 60, DAY


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each start that comes too soon after the end of the day before."""
    limits = [told for phrase in facts.reading.phrases for told in _limits(phrase)]
    if len({limit.minutes for limit, _ in limits}) != 1:
        return
    limit, claim = limits[0]
    for one, other in _following(shifts_of(facts.reading)):
        rest = DAY + other.start - one.end
        if 0 <= rest < limit.minutes:
            message = f"only {told_minutes(rest)} of rest, {limit} are the least"
            yield Contradiction(message, other.first, (one.last, claim), "begin later, or end earlier the day before")


def _limits(phrase: Phrase) -> Iterator[tuple[Length, Quote]]:
    plain, every = level(phrase.plain), lengths_in(phrase.plain)
    for start, end in sentences_of(plain) if every and phrase.form in {"paragraph", "item", "cell"} else ():
        lengths = within(every, start, end)
        told = _REST.search(plain, start, end) and _LEAST.search(plain, start, end)
        if told and len(lengths) == 1 and _FEWEST_MINUTES <= lengths[0].minutes <= _MOST_MINUTES:
            yield lengths[0], phrase.mark(lengths[0].start, lengths[0].end)


def _following(shifts: list[Shift]) -> Iterator[tuple[Shift, Shift]]:
    """Two days in a row of the same people; days with more than one shift are not told apart."""
    rows: dict[tuple[str, str, str], list[Shift]] = defaultdict(list)
    for shift in shifts:
        rows[shift.scale, shift.who, shift.first.place.file].append(shift)
    for row in rows.values():
        days = [shift.day for shift in row]
        single = [shift for shift in row if days.count(shift.day) == 1]
        yield from ((one, other) for one, other in pairwise(single) if other.day == one.day + 1)
