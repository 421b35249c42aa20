"""An alert has neither an owner nor a channel, where others have one.

It fires, and nobody is called.

Fails:

```yaml
title: Example
roles: {operator: {name: Operator, count: 1}}
tasks: {run: {name: Run, duration: 5d, needs: {operator: 1}}}
alerts:
  slow: {name: Response time, threshold: "> 500ms for 5 min", owner: operator}
  failing: {name: Errors, threshold: "> 1% for 5 min"}
```

Passes:

```yaml
title: Example
roles: {operator: {name: Operator, count: 1}}
tasks: {run: {name: Run, duration: 5d, needs: {operator: 1}}}
alerts:
  slow: {name: Response time, threshold: "> 500ms for 5 min", owner: operator}
  failing: {name: Errors, threshold: "> 1% for 5 min", owner: operator}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert that reaches nobody, where any reaches somebody."""
    silent = [alert for alert in plan.alerts.values() if not alert.owner and not alert.notify]
    for alert in silent if len(silent) < len(plan.alerts) else ():
        message = f'"{alert.id}" has neither an owner nor a channel'
        yield Problem(alert.pointer, message, 'write "owner": who is called, or "notify": where it is told')
