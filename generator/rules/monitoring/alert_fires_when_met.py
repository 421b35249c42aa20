"""An alert fires while the target that it guards is met.

Target and alert bound the same figure from the same side: "> 80%" is wanted, and "> 95%" calls somebody. One of the
two signs is the wrong way round. What one source measures in one unit is one figure, as far as it is no share.

Fails:

```yaml
title: Example
targets: {space: {name: Free space, threshold: "> 80%"}}
alerts: {full: {name: Free space, threshold: "> 95% for 5 min", target: space}}
```

Passes:

```yaml
title: Example
targets: {space: {name: Free space, threshold: "> 80%"}}
alerts: {full: {name: Free space, threshold: "< 80% for 5 min", target: space}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.model.quantity import Threshold
from generator.rules._figures import figure, guarded, is_lower_bound, is_upper_bound, same_figure, singular, words

SEVERITY = Severity.ERROR
_MUCH = singular(
    "too", "many", "much", "few", "high", "low", "rising", "falling", "more", "less", "the", "of", "share"
)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert that bounds its target's own figure from the target's side."""
    for alert, target in guarded(plan.alerts, plan.targets):
        fires, met = alert.threshold, target.threshold
        is_one = same_figure(target, alert) or _is_one_source(alert, target)
        if is_one and figure(fires).counts == figure(met).counts and _same_side(fires, met):
            message = f'"{alert.id}" fires at "{fires}", which "{target.id}" ({met}) asks for'
            yield Problem((*alert.pointer, "threshold"), message, "turn the sign of one of the two")


def _is_one_source(alert: Alert, target: Target) -> bool:
    """Tell whether one source measures both in one unit; of shares it may measure the good and the bad ones."""
    is_one = alert.source is not None and alert.source == target.source
    return is_one and (alert.threshold.unit not in ("", "%") or _counts_the_same(alert, target))


def _counts_the_same(alert: Alert, target: Target) -> bool:
    """Tell whether all that an alert names is named by the target: "Many broken" and "Broken tablets"."""
    named = words(alert) - _MUCH
    return bool(named) and named <= words(target)


def _same_side(one: Threshold, other: Threshold) -> bool:
    lower = is_lower_bound(one) and is_lower_bound(other)
    return lower or (is_upper_bound(one) and is_upper_bound(other))
