"""A part of the plan is listed as delivered before its own end.

Then either something of it is missing at the delivery, or its last weeks have no purpose.

Fails:

```markdown
## Wave 1: Accounts (Weeks 1-3)

| Week | Deliverables |
|---|---|
| 1 | Data model |
| 2 | Accounts |
| 3 | Documentation |
```

Passes:

```markdown
## Wave 1: Accounts (Weeks 1-3)

| Week | Deliverables |
|---|---|
| 1 | Data model |
| 2 | Documentation |
| 3 | Accounts |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import Piece
from generator.audit.understanding.units import Unit
from generator.audit.understanding.words import key_of
from generator.findings import Severity

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each deliverable that bears the name of a part which ends later, where no later row names it again."""
    for piece in facts.pieces:
        if piece.window is None or not piece.window.is_whole or piece.quote.place in _drawn(facts):
            continue
        for named in facts.names:
            if piece.key == key_of(named.name) and not _again(facts, piece):
                yield from _early(facts, piece, named.unit)
                break


def _drawn(facts: Facts) -> frozenset[object]:
    return frozenset(piece.quote.place for piece in facts.pieces if piece.unit and piece.window is None)


def _again(facts: Facts, piece: Piece) -> bool:
    window = piece.window
    later = [
        other
        for other in facts.pieces
        if other.key == piece.key and other.window and window and other.window.scale == window.scale
    ]
    return any((other.window.last or 0) > (window.last or 0) for other in later if other.window and window)


def _early(facts: Facts, piece: Piece, unit: Unit) -> Iterator[Contradiction]:
    for stay in facts.whole_stays(unit):
        window = piece.window
        if (
            window
            and stay.form == "whole"
            and window.scale == stay.window.scale
            and (window.last or 0) < (stay.window.last or 0)
        ):
            message = f'"{piece.name}" is delivered in {window}, "{unit}" works on it in {stay.window}'
            yield Contradiction(message, piece.quote, (stay.quote,), "say which part of it is there by then")
            return
