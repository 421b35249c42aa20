"""An alert is told in a channel that does not say who reads it.

An alert is worth what the person is worth who sees it.

Fails:

```yaml
title: Example
roles:
  devops: {name: DevOps}
sources:
  probes: {name: Probes, collects: Answers of the service}
targets:
  uptime: {name: Uptime, threshold: "> 99%", source: probes}
alerts:
  gone:
    {name: Service gone, threshold: "> 3 in 5 min", source: probes, target: uptime, notify: calls, owner: devops,
     response: Call whoever is on duty}
channels:
  calls: {name: Calls}
```

Passes:

```yaml
title: Example
roles:
  devops: {name: DevOps}
sources:
  probes: {name: Probes, collects: Answers of the service}
targets:
  uptime: {name: Uptime, threshold: "> 99%", source: probes}
alerts:
  gone:
    {name: Service gone, threshold: "> 3 in 5 min", source: probes, target: uptime, notify: calls, owner: devops,
     response: Call whoever is on duty}
channels:
  calls: {name: Calls, audience: whoever is on call}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert whose channel has no audience."""
    for alert in plan.alerts.values():
        channel = plan.channels.get(alert.notify or "")
        if channel and not channel.audience:
            told = f'"{alert.id}" is told in "{channel.id}", which does not say who reads it'
            yield Problem((*alert.pointer, "notify"), told, f'give channel "{channel.id}" an audience')
