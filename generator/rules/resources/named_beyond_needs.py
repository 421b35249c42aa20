"""A task names more people of a role than it needs.

Whom a task needs and who does it are two statements of one fact; its load is computed from the need, its people are
told from the names.

Fails:

```yaml
title: Example
roles: {developer: {name: Developer}}
people:
  ada: {name: Ada Byron, role: developer}
  max: {name: Max Born, role: developer}
tasks:
  build: {name: Build, duration: 5d, needs: {developer: 1}, people: [ada, max]}
```

Passes:

```yaml
title: Example
roles: {developer: {name: Developer}}
people:
  ada: {name: Ada Byron, role: developer}
  max: {name: Max Born, role: developer}
tasks:
  build: {name: Build, duration: 5d, needs: {developer: 2}, people: [ada, max]}
```
"""

from collections import Counter
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.ERROR


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield the first person of each role that is one too many."""
    for task in breakdown.tasks:
        named: Counter[str] = Counter()
        for index, person in enumerate(task.people):
            role = plan.people[person].role if person in plan.people and person not in task.people[:index] else ""
            named[role] += 1
            needed = task.needs.get(role)
            if needed and named[role] == needed.high + 1:
                message = f'"{task.id}" needs {needed} of "{role}", "{person}" is one more'
                yield Problem((*task.pointer, "people", index), message, "need more, or name fewer")
