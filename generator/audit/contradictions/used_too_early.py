"""Something is counted on before the part that brings it has begun.

A safeguard that comes later than the danger is none.

Fails:

```markdown
```
Week 1-2: [Wave 1: Basics]
           Accounts
Week 3-4: [Wave 2: Operation]
           Monitoring, Alarms
```

- Slow answers are seen early: Monitoring from Day 1
```

Passes:

```markdown
```
Week 1-2: [Wave 1: Basics]
           Accounts, Monitoring
Week 3-4: [Wave 2: Operation]
           Alarms
```

- Slow answers are seen early: Monitoring from Day 1
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import Piece
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_FROM = re.compile(
    r"(?P<thing>[A-Za-z][\w -]{1,40}?)\s+(?:from|since|starting)\s+(?:the\s+)?(?P<when>day 1|day one|start"
    r"|beginning|first day|week 1|week one)\b",
    re.IGNORECASE,
)
_WORDS = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing that is there from the first day, while its part begins later."""
    for phrase in facts.reading.phrases:
        for found in _FROM.finditer(level(phrase.plain)):
            words = found["thing"].split()
            for length in range(min(_WORDS, len(words)), 0, -1):
                thing = " ".join(words[-length:])
                pieces = facts.piece(thing)
                if pieces:
                    yield from _later(phrase, found, thing, pieces)
                    break


def _later(phrase: Phrase, found: "re.Match[str]", thing: str, pieces: tuple[Piece, ...]) -> Iterator[Contradiction]:
    windows = [piece.window for piece in pieces if piece.window and piece.window.scale == "week"]
    if windows and all((window.first or 0) > WEEK for window in windows):
        message = f'"{thing}" is wanted from the first day, and there in {windows[0]}'
        quote = phrase.mark(found.end("thing") - len(thing), found.end())
        yield Contradiction(message, quote, (pieces[0].quote,), "bring it forward, or say what there is until then")
