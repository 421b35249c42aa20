"""One of several phases or sprints begins before the one ahead has ended; all others just follow.

The one figure is mistyped, or was changed without the next one; both teams count on the same days.

Fails:

```markdown
## Phases

1. **Clear out** (weeks 1-2)
2. **Install** (weeks 2-5)
3. **Test** (weeks 6-7)
4. **Hand over** (weeks 8-9)
```

Passes:

```markdown
## Phases

1. **Clear out** (weeks 1-2)
2. **Install** (weeks 3-5)
3. **Test** (weeks 6-7)
4. **Hand over** (weeks 8-9)
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.blocks import Heading
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Grid
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_IN_TURN = re.compile(r"\b(?:phases?|stages?|sprints?|iterations?|steps)\b", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:overlap\w*|parallel|concurrent\w*|alongside|same time)\b", re.IGNORECASE)
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one overlap of a series of phases whose other parts follow each other day by day."""
    if any(_MEANT.search(phrase.plain) for phrase in facts.reading.phrases):
        return
    for series in facts.series:
        scales = series.scales() if _is_in_turn(series) else []
        found = [list(_odd(series, scale)) for scale in scales]
        yield from found[0] if found and all(found) else ()


def _is_in_turn(series: Series) -> bool:
    under = series.under
    header = under.header[under.key_column].plain if isinstance(under, Grid) else ""
    above = under[-1].text.plain if isinstance(under, tuple) and under and isinstance(under[-1], Heading) else ""
    named = all(_IN_TURN.search(level(part.text)) for part in series.parts)
    return named or bool(_IN_TURN.search(level(f"{header} {above}")))


def _odd(series: Series, scale: str) -> Iterator[Contradiction]:
    gaps = [(one, other, _gap(one, other, scale)) for one, other in pairwise(series.parts)]
    wrong = [(one, other) for one, other, gap in gaps if gap < 0]
    follow = sum(0 <= gap <= (2 if scale == "date" else 0) for _, _, gap in gaps)
    if len(wrong) == 1 and follow == len(gaps) - 1 >= _FEWEST:
        one, other = wrong[0]
        here, there = other.at(scale), one.at(scale)
        if here and there:
            message = f'"{other.text}" ({here[0]}) begins before "{one.text}" ({there[0]}) has ended'
            yield Contradiction(message, here[1], (there[1],), "let one end before the other begins, or say why")


def _gap(one: Part, other: Part, scale: str) -> int:
    """Days between the two, in weeks whole ones; less than none where they overlap."""
    left, right = one.at(scale), other.at(scale)
    if not (left and right):
        return 0
    days = (right[0].first or 0) - (left[0].last or 0) - 1
    return days // WEEK if max(left[0].grain, right[0].grain) == WEEK else days
