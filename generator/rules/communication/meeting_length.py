"""How long a meeting lasts cannot be read.

A length that is no time reserves none in anybody's calendar, and cannot be held against working hours or other
meetings.

Fails:

```yaml
title: Example
meetings:
  review: {name: Review, on: fri, lasts: one coffee, audience: all leads}
```

Passes:

```yaml
title: Example
meetings:
  review: {name: Review, on: fri, lasts: 45 minutes, audience: all leads}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.meetings import length_of

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each meeting whose words tell no time between a minute and a day."""
    for meeting in plan.meetings.values():
        if length_of(meeting) is None:
            told = f'"{meeting.id}" lasts "{meeting.lasts}", which is no time within a day'
            yield Problem((*meeting.pointer, "lasts"), told, 'write "15 minutes", "1 hour" or "1 h 30 min"')
