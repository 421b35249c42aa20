"""An alert guards a target of another figure, while another target is the one that it fits.

It is told in another unit than its target, and a target of its own unit goes unguarded or is read off its own source;
or its name is that of another target. Such an alert can never tell that its target is missed.

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
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.model.quantity import Threshold
from generator.rules._figures import figure, guarded, same_figure, words

SEVERITY = Severity.WARNING
_FEWEST_WORDS = 2


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert that fits another target better than the one that it names."""
    for alert, target in guarded(plan.alerts, plan.targets):
        others = [each for each in plan.targets.values() if each is not target]
        named = [each for each in others if _is_namesake(alert, each)]
        if named and not words(target) & words(alert):
            message = f'"{alert.id}" guards "{target.id}", but is called as "{named[0].id}" is'
            yield Problem((*alert.pointer, "target"), message, f'did you mean "{named[0].id}"?')
        else:
            yield from _of_its_unit(alert, target, [each for each in others if _is_fitting(alert, each)], plan)


def _of_its_unit(alert: Alert, target: Target, fitting: list[Target], plan: Plan) -> Iterator[Problem]:
    fires = alert.threshold
    if not fires.unit or fires.of or _unit(fires) == _unit(target.threshold):
        return
    watched = {each.target for each in plan.alerts.values()}
    idle = [each for each in fitting if each.id not in watched]
    near = [each for each in fitting if alert.source and each.source == alert.source != target.source]
    for other in (idle or near)[:1]:
        message = f'"{alert.id}" is told in "{fires.unit}", its target "{target.id}" is {target.threshold}'
        why = "No alert guards it" if other in idle else "Both are read off one source"
        yield Problem((*alert.pointer, "target"), message, f'did you mean "{other.id}"? {why}')


def _is_namesake(alert: Alert, target: Target) -> bool:
    """Tell whether both names are the same but for a word or two, and no single word by chance."""
    return same_figure(target, alert) and min(len(target.name.split()), len(alert.name.split())) >= _FEWEST_WORDS


def _is_fitting(alert: Alert, target: Target) -> bool:
    return _unit(target.threshold) == _unit(alert.threshold)


def _unit(threshold: Threshold) -> object:
    return figure(threshold).counts[0]
