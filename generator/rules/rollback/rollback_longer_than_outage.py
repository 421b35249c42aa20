"""A rollback may take longer than the outage that a target allows.

An uptime of 99.9% allows 43 minutes in thirty days; a recovery time says its limit itself. A procedure that may take
longer breaks the target each time it is run, even if it works.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {release: {name: Release, duration: 5d, needs: {pilot: 1}}}
targets: {uptime: {name: System uptime, threshold: "> 99.9%"}}
rollbacks:
  previous:
    name: Release fails
    within: "< 1 h"
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
targets: {uptime: {name: System uptime, threshold: "> 99.9%"}}
rollbacks:
  previous:
    name: Release fails
    within: "< 30 min"
    procedure: Route to the version before
    trigger: Errors after a release
    owner: pilot
    verify: [{do: The site answers}]
```
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.findings import Problem, Severity
from generator.model.monitoring import Target
from generator.model.plan import Plan
from generator.rules._figures import figure, is_lower_bound, is_upper_bound, words
from generator.rules.rollback._limit import limit_minutes, told

SEVERITY = Severity.WARNING
_UP = {"uptime", "availability"}
_BACK = {"recovery", "restore", "restoration", "outage", "downtime", "rto", "mttr"}
_ALL, _DAY = 100, 24 * 60


def check(plan: Plan, *, days: int = 30) -> Iterator[Problem]:
    """Yield each limit above the tightest outage allowed; an uptime without a window is taken over `days`."""
    allowed = {target.id: _allowed(target, days) for target in plan.targets.values()}
    known = {target: minutes for target, minutes in allowed.items() if minutes is not None}
    tightest = min(known, key=lambda target: known[target], default=None)
    for rollback in plan.rollbacks.values() if tightest else ():
        limit = limit_minutes(rollback.within)
        if tightest and limit is not None and limit > known[tightest]:
            bound = f'"{tightest}" ({plan.targets[tightest].threshold}) allows {told(known[tightest])}'
            message = f'"{rollback.id}" may take "{rollback.within}", {bound}'
            yield Problem((*rollback.pointer, "within"), message, "find a shorter way back, or loosen the target")


def _allowed(target: Target, days: int) -> Decimal | None:
    """Minutes of outage that a target allows; nothing where it is about something else."""
    bound, threshold = figure(target.threshold), target.threshold
    if _UP & words(target) and threshold.unit == "%" and is_lower_bound(threshold):
        window = threshold.window_minutes or Decimal(days * _DAY)
        return window * (_ALL - threshold.amount) / _ALL
    if _BACK & words(target) and bound.is_time and is_upper_bound(threshold):
        return bound.amount
    return None
