"""A checkpoint tests work that is finished later, or has not begun.

A test of what is not there passes by default, and the fault is found by those who build on it.

Fails:

```markdown
## Wave 1: Accounts (Weeks 1-2)

## Wave 2: Basket (Weeks 3-5)

| Checkpoint | When | Scope |
|---|---|---|
| Checkpoint 1 | Week 2 Day 5 | Accounts |
| Checkpoint 2 | Week 4 Day 5 | Accounts + Basket |
```

Passes:

```markdown
## Wave 1: Accounts (Weeks 1-2)

## Wave 2: Basket (Weeks 3-5)

| Checkpoint | When | Scope |
|---|---|---|
| Checkpoint 1 | Week 2 Day 5 | Accounts |
| Checkpoint 2 | Week 5 Day 5 | Accounts + Basket |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.scopes import Scope, scopes_of
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.ERROR

_EVERYTHING = re.compile(
    r"\W*(?:the )?(?:full|whole|complete|entire|all|everything)\b(?:\s+(?:system|features|waves|workstreams"
    r"|work|services|product|platform|of it))?.{0,20}",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each checkpoint with work in its scope that is at work after it."""
    for scope in scopes_of(facts.reading):
        days = [stay for stay in facts.whole_stays(scope.unit) if stay.form == "whole"]
        for stay in days[:1]:
            yield from _early(facts, scope, stay)


def _early(facts: Facts, scope: Scope, at: Stay) -> Iterator[Contradiction]:
    everything = _EVERYTHING.fullmatch(level(scope.text).strip())
    units = list(facts.inner_units()) if everything else [unit for unit in map(facts.named, scope.words) if unit]
    units += [each.unit for each in units_in(scope.text, scope.labels) if each.unit.kind not in TESTS | OUTER]
    late = [stay for unit in dict.fromkeys(units) if (stay := _later(facts, unit, at))]
    if late:
        names = joined([f'"{stay.unit}" ({stay.window})' for stay in late])
        message = f'"{scope.unit}" ({at.window}) tests {names}, not finished by then'
        yield Contradiction(
            message, at.quote, tuple(stay.quote for stay in late), "test later, or leave out what is not finished"
        )
    for word in scope.words:
        for piece in facts.piece(word):
            if piece.window and facts.named(word) is None and _after(piece.window, at.window):
                message = f'"{scope.unit}" ({at.window}) tests "{word.strip()}", which is there in {piece.window}'
                yield Contradiction(message, at.quote, (piece.quote,), "test later, or leave it out")


def _later(facts: Facts, unit: Unit, at: Stay) -> Stay | None:
    stay = facts.longest_stay(unit, at.window.scale)
    return stay if stay and (stay.window.last or 0) > _end(at.window, stay.window) else None


def _end(at: Window, other: Window) -> int:
    """The day of a checkpoint; from the second day of a week on, what ends with that week may be done."""
    last = at.last or 0
    full_week = other.grain == WEEK and last % WEEK >= _SECOND
    return -(-last // WEEK) * WEEK if full_week else last


def _after(window: Window, at: Window) -> bool:
    return window.scale == at.scale and window.first is not None and window.first > (at.last or 0)


_SECOND = 2
