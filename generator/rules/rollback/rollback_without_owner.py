"""A rollback has no owner.

Somebody decides that it is run, and runs it. In the minute of need it is too late to find out who.

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
    """Yield each procedure that nobody decides on."""
    for rollback in plan.rollbacks.values():
        if not rollback.owner:
            yield Problem(rollback.pointer, f'"{rollback.id}" has no owner', 'write "owner" and the id of a person')
