"""Parts that are called parallel are put one after the other.

An arrow and the word "parallel" in one line leave open whether a team waits. Where several stand before the arrow, it
is they that are parallel.

Fails:

```markdown
**Parallel waves**: Wave 1 → Wave 2
```

Passes:

```markdown
**Parallel waves**: Wave 1 + Wave 2 → Wave 3
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.orders import arrows_in
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.WARNING

_PARALLEL = re.compile(
    r"\b(?:in )?(?:parallel|concurrent(?:ly)?|simultaneous(?:ly)?|side by side|at the same time)\b", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each line that says both."""
    for phrase in facts.reading.phrases:
        arrows = arrows_in(phrase)
        found = _PARALLEL.search(phrase.plain)
        left, right = ([each.unit for each in side] for side in arrows[0]) if arrows else ([], [])
        beside = {each.unit for each in phrase.units} - {each.unit for side in arrows for one in side for each in one}
        if found and len(left) == 1 and not beside and phrase.form != "heading":
            told = f'"{joined([str(unit) for unit in left])}" before "{joined([str(unit) for unit in right])}"'
            message = f'called "{found.group().strip().lower()}", but the arrow puts {told}'
            yield Contradiction(
                message,
                phrase.mark(found.start(), len(phrase.plain)),
                help="say which of them run at the same time, and which comes first",
            )
