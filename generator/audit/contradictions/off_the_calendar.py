"""A calendar has something in another week than the table or list that plans it.

Some go by the calendar, and some by the plan of the thing itself; they do not meet.

Fails:

```markdown
| Ring | Weeks |
|---|---|
| Ring 1 | 2-3 |
| Ring 2 | 4-6 |

| Week | What happens |
|---|---|
| 1 | Letters sent |
| 2 | Ring 1 begins |
| 3 | Papers signed |
| 5 | Ring 2 begins |
```

Passes:

```markdown
| Ring | Weeks |
|---|---|
| Ring 1 | 2-3 |
| Ring 2 | 4-6 |

| Week | What happens |
|---|---|
| 1 | Letters sent |
| 2 | Ring 1 begins |
| 3 | Papers signed |
| 4 | Ring 2 begins |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.calendar_rows import Noted, noted_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.timed_names import Timed, timed_names
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing that a calendar has begin, end or take place outside of its own time."""
    noted = list(noted_in(facts.reading))
    known = timed_names(facts.reading, facts.series) if noted else {}
    for each in noted:
        found = next((told for name in each.names if (told := known.get((name, each.window.scale)))), None)
        if found and found.quote.place != each.quote.place and not _fits(each, found):
            message = f'"{each.called}" is noted for {each.window}, and planned for {found.window}'
            yield Contradiction(message, each.quote, (found.quote,), "move it in one of the two places")


def _fits(noted: Noted, timed: Timed) -> bool:
    grain = max(noted.window.grain, timed.window.grain)
    here, there = noted.window.coarse(grain), timed.window.coarse(grain)
    if noted.rest and not noted.rest & timed.beside:
        return True
    first, last = (here.first or 0, here.last or 0), (there.first or 0, there.last or 0)
    if noted.role == "start":
        return first[0] <= last[0] <= first[1]
    if noted.role == "end":
        return first[0] <= last[1] <= first[1]
    return first[0] <= last[1] and last[0] <= first[1]
