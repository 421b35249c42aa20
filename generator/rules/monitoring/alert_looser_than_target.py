"""An alert fires only when the target that it guards is already missed by far.

Between the target's bound and the alert's the target is missed and nobody is told. The alert belongs at the bound, or
before it.

Fails:

```yaml
title: Example
targets: {response: {name: Response time, threshold: "< 500ms"}}
alerts: {slow: {name: Slow answers, threshold: "> 2s for 5 min", target: response}}
```

Passes:

```yaml
title: Example
targets: {response: {name: Response time, threshold: "< 500ms"}}
alerts: {slow: {name: Slow answers, threshold: "> 0.4s for 5 min", target: response}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.rules._figures import akin, figure, guarded, is_lower_bound, is_upper_bound

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert whose bound lies on the wrong side of its target's, where both count the same."""
    for alert, target in guarded(plan.alerts, plan.targets):
        if _are_comparable(alert, target) and _is_looser(alert, target):
            bound, goal = alert.threshold, target.threshold
            message = f'"{alert.id}" fires at "{bound}", "{target.id}" is missed from "{goal}" on'
            help_text = f"let it fire at {target.threshold.amount}{target.threshold.unit} or earlier"
            yield Problem((*alert.pointer, "threshold"), message, help_text)


def _are_comparable(alert: Alert, target: Target) -> bool:
    """Tell whether both bound the same figure: times always, shares and counts where the names say so."""
    mine, other = figure(alert.threshold), figure(target.threshold)
    return mine.counts == other.counts and (mine.is_time or akin(target, alert) or _is_one_source(alert, target))


def _is_one_source(alert: Alert, target: Target) -> bool:
    """What one system measures in one unit is one figure."""
    return alert.source is not None and alert.source == target.source and bool(alert.threshold.unit)


def _is_looser(alert: Alert, target: Target) -> bool:
    fires, met = alert.threshold, target.threshold
    if is_lower_bound(fires) and is_upper_bound(met):
        return figure(fires).amount > figure(met).amount
    return is_upper_bound(fires) and is_lower_bound(met) and figure(fires).amount < figure(met).amount
