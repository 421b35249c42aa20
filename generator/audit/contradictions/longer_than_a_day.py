"""What takes place daily takes longer than a day of work.

Mostly the unit is wrong: minutes were meant.

Fails:

```markdown
- Daily stand-up: 9:00 AM, 15 hours
```

Passes:

```markdown
- Daily stand-up: 9:00 AM, 15 minutes
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import lengths_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_TALK = re.compile(
    r"\b(?:meetings?|stand-?ups?|briefings?|huddles?|syncs?|check-?ins?|talks?|rounds?|calls?)\b",
    re.IGNORECASE,
)
_DAILY = re.compile(
    r"\b(?:daily|every (?:working )?day|each (?:working )?(?:day|morning)|every morning)\b", re.IGNORECASE
)
_LONGEST = 8 * 60


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each talk of every day whose one length is a day of work or more."""
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        if not (phrase.is_spoken and _DAILY.search(plain) and _TALK.search(plain)):
            continue
        lengths = lengths_in(plain)
        if len(lengths) == 1 and lengths[0].minutes >= _LONGEST:
            quote = phrase.mark(lengths[0].start, lengths[0].end)
            yield Contradiction(
                "what is held every day takes a day or more", quote, (), "mend its length or its unit"
            )
