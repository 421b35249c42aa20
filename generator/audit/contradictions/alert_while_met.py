"""An alert that wakes people at once sounds while its target is still met.

Either the target is too loose, or people are woken for nothing until they no longer listen.

Fails:

```markdown
## Alert immediately

- Response time P95 > 300 ms for 5 min

## Targets

- P95 response time: < 500 ms
```

Passes:

```markdown
## Alert immediately

- Response time P95 > 500 ms for 5 min

## Targets

- P95 response time: < 500 ms
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measures import Measure
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_AT_ONCE = re.compile(r"\b(?:immediate(?:ly)?|at once|critical|page|wake|call out|emergency)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:warn\w*|early|pre-?alerts?|heads-?up|watch|trend|yellow|amber|info)\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each such alert, unless most of the alerts leave their targets as much room."""
    urgent = {phrase.text.place().line: phrase for phrase in facts.reading.phrases if _is_urgent(phrase)}
    alerts = [each for each in facts.measures if each.role == "alert"]
    targets = [each for each in facts.measures if each.role == "target"]
    pairs = [(one, other) for one in alerts for other in targets if one.key == other.key and _compare(one, other)]
    early = [(one, other) for one, other in pairs if _is_early(one, other)]
    if len(early) * 2 > len(pairs) > 1:
        return
    for alert, target in early:
        if alert.quote.place.line in urgent:
            message = (
                f'the alert on "{alert.name}" fires at "{alert.bound.text}", its target is "{target.bound.text}"'
            )
            yield Contradiction(message, alert.quote, (target.quote,), "loosen the alert, or tighten the target")


def _is_urgent(phrase: Phrase) -> bool:
    around = " ".join([*(heading.text.plain for heading in phrase.under[-1:]), phrase.plain])
    return bool(_AT_ONCE.search(level(around))) and not _EARLY.search(level(around))


def _compare(alert: Measure, target: Measure) -> bool:
    return alert.bound.unit == target.bound.unit and {alert.bound.side, target.bound.side} == {"<", ">"}


def _is_early(alert: Measure, target: Measure) -> bool:
    if alert.bound.of != target.bound.of:
        return False
    fires, meant = alert.bound.amount, target.bound.amount
    return fires < meant if target.bound.side == "<" else fires > meant
