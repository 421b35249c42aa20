"""Something takes place after the plan has ended.

Either the whole takes longer than it says, or this stands in the wrong week.

Fails:

```markdown
## Phase 1: Basics (Weeks 1-2)

## Phase 2: Shop (Weeks 3-5)

| Checkpoint | When | Scope |
|---|---|---|
| Checkpoint 1 | Week 2 Day 5 | Basics |
| Checkpoint 2 | Week 6 Day 5 | Shop |

**Total duration**: 5 weeks
```

Passes:

```markdown
## Phase 1: Basics (Weeks 1-2)

## Phase 2: Shop (Weeks 3-5)

| Checkpoint | When | Scope |
|---|---|---|
| Checkpoint 1 | Week 2 Day 5 | Basics |
| Checkpoint 2 | Week 5 Day 5 | Shop |

**Total duration**: 5 weeks
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._wholes import Whole, whole_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.windows import WEEK, Found
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LATER = re.compile(
    r"\b(?:after|afterwards|post|follow(?:s|ed|ing)?|later|next|hyper-?care|review|retro\w*|lessons|warranty|guarantee"
    r"|aftercare|maintenance|operations?|support|handover|buffer|reserve|slack|contingency|latest|until|deadline|if"
    r"|unless|or|slip\w*|delay\w*|beyond|outlook|future|close-?out|wrap-?up|payment|invoice|calendar)\b",
    re.IGNORECASE,
)
_MOST = 2
"""What more things than that do belongs to the plan all the same."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield what takes place in a week behind the last one, where total, phases and all else agree on that."""
    whole = whole_of(facts)
    if whole is None:
        return
    late = [each for phrase in facts.reading.phrases for each in _late(phrase, whole)]
    if 0 < len(late) <= _MOST:
        for found, quote in late:
            message = f"{found.window} is after the end, the whole takes {whole.weeks} weeks"
            yield Contradiction(message, quote, (whole.quote,), "move it, or tell the whole anew")


def _late(phrase: Phrase, whole: Whole) -> Iterator[tuple[Found, Quote]]:
    """Days and weeks that a sentence, a cell or an entry tells; what comes later by its own words is left out."""
    titles = " ".join(heading.text.plain for heading in phrase.under)
    for found in phrase.windows if phrase.form != "code" else ():
        begins = found.window.first or 0
        behind = found.window.scale == "week" and begins > whole.weeks * WEEK
        if behind and not _LATER.search(f"{titles} {level(phrase.plain)}"):
            yield found, phrase.mark(found.start, found.end)
