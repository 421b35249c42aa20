"""A target has neither a source that measures it nor an alert that guards it, where alerts guard others.

Nobody would notice that it is missed.

Fails:

```yaml
title: Example
targets:
  response: {name: Response time, threshold: "< 500ms"}
  errors: {name: Errors, threshold: "< 1%"}
alerts:
  slow: {name: Response time, threshold: "> 500ms for 5 min", target: response, response: Look at the traces}
```

Passes:

```yaml
title: Example
targets:
  response: {name: Response time, threshold: "< 500ms"}
  errors: {name: Errors, threshold: "< 1%"}
alerts:
  slow: {name: Response time, threshold: "> 500ms for 5 min", target: response, response: Look at the traces}
  failing: {name: Errors, threshold: "> 1% for 5 min", target: errors, response: Look at the log}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each target that nothing watches; where the plan has sources, a missing one is told instead."""
    guarded = {alert.target for alert in plan.alerts.values() if alert.target}
    for target in plan.targets.values() if guarded and not plan.sources else ():
        if target.id not in guarded and not target.source:
            message = f'no alert guards "{target.id}", and no source measures it'
            yield Problem(target.pointer, message, 'name it as the "target" of an alert, or give it a "source"')
