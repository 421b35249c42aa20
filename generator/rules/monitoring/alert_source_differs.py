"""An alert reads another source than the target that it guards.

Two systems never count alike: the alert stays silent while the target is missed, or rings while all is well.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Times}
  logs: {name: Logs, collects: Lines}
targets:
  speed: {name: Answer time, threshold: under 5 min, source: meter}
  other: {name: Lines an hour, threshold: "> 5", source: logs}
alerts:
  late: {name: Late answers, threshold: "> 3 min", source: meter, target: speed}
  slow: {name: Slow answers, threshold: "> 4 min", source: logs, query: "age > 4", target: speed}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  meter: {name: Meter, collects: Times}
  logs: {name: Logs, collects: Lines}
targets:
  speed: {name: Answer time, threshold: under 5 min, source: meter}
  other: {name: Lines an hour, threshold: "> 5", source: logs}
alerts:
  late: {name: Late answers, threshold: "> 3 min", source: meter, target: speed}
  slow: {name: Slow answers, threshold: "> 4 min", source: meter, query: "age > 4", target: speed}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._figures import guarded

SEVERITY = Severity.WARNING
_ENOUGH = 2


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the one alert whose source is not its target's, where all others read what their targets are read off."""
    both = [(alert, target) for alert, target in guarded(plan.alerts, plan.targets) if alert.source and target.source]
    strange = [(alert, target) for alert, target in both if alert.source != target.source]
    if len(strange) == 1 and len(both) >= _ENOUGH:
        for alert, target in strange:
            message = f'"{alert.id}" reads "{alert.source}", its target "{target.id}" is read off "{target.source}"'
            yield Problem((*alert.pointer, "source"), message, f'read both off "{target.source}", or say so in words')
