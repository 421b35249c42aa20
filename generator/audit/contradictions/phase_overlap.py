"""Two phases that follow each other claim the same weeks.

A phase that begins before its predecessor has ended is no phase of its own; where they are meant to overlap, say so.
Where several do, or a column tells that it waits for another one, they are meant to.

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
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import OUTER, Unit
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
    needs = _needs(facts)
    found = [
        (pair, _shared(facts, *pair))
        for pair in pairwise(phases)
        if pair[0].kind == pair[1].kind and pair[0] in needs.get(pair[1], pair)
    ]
    for pair, told in found:
        others = [other for other, shared in found if shared and other != pair and other[0].kind == pair[0].kind]
        if told and (pair[0].kind in _IN_TURN or not others):
            yield told


def _ordinal(unit: Unit) -> int:
    """Stage B follows Stage A as Stage 2 follows Stage 1."""
    return unit.number or (ord(unit.key) if len(unit.key) == 1 else 0)


def _needs(facts: Facts) -> dict[Unit, frozenset[Unit]]:
    """What phases wait for, where a column says so."""
    told = [(row, row.cell("depends")) for _, rows in facts.reading.tables for row in rows]
    return {
        mention.unit: frozenset(each.unit for each in cell.units)
        for row, cell in told
        if cell and cell.units
        for mention, _ in row_units(row)
    }


def _shared(facts: Facts, left: Unit, right: Unit) -> Contradiction | None:
    """Tell two phases that share days, in the first places that say so."""
    for stay in _planned(facts, right):
        for other in _planned(facts, left):
            if overlap(stay.window, other.window):
                message = f'"{right}" ({stay.window}) begins before "{left}" ({other.window}) has ended'
                help_ = "let one end before the other begins, or say that they overlap"
                return Contradiction(message, stay.quote, (other.quote,), help_)
    return None


def _planned(facts: Facts, unit: Unit) -> list[Stay]:
    return [stay for stay in facts.whole_stays(unit) if stay.form == "whole"]
