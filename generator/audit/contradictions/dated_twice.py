"""Two lists, tables, headings or labels give a thing of one name two times.

Whoever looks into the one comes too early, whoever looks into the other too late.

Fails:

```markdown
- Week 1: Setup
- Week 2-3: Build
- Week 4: Launch

## Setup (Week 1)

## Build (Weeks 2-4)
```

Passes:

```markdown
- Week 1: Setup
- Week 2-3: Build
- Week 4: Launch

## Setup (Week 1)

## Build (Weeks 2-3)
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.appointments import Appointment, Name, appointments_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.moments import Moments
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_RECURRING = re.compile(
    r"\b(?:reviews?|meetings?|stand-?ups?|syncs?|demos?|retro\w*|planning|check-?ins?|reports?|updates?|calls?|tests?|testing"
    r"|workshops?|trainings?|sprints?|phases?|weeks?|days?|months?|milestones?|tasks?|goals?|focus|activities|deliverables?"
    r"|owner|status|total|break|lunch|buffer|holidays?|deadlines?|start|end|begin\w*|finish|today|now|next|previous|first"
    r"|last|version|updated|created|date|until|before|after|by|since|revised|original\w*|actual|draft)\b",
    re.IGNORECASE,
)
"""What takes place more than once, or is a word for a time."""
_TWO, _MOST = 2, 400


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing with two times, in places that agree on another thing, or with two single days."""
    moments = Moments(facts.reading)
    told: dict[Name, list[Appointment]] = defaultdict(list)
    for each in appointments_of(facts.reading)[:_MOST]:
        told[each.name].append(each)
    agreed = {pair for alike in told.values() for pair in _agreed(alike)}
    for alike in told.values():
        if _is_once(alike):
            there, here = sorted(alike, key=lambda each: (each.quote.place.file, each.quote.place.line))
            sure = frozenset((here.within, there.within)) in agreed or _are_single_days(here, there)
            if sure and not moments.are_apart(here.quote, there.quote):
                message = f'"{here.called}" is told for {here.window}, and for {there.window}'
                yield Contradiction(message, here.quote, (there.quote,), "decide which of the two holds")


def _agreed(told: list[Appointment]) -> Iterator[frozenset[object]]:
    """Two places that give a thing the same time."""
    if len(told) == _TWO and told[0].within != told[1].within and _is_same(*told):
        yield frozenset((told[0].within, told[1].within))


def _is_once(told: list[Appointment]) -> bool:
    """Two places tell it, each once, and they differ."""
    return (
        len(told) == _TWO
        and told[0].within != told[1].within
        and told[0].window.scale == told[1].window.scale
        and not any(_RECURRING.search(level(each.called)) for each in told)
        and not _is_same(*told)
        and not _is_detail(*told)
    )


def _is_same(one: Appointment, other: Appointment) -> bool:
    grain = max(one.window.grain, other.window.grain)
    left, right = one.window.coarse(grain), other.window.coarse(grain)
    return left.scale == right.scale and (left.first, left.last) == (right.first, right.last)


def _is_detail(one: Appointment, other: Appointment) -> bool:
    """A day inside of a stretch, or an end that is not told."""
    left, right = one.window, other.window
    if not (left.is_whole and right.is_whole):
        return True
    days = [window.grain == 1 and window.first == window.last for window in (left, right)]
    inner, outer = (left, right) if days[0] else (right, left)
    return any(days) and not all(days) and (outer.first or 0) <= (inner.first or 0) <= (outer.last or 0)


def _are_single_days(one: Appointment, other: Appointment) -> bool:
    return all(
        each.window.scale == "date" and each.window.grain == 1 and each.window.first == each.window.last
        for each in (one, other)
    )
