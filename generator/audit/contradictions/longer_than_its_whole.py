"""A piece of work is to take less time than the pieces it consists of.

Whoever plans the day by the whole has work left over in the evening.

Fails:

```markdown
### Day 3 (3-5 hours)

- Casting to a screen (4-5 h)
- Tests and polish (2-3 h)
```

Passes:

```markdown
### Day 3 (6-8 hours)

- Casting to a screen (4-5 h)
- Tests and polish (2-3 h)
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.efforts import Whole, told, wholes_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_AT_ONCE = re.compile(
    r"\b(?:parallel|concurrent(?:ly)?|simultaneous(?:ly)?|meanwhile|at once|at the same time|optional(?:ly)?|if time"
    r"|alternatives?|alternatively|stretch|either|or)\b|@\w",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\W*[A-ZÀ-Þ][^\W\d]+(?:\s[A-ZÀ-Þ][^\W\d]*\.?)?\s?:\s")
_ROUGH = Decimal("1.15")


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each effort in hours or minutes that the least of its parts exceeds; days and weeks may run at once."""
    for document in facts.reading.documents:
        for whole in wholes_of(document):
            if whole.effort.unit == "min" and not _is_at_once(whole):
                yield from _against(whole)


def _against(whole: Whole) -> Iterator[Contradiction]:
    effort, parts = whole.effort, whole.parts
    added = sum((each.low for each in parts), Decimal(0))
    room = effort.high * (_ROUGH if effort.is_rough or any(each.is_rough for each in parts) else 1)
    if added > room:
        least = "" if all(each.low == each.high for each in parts) else "at least "
        message = (
            f"it is to take {effort}, the {len(parts)} pieces below take {least}{told(added, added, effort.unit)}"
        )
        yield Contradiction(
            message, effort.quote, (parts[-1].quote,), "give it more time, or say what is done at once"
        )


def _is_at_once(whole: Whole) -> bool:
    """Words say so, or each piece is somebody's: `Ann: rooms (6h)`."""
    if all(_SOMEBODY.match(level(each.text.plain)) for each in whole.parts):
        return True
    return any(_AT_ONCE.search(level(each.text.plain)) for each in (whole.effort, *whole.parts))
