"""A step of a rollback does not say how long it takes, where others of the same rollback do.

The sum of the steps is held against the time limit; with one of them missing, it is held against too little.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
rollbacks:
  previous:
    name: Release fails
    within: "< 10 min"
    procedure: Route to the version before
    trigger: Errors after a release
    owner: pilot
    steps: [{do: Stop the deployment, takes: 3m}, {do: Route traffic back}]
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
    within: "< 10 min"
    procedure: Route to the version before
    trigger: Errors after a release
    owner: pilot
    steps: [{do: Stop the deployment, takes: 3m}, {do: Route traffic back, takes: 6m}]
    verify: [{do: The site answers}]
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each step without a time in a procedure with a limit that times its steps."""
    for rollback in plan.rollbacks.values():
        timed = sum(1 for step in rollback.steps if step.takes)
        for index, step in enumerate(rollback.steps if rollback.within and timed else ()):
            if not step.takes:
                message = (
                    f'step {index + 1} of "{rollback.id}" has no time, {timed} of {len(rollback.steps)} have one'
                )
                yield Problem(step.pointer, message, 'write "takes": 1m')
