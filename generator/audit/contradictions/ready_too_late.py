"""Something is told to be finished after the week in which it is delivered.

Whoever goes by the list of deliverables counts on it too early.

Fails:

```markdown
| Week | Deliverables |
|---|---|
| 1 | Accounts, Schema |
| 2 | Import |

Wave 1 completes the schema Week 2 Day 5.
```

Passes:

```markdown
| Week | Deliverables |
|---|---|
| 1 | Accounts, Schema |
| 2 | Import |

Wave 1 completes the schema Week 1 Day 5.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import Piece
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import ahead, key_of, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_READY = re.compile(
    r"\b(?:completes?|finish(?:es)?|delivers?|ships?|hands? over)\s(?:the\s|its\s|their\s)?"
    r"(?P<thing>[a-z][\w -]{1,40}?)\s(?:(?:on|by|in|at the end of|until)\s)?$",
    re.IGNORECASE,
)
_MORE = 1
"""Words before the name of a piece that say which of its kind is meant: *base schema*."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing that a sentence has finished after the shortest stretch that it is listed in."""
    for phrase in facts.reading.phrases:
        for found in phrase.windows if phrase.form != "code" else ():
            ready = _READY.search(ahead(level(phrase.plain), found.start))
            pieces = _pieces(facts, ready["thing"]) if ready else []
            timed = [each for each in pieces if each.window and each.window.scale == found.window.scale]
            sharpest = min(timed, key=_length, default=None)
            if sharpest and _passed(sharpest, found.window.last or 0):
                yield _late(phrase, sharpest, found.start, found.end)


def _pieces(facts: Facts, thing: str) -> list[Piece]:
    key = key_of(thing)
    return [each for each in facts.pieces if each.key and each.key <= key and len(key) <= len(each.key) + _MORE]


def _length(piece: Piece) -> int:
    window = piece.window
    return (window.last or 0) - (window.first or 0) if window else 0


def _passed(piece: Piece, last: int) -> bool:
    return bool(piece.window and piece.window.last and piece.window.last < last)


def _late(phrase: Phrase, piece: Piece, start: int, end: int) -> Contradiction:
    message = f'"{piece.name}" is delivered in {piece.window}, and finished later'
    return Contradiction(message, phrase.mark(start, end), (piece.quote,))
