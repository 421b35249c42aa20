"""The time limit of a rollback is not one: no time, or a least rather than a most.

`within` is held against the steps of the procedure and against the outage that the targets allow; "> 5 min" or "< 5"
can be held against nothing.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
rollbacks:
  previous:
    name: Release fails
    within: "> 10 min"
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
    within: "< 10 min"
    procedure: Route to the version before
    trigger: Errors after a release
    owner: pilot
    verify: [{do: The site answers}]
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._figures import figure
from generator.rules.rollback._limit import limit_minutes

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each limit that is no upper bound of a time."""
    for rollback in plan.rollbacks.values():
        if rollback.within and limit_minutes(rollback.within) is None:
            fault = "a least, not a most" if figure(rollback.within).is_time else "no time"
            message = f'the limit of "{rollback.id}" is "{rollback.within}": {fault}'
            yield Problem((*rollback.pointer, "within"), message, 'write a time: "< 5 min", "< 30 s", "< 2 h"')
