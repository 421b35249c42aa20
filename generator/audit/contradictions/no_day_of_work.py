"""A day of a week that is no day of work in this plan.

The plan counts so many days of work a week; what is put on the one behind them finds nobody.

Fails:

```markdown
## Phase 1: Basics (Weeks 1-2)

- Checkpoint 1: Week 2 Day 6

## Phase 2: Shop (Weeks 3-5)

**Total duration**: 5 weeks (25 business days)
```

Passes:

```markdown
## Phase 1: Basics (Weeks 1-2)

- Checkpoint 1: Week 2 Day 5

## Phase 2: Shop (Weeks 3-5)

**Total duration**: 5 weeks (25 business days)
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._wholes import whole_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FREE = re.compile(
    r"\b(?:weekends?|saturdays?|sundays?|on-?call|overtime|24/7|holidays?|free|closed|night)\b", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each day whose number is higher than that of days of work in a week, as the total counts them."""
    whole = whole_of(facts)
    if whole is None or not whole.days or whole.days % whole.weeks:
        return
    most = whole.days // whole.weeks
    for phrase in facts.reading.phrases:
        for found in phrase.windows if not _FREE.search(level(phrase.plain)) else ():
            first, last = found.window.first, found.window.last
            if found.window.scale == "week" and found.window.grain < WEEK and first and first == last:
                day = (first - 1) % WEEK + 1
                if day > most:
                    message = f"a week has {most} days of work, and no day {day}"
                    yield Contradiction(message, phrase.mark(found.start, found.end), (whole.quote,))
