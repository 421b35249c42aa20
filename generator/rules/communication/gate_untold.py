"""A checkpoint or milestone is told in no meeting, although others are.

A result that nobody hears of changes nothing. The rule looks at checkpoints where meetings cover some, and at
milestones where meetings cover some.

Fails:

```yaml
title: Example
roles: {lead: {name: Lead}}
tasks:
  login: {name: Login, duration: 5d}
  search: {name: Search, duration: 5d, depends_on: login}
checkpoints:
  checkpoint-1: {at: W1D5, scope: login}
  checkpoint-2: {at: W2D5, scope: [login, search]}
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads, covers: checkpoint-1, chair: lead}
```

Passes:

```yaml
title: Example
roles: {lead: {name: Lead}}
tasks:
  login: {name: Login, duration: 5d}
  search: {name: Search, duration: 5d, depends_on: login}
checkpoints:
  checkpoint-1: {at: W1D5, scope: login}
  checkpoint-2: {at: W2D5, scope: [login, search]}
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads, covers: [checkpoint-1, checkpoint-2],
    chair: lead}
```
"""

from collections.abc import Collection, Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.model.plan import Plan
from generator.model.verification import Checkpoint

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each gate ahead that no meeting covers."""
    covered = {item for meeting in plan.meetings.values() for item in meeting.covers}
    kinds: tuple[Collection[Checkpoint | Milestone], ...] = (plan.checkpoints.values(), plan.milestones.values())
    for gates in kinds:
        if any(gate.id in covered for gate in gates):
            for gate in gates:
                if gate.id not in covered and not gate.done:
                    told = f'no meeting tells of "{gate.id}"'
                    yield Problem(gate.pointer, told, f'name "{gate.id}" in the covers of a meeting')
