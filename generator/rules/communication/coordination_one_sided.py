"""A coordination point has nobody on one of its sides.

Something is handed from a wave to a wave, or settled between two at least. Where waves among equals are named, those
who hand over are not shown beside them.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
coordination:
  contract: {week: 1, topic: Contract of the service, providers: wave-1}
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
from generator.model.communication import Coordination
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each point that lacks a side; a plan without waves has none to name."""
    for point in plan.coordination.values() if plan.waves else ():
        told = _fault(point)
        if told:
            yield Problem(point.pointer, f'"{point.id}" {told[0]}', told[1])


def _fault(point: Coordination) -> tuple[str, str] | None:
    if point.between and (point.providers or point.receivers):
        return "names waves among equals beside providers or receivers", "write either between, or the two others"
    if len(point.between) == 1:
        return f'is settled by "{point.between[0]}" alone', "name the other wave in between"
    if point.providers and not point.receivers:
        return "hands over to nobody", "name the receivers"
    if point.receivers and not point.providers:
        return "is handed over by nobody", "name the providers"
    if not point.between and not point.providers:
        return "names no wave", "name providers and receivers, or the waves between which it is settled"
    return None
