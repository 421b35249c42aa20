"""Two meetings of the same people are held at the same time.

Whoever chairs both, or belongs to both, misses one. Meetings are those of the same people where they have the same
chair, the same audience, or are both held by every wave team.

Fails:

```yaml
title: Example
meetings:
  review: {name: Review, on: fri, at: "10:00", lasts: 1 hour, audience: all leads}
  planning: {name: Planning, on: fri, at: "10:30", lasts: 1 hour, audience: all leads}
```

Passes:

```yaml
title: Example
meetings:
  review: {name: Review, on: fri, at: "10:00", lasts: 1 hour, audience: all leads}
  planning: {name: Planning, on: fri, at: "11:00", lasts: 1 hour, audience: all leads}
```
"""

from collections.abc import Iterator
from itertools import combinations

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.communication import Meeting
from generator.model.plan import Plan
from generator.scheduling.meetings import begin_of, clock, length_of, weekdays_of

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each meeting that shares weekday, time and people with one before it."""
    for first, second in combinations(plan.meetings.values(), 2):
        days = [day for day in weekdays_of(second, plan) if day in weekdays_of(first, plan)]
        at = _common_minute(first, second)
        who = _same_people(first, second, plan)
        if days and at is not None and who:
            when = f"{joined([day.title for day in days])} {clock(at)}"
            told = f'"{second.id}" and "{first.id}" are held at once, {when}, with {who}'
            yield Problem((*second.pointer, "at"), told, "move one of the two", ((*first.pointer, "at"),))


def _common_minute(first: Meeting, second: Meeting) -> int | None:
    """The first minute at which both are held; nothing where one of them does not tell its time."""
    begin, other = begin_of(first), begin_of(second)
    length, other_length = length_of(first), length_of(second)
    if begin is None or other is None or length is None or other_length is None:
        return None
    at = max(begin, other)
    return at if at < min(begin + length, other + other_length) else None


def _same_people(first: Meeting, second: Meeting, plan: Plan) -> str | None:
    role = plan.roles.get((first.chair or "").rpartition(":")[2])
    is_one = role is None or (role.count is not None and role.count.high == 1)
    if first.chair and first.chair == second.chair and is_one:
        return f'"{first.chair}" in both chairs'
    if first.per_wave and second.per_wave:
        return "every wave team in both"
    return "the same audience" if first.audience.casefold() == second.audience.casefold() else None
