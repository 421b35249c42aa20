"""The steps of a rollback take longer together than its time limit.

The limit is what users are promised; the steps are what is done. Only one of them can be true. Steps that verify come
after service is restored and do not count.

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
    steps: [{do: Stop the deployment, takes: 3m}, {do: Route traffic back, takes: 8m}]
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
from generator.rules.rollback._limit import limit_minutes, step_minutes, told
from generator.scheduling.working_time import WorkingTime

SEVERITY = Severity.ERROR


def check(plan: Plan, time: WorkingTime) -> Iterator[Problem]:
    """Yield each limit that the sum of the steps goes beyond; one that must stay below it may not reach it either."""
    for rollback in plan.rollbacks.values():
        limit, taken = limit_minutes(rollback.within), step_minutes(rollback.steps, time)
        if limit is None or rollback.within is None:
            continue
        if taken > limit or (taken == limit and rollback.within.operator == "<"):
            message = f'the steps of "{rollback.id}" take {told(taken)}, its limit is "{rollback.within}"'
            yield Problem((*rollback.pointer, "within"), message, "shorten the steps, or promise more time")
