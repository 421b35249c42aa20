"""A rollback begins when an alert fires that leads to another rollback, or to none.

Whoever is called follows the alert, and the procedure that waits for it is never begun.

Fails:

```yaml
title: Example
alerts:
  overload: {name: Overload, threshold: "> 80%", rollback: close}
  heat: {name: Hot cables, threshold: "> 60 °C", rollback: shed}
rollbacks:
  shed:
    {name: Too much load, within: "< 5 min", procedure: Off, trigger: "{{ name('overload') }}", owner: operator,
     verify: [{do: Read the meter}]}
  close:
    {name: Too many people, within: "< 5 min", procedure: Close, trigger: The square is full, owner: operator,
     verify: [{do: Count}]}
roles: {operator: {name: Operator}}
```

Passes:

```yaml
title: Example
alerts:
  overload: {name: Overload, threshold: "> 80%", rollback: shed}
  crowd: {name: Crowd, threshold: "> 5000", rollback: close}
rollbacks:
  shed:
    {name: Too much load, within: "< 5 min", procedure: Off, trigger: "{{ name('overload') }}", owner: operator,
     verify: [{do: Read the meter}]}
  close:
    {name: Too many people, within: "< 5 min", procedure: Close, trigger: The square is full, owner: operator,
     verify: [{do: Count}]}
roles: {operator: {name: Operator}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.monitoring._asked import alerts_named

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert that a rollback waits for, and that does not lead there."""
    begun: dict[str, list[str]] = {}
    for rollback in plan.rollbacks.values():
        for alert in alerts_named(rollback.trigger, plan):
            begun.setdefault(alert.id, []).append(rollback.id)
    for name, rollbacks in begun.items():
        alert = plan.alerts[name]
        if alert.rollback not in rollbacks:
            leads = f'leads to "{alert.rollback}"' if alert.rollback else "leads to no rollback"
            pointer = (*alert.pointer, "rollback") if alert.rollback else alert.pointer
            message = f'"{alert.id}" {leads}, but "{rollbacks[0]}" begins when it fires'
            yield Problem(pointer, message, f'write "rollback: {rollbacks[0]}", or give that another trigger')
