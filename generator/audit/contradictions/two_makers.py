"""Two parts of the plan are said to make the same thing.

It will be made twice, or each team waits for the other.

Fails:

```markdown
```
Week 1-2: [Wave 1: Basics]   [Wave 2: Shop]
           Accounts, Search   Schema, Basket
```

Wave 1 completes schema in the first days.
```

Passes:

```markdown
```
Week 1-2: [Wave 1: Basics]   [Wave 2: Shop]
           Accounts, Search   Schema, Basket
```

Wave 2 completes schema in the first days.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.units import Mention
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_MAKES = re.compile(
    r"\s+(?:completes?|delivers?|builds?|creates?|implements?|finishes|makes?|sets? up|provides?)\s+(?:the "
    r"|its |a |an )?(?P<thing>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3})",
    re.IGNORECASE,
)
_WORDS = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each sentence in which a part makes what is listed under another one."""
    for phrase in facts.reading.phrases:
        for mention in phrase.units:
            made = _MAKES.match(level(phrase.plain), mention.end)
            if made and not mention.listed:
                yield from _elsewhere(facts, phrase, mention, made)


def _elsewhere(facts: Facts, phrase: Phrase, mention: Mention, made: "re.Match[str]") -> Iterator[Contradiction]:
    words = made["thing"].split()
    for length in range(min(len(words), _WORDS), 0, -1):
        thing = " ".join(words[:length])
        pieces = [piece for piece in facts.piece(thing) if piece.unit and piece.unit.kind == mention.unit.kind]
        if pieces and all(piece.unit != mention.unit for piece in pieces):
            message = f'"{thing}" is made by "{mention.unit}", and listed under "{pieces[0].unit}"'
            yield Contradiction(
                message, phrase.mark(made.start("thing"), made.start("thing") + len(thing)), (pieces[0].quote,)
            )
        if pieces:
            return
