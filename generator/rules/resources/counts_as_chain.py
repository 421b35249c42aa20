"""A role counts as one that itself counts as another, or as itself.

Totals include the roles that count directly as theirs. Those further off would be left out without a word.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer}
  specialist: {name: Specialist, counts_as: developer}
  trainee: {name: Trainee, counts_as: specialist}
tasks:
  build: {name: Build, duration: 5d, needs: {developer: 1, specialist: 1, trainee: 1}}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer}
  specialist: {name: Specialist, counts_as: developer}
  trainee: {name: Trainee, counts_as: developer}
tasks:
  build: {name: Build, duration: 5d, needs: {developer: 1, specialist: 1, trainee: 1}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each role whose way to a total has more than one step."""
    for role in plan.roles.values():
        other = plan.roles.get(role.counts_as or "")
        if other and other.id == role.id:
            yield Problem((*role.pointer, "counts_as"), f'"{role.id}" counts as itself', 'leave "counts_as" out')
        elif other and other.counts_as and other.counts_as != other.id:
            message = f'"{role.id}" counts as "{other.id}", which counts as "{other.counts_as}"'
            yield Problem((*role.pointer, "counts_as"), message, f'write "{other.counts_as}"')
