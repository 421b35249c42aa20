"""A meeting that is named for a part of the day is held in another one.

Who reads "Evening rushes" and "7:15" comes twelve hours too early, or asks which of the two is meant.

Fails:

```yaml
title: Example
calendar: {hours: ["7:00-19:00"]}
tasks: {shoot: {name: Shoot, duration: 3d}}
meetings:
  rushes: {name: Evening Rushes, on: daily, at: "7:15", lasts: 45 minutes, audience: the director}
```

Passes:

```yaml
title: Example
calendar: {hours: ["7:00-19:00"]}
tasks: {shoot: {name: Shoot, duration: 3d}}
meetings:
  rushes: {name: Evening Rushes, on: daily, at: "17:15", lasts: 45 minutes, audience: the director}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.meetings import begin_of, clock

SEVERITY = Severity.WARNING
_HOUR = 60
_PARTS = {
    "morning": (4, 12),
    "breakfast": (5, 11),
    "noon": (11, 14),
    "midday": (11, 14),
    "lunch": (10, 15),
    "afternoon": (12, 19),
    "evening": (15, 24),
}
"""From which hour to which a part of the day may be meant, widely taken."""
_PART = re.compile(rf"\b({'|'.join(_PARTS)})\b", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each meeting whose name tells one part of the day, and whose time is outside of it."""
    for meeting in plan.meetings.values():
        told, begin = {word.lower() for word in _PART.findall(meeting.name)}, begin_of(meeting)
        if len(told) != 1 or begin is None:
            continue
        part = told.pop()
        first, last = _PARTS[part]
        if not first * _HOUR <= begin <= last * _HOUR:
            message = f'"{meeting.name}" is held at {clock(begin)}'
            help_text = f"give it a time of the {part}, or another name"
            yield Problem((*meeting.pointer, "at"), message, help_text)
