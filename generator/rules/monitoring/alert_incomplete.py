"""An alert lacks what most alerts of the plan say: its source, target, channel or response.

Alerts are met in a hurry, one like the other. The one that says nothing of where it comes from, what it guards, where
it is told or what to do stops whoever is called.

Fails:

```yaml
title: Example
targets: {errors: {name: Errors, threshold: "< 1%"}}
alerts:
  site: {name: Site errors, threshold: "> 1%", target: errors, response: Look at the log}
  shop: {name: Shop errors, threshold: "> 1%", target: errors, response: Look at the log}
  mail: {name: Mail errors, threshold: "> 1%", target: errors, response: Look at the queue}
  data: {name: Data errors, threshold: "> 1%", target: errors}
```

Passes:

```yaml
title: Example
targets: {errors: {name: Errors, threshold: "< 1%"}}
alerts:
  site: {name: Site errors, threshold: "> 1%", target: errors, response: Look at the log}
  shop: {name: Shop errors, threshold: "> 1%", target: errors, response: Look at the log}
  mail: {name: Mail errors, threshold: "> 1%", target: errors, response: Look at the queue}
  data: {name: Data errors, threshold: "> 1%", target: errors, response: Call the owner}
```
"""

from collections.abc import Iterator
from operator import attrgetter

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING
_SAYS = {
    "source": "where its figure comes from",
    "target": "the target that it guards",
    "notify": "the channel in which it is told",
    "response": "what the person called does",
}


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each thing that an alert leaves out and `most` per cent of the alerts have."""
    for key, meaning in _SAYS.items():
        for alert, having in gaps(plan.alerts.values(), attrgetter(key), most=most):
            message = f'"{alert.id}" has no {key}, {having} alerts have one'
            yield Problem(alert.pointer, message, f'write "{key}": {meaning}')
