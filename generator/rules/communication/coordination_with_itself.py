"""A wave coordinates with itself.

It stands on both sides of a handover; on one of them another wave was meant.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 1, topic: Contract of the service, providers: wave-1, receivers: [wave-1, wave-2]}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 1, topic: Contract of the service, providers: wave-1, receivers: wave-2}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each receiver that is a provider as well."""
    for point in plan.coordination.values():
        for index, wave in enumerate(point.receivers):
            if wave in point.providers:
                told = f'"{wave}" hands over to itself in "{point.id}"'
                yield Problem((*point.pointer, "receivers", index), told, "name each wave on one side")
