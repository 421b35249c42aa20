"""An entry is told so many weeks after the one above it, and its date is another number of weeks later.

The date or the number was changed and the other forgotten.

Fails:

```markdown
- First day of the new rota: Monday 6 September 2027
- Review after eight weeks, on Monday 18 October 2027
```

Passes:

```markdown
- First day of the new rota: Monday 6 September 2027
- Review after six weeks, on Monday 18 October 2027
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.calendar import WEEKDAY
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.windows import WEEK, Found
from generator.audit.understanding.words import NUMBER_WORD, count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_AFTER = re.compile(
    rf"\b(?P<words>(?:after (?P<count>\d{{1,2}}|{NUMBER_WORD}) weeks?"
    rf"|(?P<later>\d{{1,2}}|{NUMBER_WORD}) weeks? (?:later|after)))"
    rf"\s?[,:(]?\s?(?:on\s|that is\s|i\.e\.\s)?(?:{WEEKDAY},?\s)?$",
    re.IGNORECASE,
)
_SLACK, _SLIP = 1, 3
"""Days by which a week may be counted otherwise, and weeks by which a slip is off."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each date that lies whole weeks behind the entry above, where no other day bears out their number."""
    items = [phrase for phrase in facts.reading.phrases if phrase.form == "item"]
    days: set[int] | None = None
    for above, phrase in pairwise(items):
        one, other = _day(above), _day(phrase)
        found = (
            _AFTER.search(level(phrase.plain)[: other.start]) if one and other and _beside(above, phrase) else None
        )
        if not found or not one or not other:
            continue
        weeks = count_word(found["count"] or found["later"]) or 0
        apart = (other.window.first or 0) - (one.window.first or 0)
        days = _days(facts) if days is None else days
        base = (other.window.first or 0) - weeks * WEEK
        borne_out = any(base + off in days for off in range(-_SLACK, _SLACK + 1))
        if apart % WEEK == 0 and 0 < abs(apart // WEEK - weeks) <= _SLIP and apart > 0 and not borne_out:
            message = f"{other.window} is {apart // WEEK} weeks after {one.window}, not {weeks}"
            quote = phrase.mark(found.start("words"), other.end)
            yield Contradiction(message, quote, (above.mark(one.start, one.end),), "mend the date or the weeks")


def _beside(above: Phrase, phrase: Phrase) -> bool:
    return above.under == phrase.under and above.text.file == phrase.text.file


def _day(phrase: Phrase) -> Found | None:
    """Its one day."""
    found = phrase.windows
    single = len(found) == 1 and found[0].window.scale == "date" and found[0].window.first == found[0].window.last
    return found[0] if single else None


def _days(facts: Facts) -> set[int]:
    """The ends of every stretch that is told anywhere."""
    return {
        day
        for phrase in facts.reading.phrases
        for found in phrase.windows
        for day in (found.window.first, found.window.last)
        if day and found.window.scale == "date"
    }
