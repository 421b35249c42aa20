"""The numbers of a list leave one out.

A step was deleted and the rest not numbered anew, or a step is missing; whoever follows the list cannot know.

Fails:

```markdown
1. Stop the belt.
2. Redirect the lorries.
4. Clear the cartons by hand.
```

Passes:

```markdown
1. Stop the belt.
2. Redirect the lorries.
3. Clear the cartons by hand.
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.blocks import Document, Listing
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.findings import Severity

SEVERITY = Severity.WARNING

_NUMBER = re.compile(r"[\s>]*(?P<number>\d{1,3})[.)]\s")
_FEWEST = 3
_Numbered = tuple[int, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one jump in a list that otherwise counts on by one."""
    for document in facts.reading.documents:
        for block in document.blocks:
            told = _numbers(document, block) if isinstance(block, Listing) else []
            jumps = [pair for pair in pairwise(told) if pair[1][0] != pair[0][0] + 1]
            if len(told) >= _FEWEST and told[0][0] <= 1 and len(jumps) == 1 and jumps[0][1][0] > jumps[0][0][0] + 1:
                (before, first), (after, second) = jumps[0]
                message = f"number {before + 1} is missing between {before} and {after}"
                yield Contradiction(message, second, (first,), "add what is missing, or number anew")


def _numbers(document: Document, block: Listing) -> list[_Numbered]:
    """Return the numbers as written: what a reader sees may be counted anew."""
    found: list[_Numbered] = []
    for item in block.items:
        place = item.text.place()
        written = (
            _NUMBER.match(document.lines[place.line - 1]) if item.number is not None and not item.depth else None
        )
        if written:
            found.append((int(written["number"]), Quote(item.text.plain.strip(), place)))
    return found
