"""A rollback has no trigger.

Whoever stands before the failure must not have to decide whether it is one: the sign is agreed beforehand.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
rollbacks:
  previous:
    name: Release fails
    within: 10 min
    procedure: Route to the version before
    owner: pilot
    verify: [{do: The site answers}]
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
rollbacks:
  previous:
    name: Release fails
    within: 10 min
    procedure: Route to the version before
    trigger: Errors after a release
    owner: pilot
    verify: [{do: The site answers}]
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each procedure that nothing starts."""
    for rollback in plan.rollbacks.values():
        if not rollback.trigger:
            yield Problem(
                rollback.pointer,
                f'"{rollback.id}" has no trigger',
                'write "trigger": the sign at which it is started',
            )
