"""Two phases that follow each other claim the same weeks.

A phase that begins before its predecessor has ended is no phase of its own; where they are meant to overlap, say so.

Fails:

```markdown
## Phase 1: Basics (Weeks 1-4)

## Phase 2: Shop (Weeks 3-6)
```

Passes:

```markdown
## Phase 1: Basics (Weeks 1-2)

## Phase 2: Shop (Weeks 3-6)
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts, overlap
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import OUTER, Unit
from generator.audit.understanding.windows import WEEK
from generator.findings import Severity

SEVERITY = Severity.WARNING

_IN_TURN = frozenset({"sprint", "iteration"})
_MEANT = re.compile(r"\b(?:overlap\w*|phases?\s+(?:run|work|are)\s+in\s+parallel|concurrent phases)\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each numbered phase that begins before its predecessor ends, unless overlapping is meant."""
    if any(_MEANT.search(phrase.plain) for phrase in facts.reading.phrases):
        return
    phases = sorted(unit for unit in facts.defined if unit.kind in OUTER | _IN_TURN and _ordinal(unit))
    phases.sort(key=lambda unit: (unit.kind, _ordinal(unit)))
    found = [
        (pair, shared, told)
        for pair in pairwise(phases)
        if pair[0].kind == pair[1].kind
        for shared, told in [_shared(facts, *pair)]
    ]
    for pair, shared, told in found:
        others = [days for other, days, _ in found if other != pair and other[0].kind == pair[0].kind]
        in_turn = pair[0].kind in _IN_TURN or not any(others)
        if told and (shared == 1 or in_turn):
            yield told


def _ordinal(unit: Unit) -> int:
    """Stage B follows Stage A as Stage 2 follows Stage 1."""
    return unit.number or (ord(unit.key) if len(unit.key) == 1 else 0)


def _shared(facts: Facts, left: Unit, right: Unit) -> tuple[int, Contradiction | None]:
    """Return the weeks that two phases share: one may be a slip, more are meant where others overlap too."""
    for stay in _planned(facts, right):
        for other in _planned(facts, left):
            days = overlap(stay.window, other.window)
            if days:
                message = f'"{right}" ({stay.window}) begins before "{left}" ({other.window}) has ended'
                help_ = "let one end before the other begins, or say that they overlap"
                weekly = WEEK in {stay.window.grain, other.window.grain} or stay.window.scale != "date"
                weeks = days if weekly else -(-days // WEEK)
                return weeks, Contradiction(message, stay.quote, (other.quote,), help_)
    return 0, None


def _planned(facts: Facts, unit: Unit) -> list[Stay]:
    return [stay for stay in facts.whole_stays(unit) if stay.form == "whole"]
