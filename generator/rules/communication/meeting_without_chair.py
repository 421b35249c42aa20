"""A meeting that tells of checkpoints or milestones has nobody in the chair.

Somebody has to bring the result and to ask what follows from it. Meetings that each wave team holds for itself are
left alone.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 5d}
checkpoints:
  checkpoint-1: {at: W1D5, scope: login}
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads, covers: checkpoint-1}
```

Passes:

```yaml
title: Example
roles:
  lead: {name: Lead}
tasks:
  login: {name: Login, duration: 5d}
checkpoints:
  checkpoint-1: {at: W1D5, scope: login}
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads, covers: checkpoint-1, chair: lead}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.INFO


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each meeting that covers gates without a chair."""
    for meeting in plan.meetings.values():
        if meeting.covers and not meeting.chair and not meeting.per_wave:
            told = f'"{meeting.id}" tells of "{meeting.covers[0]}", but nobody chairs it'
            yield Problem(meeting.pointer, told, "say who leads it: chair")
