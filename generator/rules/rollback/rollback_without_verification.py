"""A rollback has no step that shows whether it has worked.

Undone is not restored: until somebody has looked, service may still be down.

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
    trigger: Errors after a release
    owner: pilot
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
    """Yield each procedure that ends unproven."""
    for rollback in plan.rollbacks.values():
        if not rollback.verify:
            yield Problem(
                rollback.pointer,
                f'"{rollback.id}" has no step that verifies it',
                'write "verify": how to tell that it has worked',
            )
