"""A rollback has no time limit.

Without a limit nobody can tell whether it is quick enough for what its users bear, nor when to give it up.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
rollbacks:
  previous:
    name: Release fails
    procedure: Route to the version before
    trigger: Errors after a release
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
    """Yield each procedure that may take any time."""
    for rollback in plan.rollbacks.values():
        if not rollback.within:
            yield Problem(rollback.pointer, f'"{rollback.id}" has no time limit', 'write "within": "< 5 min"')
