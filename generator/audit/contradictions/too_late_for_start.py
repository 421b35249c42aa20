"""Something is to happen before a part begins, but is there only after its beginning.

What is wanted before the start cannot be finished during the work; the start or the promise will be missed.

Fails:

```markdown
## Wave 1: Data (Weeks 1-2)

## Wave 2: Shop (Weeks 1-3)

Wave 1 completes the schema by Week 1 Day 5, Wave 2 reviews it before start.
```

Passes:

```markdown
## Wave 1: Data (Weeks 1-2)

## Wave 2: Shop (Weeks 2-3)

Wave 1 completes the schema by Week 1 Day 5, Wave 2 reviews it before start.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BEFORE = re.compile(
    r"\bbefore\s+(?:(?:it|they|its|their|the)\s+)?(?:starts?|begins?|beginning|kick-?off|starting)\b", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each time that lies after the beginning it should precede."""
    for phrase in facts.reading.phrases:
        found = _BEFORE.search(phrase.plain)
        if found and len(phrase.windows) == 1 and phrase.windows[0].end <= found.start():
            yield from _after_start(facts, phrase, found.start())


def _after_start(facts: Facts, phrase: Phrase, offset: int) -> Iterator[Contradiction]:
    time = phrase.windows[0]
    units = [each.unit for each in phrase.units if each.end <= offset and each.start > time.end]
    for stay in facts.whole_stays(units[-1]) if units else ():
        if stay.window.scale == time.window.scale and (time.window.last or 0) >= (stay.window.first or 0):
            message = f'{time.window} is not before "{stay.unit}" begins ({stay.window})'
            yield Contradiction(
                message, phrase.mark(time.start, time.end), (stay.quote,), "move the one or the other"
            )
            return
