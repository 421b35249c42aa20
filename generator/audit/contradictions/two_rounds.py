"""A sentence or a checklist has a weekly meeting on another day or at another hour than the list of meetings.

Half of those invited come when the other half has left.

Fails:

```markdown
| Meeting | When | Where |
|---|---|---|
| Curators' round | Monday, 9:30-10:30 | Library |
| Building round | Wednesday, 8:00-8:30 | Room 3 |

The building round meets every Wednesday at 9:00.
```

Passes:

```markdown
| Meeting | When | Where |
|---|---|---|
| Curators' round | Monday, 9:30-10:30 | Library |
| Building round | Wednesday, 8:00-8:30 | Room 3 |

The building round meets every Wednesday at 8:00.
```
"""

from collections.abc import Iterator

from generator.audit.calendar import WEEKDAYS
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.rounds import Round, planned_rounds, spoken_rounds
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each sentence that has a meeting on another weekday, or at another hour, than it is planned for."""
    planned = planned_rounds(facts.reading)
    for phrase in facts.reading.phrases if planned else ():
        for said in spoken_rounds(phrase, planned) if phrase.is_spoken else ():
            other = planned[said.name]
            if said.quote.text != other.quote.text and _differ(said, other):
                message = f'"{other.called}" is {_when(said)} here, and {_when(other)} where it is planned'
                yield Contradiction(message, said.quote, (other.quote,))


def _differ(said: Round, planned: Round) -> bool:
    day = said.day is not None and said.day != planned.day
    hour = bool(said.clock and planned.clock and said.clock.minute != planned.clock.minute)
    return day or hour


def _when(each: Round) -> str:
    day = f"on {WEEKDAYS[each.day]}" if each.day is not None else ""
    return " ".join(word for word in (day, f"at {each.clock}" if each.clock else "") if word)
