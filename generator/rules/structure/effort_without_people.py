"""An effort is told, and nobody to share it.

Twelve days of work take twelve days for one and four for three: without people at work on the task no date follows.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, effort: 12d}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer, plural: Developers}}
tasks:
  build: {name: Build, effort: 12d, needs: {developer: 2-3}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.staffing import people_on

SEVERITY = Severity.ERROR


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each task with an effort that at worst nobody shares."""
    for task in breakdown.tasks:
        people = people_on(task, plan)
        if task.effort is not None and not people.low:
            told = f"as few as {people.low} of {people} people" if people.high else "nobody"
            message = f'effort {task.effort} of "{task.id}" is shared by {told}'
            yield Problem((*task.pointer, "effort"), message, 'say who is at work on it: "needs: {developer: 2}"')
