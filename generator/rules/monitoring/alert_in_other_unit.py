"""An alert bounds the figure of its target in another unit.

By their names both are the same figure; a time cannot be held against a share. A multiple of something ("> 2x
baseline") and a bare count ("> 3 in 5 min") have a measure of their own and are left alone. Of two speeds ("55 km/h",
"70 m/s") it is enough that the names share a word.

Fails:

```yaml
title: Example
targets: {response: {name: Response time, threshold: "< 500ms"}}
alerts: {slow: {name: Response time, threshold: "> 10% for 5 min", target: response}}
```

Passes:

```yaml
title: Example
targets: {response: {name: Response time, threshold: "< 500ms"}}
alerts: {slow: {name: Response time, threshold: "> 0.5s for 5 min", target: response}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.quantity import Threshold
from generator.rules._figures import akin, figure, guarded, same_figure

SEVERITY = Severity.WARNING
_WARMTH = frozenset({"c", "f", "k", "celsius", "fahrenheit", "kelvin"})


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert that names its target's figure and tells it in another unit."""
    for alert, target in guarded(plan.alerts, plan.targets):
        fires, met = alert.threshold, target.threshold
        is_one = same_figure(target, alert) or (akin(target, alert) and _is_speed(fires) and _is_speed(met))
        is_one = is_one or (alert.source == target.source is not None and _is_warmth(fires) and _is_warmth(met))
        if is_one and _has_own_unit(fires) and _has_own_unit(met) and _unit(fires) != _unit(met):
            message = f'"{alert.id}" is told in "{fires.unit}", its target "{target.id}" in "{met.unit}"'
            yield Problem((*alert.pointer, "threshold"), message, f'write it in the unit of "{met}"')


def _is_warmth(threshold: Threshold) -> bool:
    return threshold.unit.strip(" °").lower() in _WARMTH


def _is_speed(threshold: Threshold) -> bool:
    """So much in a time: two of them measure the same where their names share a word."""
    return str(_unit(threshold)).endswith(" per time")


def _has_own_unit(threshold: Threshold) -> bool:
    return threshold.unit.lower() not in ("", "x", "×") and not threshold.of


def _unit(threshold: Threshold) -> object:
    return figure(threshold).counts[0]
