"""A sentence tells another time of a thing than the table or list that plans it.

A sentence is read and a table is worked from: those who read are late, or early.

Fails:

```markdown
| Task | Start | End |
|---|---|---|
| Data mapping | 2026-03-02 | 2026-03-13 |
| First training | 2026-03-16 | 2026-03-20 |

Data mapping ends on 2026-03-20.
```

Passes:

```markdown
| Task | Start | End |
|---|---|---|
| Data mapping | 2026-03-02 | 2026-03-13 |
| First training | 2026-03-16 | 2026-03-20 |

Data mapping ends on 2026-03-13.
```
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._windows import within
from generator.audit.understanding.entries import Told
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.said import index_of, spotted, times_said
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each time in a sentence that agrees with no entry of the name it is told of."""
    times = facts.entries.times
    index = index_of(times)
    for phrase in facts.reading.phrases:
        if not phrase.is_spoken or not phrase.windows:
            continue
        for each, role, found in times_said(phrase, list(spotted(index, phrase.plain))):
            told = [other for other in times[each.name] if isinstance(other.value, Window)]
            if told and not any(_agrees(role, found.window, other) for other in told):
                name = level(phrase.plain)[each.start : each.end]
                window = told[0].value
                yield Contradiction(
                    f'"{name}" is told for {found.window}, and for {window}',
                    phrase.mark(found.start, found.end),
                    (told[0].quote,),
                )


def _agrees(role: str, said: Window, told: Told) -> bool:
    """Tell whether both can be true; times on different scales are never compared."""
    planned = told.value
    if not isinstance(planned, Window) or planned.scale != said.scale:
        return True
    grain = max(said.grain, planned.grain)
    one, other = said.coarse(grain), planned.coarse(grain)
    if role == "start":
        return _same(one.first, other.first)
    if role == "end":
        return _same(one.last, other.last)
    if role == "by":
        return other.last is None or one.last is None or other.last <= one.last
    if one.first == one.last or said.grain > 1:
        return within(one, other if other.first else replace(other, first=(other.last or 0) - grain + 1))
    return _same(one.first, other.first) and _same(one.last, other.last)


def _same(left: int | None, right: int | None) -> bool:
    return left is None or right is None or left == right
