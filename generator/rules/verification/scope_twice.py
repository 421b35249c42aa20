"""A checkpoint names the same work twice.

An item that stands in a scope beside the wave or phase that holds it changes nothing; one of the two was meant
otherwise.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}, login: {name: Login, duration: 3d}}}
checkpoints:
  checkpoint-1: {at: W1D3, scope: [wave-1, api]}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}, login: {name: Login, duration: 3d}}}
checkpoints:
  checkpoint-1: {at: W1D3, scope: wave-1}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each item of a scope that another item of it holds, or that stands there again."""
    for checkpoint in plan.checkpoints.values():
        for index, item in enumerate(checkpoint.scope):
            told = _fault(item, checkpoint.scope[:index], checkpoint.scope, schedule.breakdown)
            if told:
                message = f'"{checkpoint.id}" tests "{item}" twice: {told}'
                yield Problem((*checkpoint.pointer, "scope", index), message, f'leave "{item}" out here')


def _fault(item: str, before: tuple[str, ...], scope: tuple[str, ...], breakdown: Breakdown) -> str | None:
    if item in before:
        return "it stands in the scope already"
    above = breakdown.parent(item)
    while above and not isinstance(breakdown.items[item], Milestone):
        if above.id in scope:
            return f'it is part of "{above.id}"'
        above = breakdown.parent(above.id)
    return None
