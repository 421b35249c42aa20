"""An alert guards a target of another unit, while a target of its own unit goes unguarded.

The alert can never tell that its target is missed, and nobody is called when the other one is.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources: {meter: {name: Meter, collects: Times and heat}}
targets:
  speed: {name: Answer time, threshold: under 5 min, source: meter}
  heat: {name: Heat, threshold: under 28 °C, source: meter}
alerts:
  slow: {name: Slow answers, threshold: "> 4 min", target: speed}
  warm: {name: Warm room, threshold: "> 27 °C", target: speed}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources: {meter: {name: Meter, collects: Times and heat}}
targets:
  speed: {name: Answer time, threshold: under 5 min, source: meter}
  heat: {name: Heat, threshold: under 28 °C, source: meter}
alerts:
  slow: {name: Slow answers, threshold: "> 4 min", target: speed}
  warm: {name: Warm room, threshold: "> 27 °C", target: heat}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.quantity import Threshold
from generator.rules._figures import figure, guarded

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert that fits a target without any alert better than the one that it names."""
    watched = {alert.target for alert in plan.alerts.values()}
    for alert, target in guarded(plan.alerts, plan.targets):
        fires = alert.threshold
        if not fires.unit or fires.of or _unit(fires) == _unit(target.threshold):
            continue
        idle = [
            each.id
            for each in plan.targets.values()
            if each.id not in watched and _unit(each.threshold) == _unit(fires)
        ]
        if idle:
            message = f'"{alert.id}" is told in "{fires.unit}", its target "{target.id}" is {target.threshold}'
            yield Problem((*alert.pointer, "target"), message, f'did you mean "{idle[0]}"? No alert guards it')


def _unit(threshold: Threshold) -> object:
    return figure(threshold).counts[0]
