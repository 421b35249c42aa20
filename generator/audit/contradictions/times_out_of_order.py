"""An entry of a timetable begins before the one above it has begun or ended.

Either its time is wrong, or it stands in the wrong place; whoever works by the list finds out on the day.

Fails:

```markdown
1. 18:00 doors open
2. 19:30 concert
3. 19:10 speech of the mayor
4. 21:00 end
```

Passes:

```markdown
1. 18:00 doors open
2. 19:10 speech of the mayor
3. 19:30 concert
4. 21:00 end
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.agendas import CLOCK, DATE, Agenda, Slot, agendas_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.steps import is_parallel
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_EACH_FOR_ITSELF = re.compile(r"\bby (?:team|room)\b", re.IGNORECASE)
_FEWEST_PLAIN = 4
_FEWEST = 3
_HALF_YEAR = 183


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one entry of a timetable that breaks the order of all others."""
    for agenda in agendas_of(facts.reading):
        lead = [level(text.plain) for text in agenda.lead]
        if not any(is_parallel(each) or _EACH_FOR_ITSELF.search(each) for each in lead):
            yield from _backwards(agenda)
            yield from _too_soon(agenda)


def _backwards(agenda: Agenda) -> Iterator[Contradiction]:
    """One entry stands behind what begins later; without it the times go up."""
    starts = [slot.start for slot in agenda.slots]
    drops = [index for index, (one, other) in enumerate(pairwise(starts), start=1) if other < one]
    enough = _FEWEST if agenda.numbered else _FEWEST_PLAIN
    if len(drops) != 1 or len(starts) < enough:
        return
    index = drops[0]
    if agenda.scale == DATE and starts[index - 1] - starts[index] >= _HALF_YEAR:
        return
    for wrong in (index, index - 1):
        rest = starts[:wrong] + starts[wrong + 1 :]
        if rest == sorted(rest):
            other = agenda.slots[index - 1 if wrong == index else index]
            yield _told("stands out of the order of times", agenda.slots[wrong], other)
            return


def _too_soon(agenda: Agenda) -> Iterator[Contradiction]:
    """One entry begins before the one above it ends, where all others wait."""
    if agenda.scale != CLOCK:
        return
    pairs = [
        (one, other) for one, other in pairwise(agenda.slots) if one.end is not None and one.start <= other.start
    ]
    early = [(one, other) for one, other in pairs if one.end is not None and other.start < one.end]
    if len(early) == 1 and len(pairs) > 1 and _is_one_after_other(*early[0], numbered=agenda.numbered):
        yield _told("begins before the one above it has ended", early[0][1], early[0][0])


def _is_one_after_other(one: Slot, other: Slot, *, numbered: bool) -> bool:
    """What lies within the other may be a part of it; what others do may run beside it."""
    if one.doer and other.doer:
        return one.doer == other.doer
    within = other.end is None or one.end is None or other.end <= one.end
    return one.start < other.start and (numbered or not within)


def _told(message: str, wrong: Slot, other: Slot) -> Contradiction:
    return Contradiction(message, wrong.quote, (other.quote,), "mend one of the times, or the order")
