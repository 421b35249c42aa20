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
from dataclasses import replace
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
    slots = agenda.slots
    pairs = [
        (index, one, other)
        for index, (one, other) in enumerate(pairwise(slots))
        if one.end is not None and one.start <= other.start
    ]
    early = [(index, one, other) for index, one, other in pairs if one.end is not None and other.start < one.end]
    if len(early) != 1 or len(pairs) <= 1:
        return
    index, one, other = early[0]
    later = [other, *(each for each in slots[index + 2 : index + 4] if each.end is not None)]
    if len(pairs) >= _FEWEST and other.end is None and index + 2 < len(slots) and not other.doer:
        later[0] = replace(other, end=slots[index + 2].start)
    wrong = next((each for each in later if _is_one_after_other(one, each, numbered=agenda.numbered)), None)
    if wrong and one.end is not None and wrong.start < one.end:
        yield _told("begins before the one above it has ended", wrong, one)


def _is_one_after_other(one: Slot, other: Slot, *, numbered: bool) -> bool:
    """What lies within the other may be a part of it; what others do may run beside it."""
    if one.doer and other.doer:
        return one.doer == other.doer
    within = other.end is None or one.end is None or other.end <= one.end
    return one.start < other.start and (numbered or not within)


def _told(message: str, wrong: Slot, other: Slot) -> Contradiction:
    return Contradiction(message, wrong.quote, (other.quote,), "mend one of the times, or the order")
