"""A line of arrows has steps in another order than the list or the timetable of the same steps.

Whoever learns the short line does first what comes later.

Fails:

```markdown
Wash -> Dry -> Rinse -> Fold

1. Wash
2. Rinse
3. Dry
4. Fold
```

Passes:

```markdown
Wash -> Rinse -> Dry -> Fold

1. Wash
2. Rinse
3. Dry
4. Fold
```
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.deeds import Placed, Words
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.sequences import Sequence, sequences_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST, _MOST = 3, 20


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each line of arrows that a list with all of its steps puts in another order, not simply backwards."""
    sequences = sequences_of(facts.reading)
    having: dict[Words, list[Sequence]] = defaultdict(list)
    for each in sequences:
        for thing in each.things if not each.joined else ():
            having[thing.words].append(each)
    for course in sequences:
        others = having[course.things[0].words][:_MOST] if course.joined else []
        turned = next((found for other in others if (found := _turned(course, other))), None)
        if turned:
            early, late = turned
            message = "these steps stand in another order elsewhere"
            yield Contradiction(message, course.things[0].quote, (early.quote, late.quote))


def _turned(course: Sequence, other: Sequence) -> tuple[Placed, Placed] | None:
    """The first two that follow each other on the line and not in the list, where it has all once."""
    places: dict[Words, list[Placed]] = defaultdict(list)
    for each in other.things:
        places[each.words].append(each)
    told = [places[each.words] for each in course.things if each.words]
    if len(told) < max(_FEWEST, len(course.things)) or any(len(each) != 1 for each in told):
        return None
    pairs = list(pairwise(each[0] for each in told))
    falls = [(late, early) for early, late in pairs if late.place < early.place]
    return falls[0] if 0 < len(falls) < len(pairs) else None
