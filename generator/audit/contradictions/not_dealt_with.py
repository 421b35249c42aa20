"""What is rated in one table has no entry in the one that answers it, where all others have theirs.

For this one nobody has thought of what to do, or the answer was lost.

Fails:

```markdown
| Worry | Consequence | Probability |
|---|---|---|
| Wrong net pay | Very high | Medium |
| Missed pay day | Very high | Low |
| Data leak | High | Low |

| Case | Ready after | Action |
|---|---|---|
| Wrong net pay | 4 hours | Pay last month's amount |
| Missed pay day | 2 hours | Start the old system |
```

Passes:

```markdown
| Worry | Consequence | Probability |
|---|---|---|
| Wrong net pay | Very high | Medium |
| Missed pay day | Very high | Low |
| Data leak | High | Low |

| Case | Ready after | Action |
|---|---|---|
| Wrong net pay | 4 hours | Pay last month's amount |
| Missed pay day | 2 hours | Start the old system |
| Data leak | 30 minutes | Close all accounts |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.dealt_with import Names, rated_names, timed_names
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.WARNING

_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one name that only one of two such tables or lists has."""
    rated, timed = rated_names(facts.reading), timed_names(facts.reading)
    for one in rated:
        partners = [
            other for other in timed if other is not one and len(one.told.keys() & other.told.keys()) >= _FEWEST
        ]
        if len(partners) == 1 and one.told != partners[0].told:
            yield from _lone(one, partners[0])


def _lone(rated: Names, timed: Names) -> Iterator[Contradiction]:
    for whole, other in ((rated, timed), (timed, rated)):
        lacking = [name for name in whole.told if name not in other.told]
        if len(lacking) == 1 and len(other.told) == len(whole.told) - 1:
            near = list(other.told.values())[-1]
            message = f'"{whole.called[lacking[0]]}" has no entry here, all others of its list have'
            yield Contradiction(message, near, (whole.told[lacking[0]],), "add the entry, or say why there is none")
